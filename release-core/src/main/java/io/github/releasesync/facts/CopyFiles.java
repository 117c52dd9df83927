package io.github.releasesync.facts;

import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.group.PastReleases;
import io.github.releasesync.project.group.TaggedRelease;
import io.github.releasesync.project.settings.CopySpec;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files other than manifests that may state a version.
 *
 * @param named the configured files
 * @param searched the other files that contain the version of an earlier release
 * @param problems the configured files that cannot be read
 * @param pasts the releases that the others are compared with
 */
public record CopyFiles(
    List<Named> named,
    List<SourceText> searched,
    List<Problem> problems,
    List<PastReleases> pasts) {

  /**
   * The files of one configured copy.
   *
   * @param spec the configuration
   * @param exist whether such a file exists, or would exist in a full checkout
   * @param files the readable files
   */
  public record Named(CopySpec spec, boolean exist, List<SourceText> files) {}

  /**
   * The same files after an edit.
   *
   * @param edited the new texts by path
   * @return the files after the edit
   */
  public CopyFiles after(Map<String, SourceText> edited) {
    return new CopyFiles(
        named.stream().map(n -> new Named(n.spec(), n.exist(), after(n.files(), edited))).toList(),
        after(searched, edited),
        problems,
        pasts);
  }

  /**
   * The release at which a package had an earlier version.
   *
   * @param today the package
   * @return the newest such release
   */
  public Optional<TaggedRelease> earlier(Package today) {
    return earlier(today, pasts);
  }

  static Optional<TaggedRelease> earlier(Package today, List<PastReleases> pasts) {
    return pasts.stream().flatMap(past -> past.earlierThan(today).stream()).findFirst();
  }

  private static List<SourceText> after(List<SourceText> files, Map<String, SourceText> edited) {
    return files.stream().map(file -> edited.getOrDefault(file.file(), file)).toList();
  }

  /**
   * The result without a search.
   *
   * @return no files
   */
  public static CopyFiles none() {
    return new CopyFiles(List.of(), List.of(), List.of(), List.of());
  }
}

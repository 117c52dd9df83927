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
 * Files that are no manifests and may state a version.
 *
 * @param named what the configuration names
 * @param searched the other files in which the version of an earlier release stands
 * @param problems what was named and cannot be read
 * @param pasts the releases that the others are compared with: those of the newest tags and, where
 *     one of them names the commit that is checked out, those before
 */
public record CopyFiles(
    List<Named> named,
    List<SourceText> searched,
    List<Problem> problems,
    List<PastReleases> pasts) {

  /**
   * The files of one configured copy.
   *
   * @param spec what is configured
   * @param exist whether there is any such file, or would be in a full checkout
   * @param files those that could be read
   */
  public record Named(CopySpec spec, boolean exist, List<SourceText> files) {}

  /**
   * The same files after an edit.
   *
   * @param edited the new texts by path
   * @return the files then
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
    return pasts.stream()
        .flatMap(past -> past.before(today).stream())
        .filter(release -> release.earlier(today).isPresent())
        .findFirst();
  }

  private static List<SourceText> after(List<SourceText> files, Map<String, SourceText> edited) {
    return files.stream().map(file -> edited.getOrDefault(file.file(), file)).toList();
  }

  /**
   * Where nothing was looked for.
   *
   * @return no files
   */
  public static CopyFiles none() {
    return new CopyFiles(List.of(), List.of(), List.of(), List.of());
  }
}

package io.github.releasesync.facts;

import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.settings.CopySpec;
import io.github.releasesync.text.SourceText;
import java.util.List;
import java.util.Map;

/**
 * Files other than manifests that may state a version.
 *
 * @param named the configured files
 * @param searched the other files that contain the version of an earlier release
 * @param problems the configured files that cannot be read
 */
public record CopyFiles(List<Named> named, List<SourceText> searched, List<Problem> problems) {

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
        problems);
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
    return new CopyFiles(List.of(), List.of(), List.of());
  }
}

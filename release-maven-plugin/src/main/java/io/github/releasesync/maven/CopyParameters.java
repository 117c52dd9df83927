package io.github.releasesync.maven;

import io.github.releasesync.project.settings.CopySpec;
import java.util.List;

/** One {@code <copy>} of the POM. */
public class CopyParameters {

  /** The file: a path from the root; {@code *} and {@code **} are allowed. */
  private String file;

  /** Text of the file, as it is, with {version}, {cargo}, {pypi} or {maven} for the version. */
  private String pattern;

  /** The group whose version it is; required where there are several. */
  private String group;

  CopySpec toSpec() {
    return CopySpec.of(file, pattern, group);
  }

  /** The copies of the command line, else those of the POM; either may be null. */
  static List<CopySpec> specs(List<CopyParameters> copies, String line) {
    if (line != null) {
      return CopySpec.parse(line);
    }
    return copies == null ? List.of() : copies.stream().map(CopyParameters::toSpec).toList();
  }
}

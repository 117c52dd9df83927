package io.github.releasesync.maven;

import io.github.releasesync.project.settings.CopySpec;

/** One {@code <copy>} of the POM. */
public class CopyParameters {

  /** The file: a path from the root; {@code *} and {@code **} are allowed. */
  private String file;

  /** Literal text of the file, with {version}, {cargo}, {pypi} or {maven} for the version. */
  private String pattern;

  /** The group whose version it is; required if there are several groups. */
  private String group;

  CopySpec toSpec() {
    return CopySpec.of(file, pattern, group);
  }
}

package io.github.releasesync.maven;

import io.github.releasesync.project.settings.CopySpec;

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
}

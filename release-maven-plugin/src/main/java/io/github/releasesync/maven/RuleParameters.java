package io.github.releasesync.maven;

import io.github.releasesync.project.settings.RuleSpec;

/** One {@code <rule>} of the POM. */
public class RuleParameters {

  /** The code of the findings, such as RS104. */
  private String id;

  /** The severity: error, warning, info or off. */
  private String severity;

  /** The reason; required for off. */
  private String reason;

  /** Only findings in these files: a path from the root; {@code *} and {@code **} are allowed. */
  private String files;

  RuleSpec toSpec() {
    return RuleSpec.of(id, severity, reason, files);
  }
}

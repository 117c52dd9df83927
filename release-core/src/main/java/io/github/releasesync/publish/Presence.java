package io.github.releasesync.publish;

import io.github.releasesync.files.Sha256;
import io.github.releasesync.registry.Lookup;
import java.util.Locale;

/** The answer of a registry about a name. */
public enum Presence {
  /** The registry was not asked. */
  NOT_ASKED,
  /** Nothing is published. */
  ABSENT,
  /** An artifact with the planned bytes, or a required package. */
  PRESENT,
  /** Content that differs from the plan. */
  DIFFERENT,
  /** A required package that is yanked. */
  YANKED,
  /** The registry gave no certain answer. */
  UNKNOWN;

  /**
   * The identifier in machine-readable reports.
   *
   * @return the name in lower case, with hyphens
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The answer about an artifact of known bytes; a yanked one is present. */
  static Presence of(Lookup answer, Sha256 planned) {
    if (answer instanceof Lookup.Present present) {
      return present.sha256().equals(planned) ? PRESENT : DIFFERENT;
    }
    return answer instanceof Lookup.Absent ? ABSENT : UNKNOWN;
  }

  /** The answer about a package that another tool publishes. */
  static Presence of(Lookup answer) {
    if (answer instanceof Lookup.Present present) {
      return present.yanked() ? YANKED : PRESENT;
    }
    return answer instanceof Lookup.Absent ? ABSENT : UNKNOWN;
  }
}

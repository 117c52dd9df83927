package io.github.releasesync.publish;

import java.util.Locale;

/** The state of a release after a run. Each state has one next command. */
public enum ReleaseState {
  /** Nothing is public. */
  STAGED("staged"),
  /** Some crates are public. The release can still be abandoned, as far as crates allow. */
  CRATES("crates incomplete"),
  /**
   * All crates are public, nothing on PyPI. The last point at which abandoning leaves PyPI clean.
   */
  CRATES_VERIFIED("crates verified"),
  /** PyPI has accepted a file: the release can only be finished. */
  PYPI_FILES("PyPI incomplete"),
  /** A registry has different content under a planned name: the release cannot be finished. */
  CONFLICT("conflict"),
  /** Every file was read back with the planned sha256. */
  DONE("done");

  private final String label;

  ReleaseState(String label) {
    this.label = label;
  }

  /**
   * The identifier in machine-readable reports.
   *
   * @return the name in lower case, with hyphens
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The label for a person.
   *
   * @return a few lower-case words
   */
  public String label() {
    return label;
  }
}

package io.github.releasesync.publish;

import java.util.Locale;

/** Where a release stands after a run. Each has one next command. */
public enum ReleaseState {
  /** Nothing is public. */
  STAGED("staged"),
  /** Some crates are public. Still to be abandoned, as far as crates can be. */
  CRATES("crates incomplete"),
  /**
   * All crates are public, nothing on PyPI. The last point at which abandoning leaves PyPI clean.
   */
  CRATES_VERIFIED("crates verified"),
  /** PyPI has taken a file: from here it can only be finished. */
  PYPI_FILES("PyPI incomplete"),
  /** A registry has other bytes under a planned name: this release cannot be finished. */
  CONFLICT("conflict"),
  /** Every file was read back with the planned sha256. */
  DONE("done");

  private final String words;

  ReleaseState(String words) {
    this.words = words;
  }

  /**
   * The word that machine-readable reports use.
   *
   * @return the name in lower case, with hyphens
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The state in words.
   *
   * @return a few lower-case words
   */
  public String words() {
    return words;
  }
}

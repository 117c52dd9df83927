package io.github.releasesync.problem;

import java.util.Locale;

/** The severity of a {@link Problem}, the most severe first. */
public enum Severity {
  /** The release would fail or be wrong. */
  ERROR,
  /** The release works, but not as most would expect. */
  WARNING,
  /** A fact worth knowing; nothing to do. */
  INFO;

  /**
   * The word that reports use.
   *
   * @return {@code error}, {@code warning} or {@code info}
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

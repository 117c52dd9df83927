package io.github.releasesync.check;

import java.util.Locale;

/** The verdict of a check. */
public enum Verdict {
  /** Everything agrees. */
  IN_SYNC,
  /** Something that should agree does not. */
  OUT_OF_SYNC,
  /** Something could not be read, or states a version that its ecosystem refuses. */
  INVALID;

  /**
   * The word that reports use.
   *
   * @return {@code in-sync}, {@code out-of-sync} or {@code invalid}
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

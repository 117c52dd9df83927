package io.github.releasesync.project.group;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a follower follows its lead. */
public enum Policy {
  /** The same release version. */
  EXACT,
  /** The same major and minor number, its own patch level. */
  MAJOR_MINOR,
  /** Its own version: they only stand in one group. */
  INDEPENDENT;

  /**
   * The word that configuration and reports use.
   *
   * @return {@code exact}, {@code major-minor} or {@code independent}
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The policy of a word.
   *
   * @param word the word
   * @return the policy; empty if there is none of that name
   */
  public static Optional<Policy> of(String word) {
    return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst();
  }
}

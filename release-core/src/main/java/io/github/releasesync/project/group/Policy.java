package io.github.releasesync.project.group;

import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.ReleaseVersion;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The policy of a follower towards its lead. */
public enum Policy {
  /** The same release version. */
  EXACT,
  /** The same major and minor number, its own patch level. */
  MAJOR_MINOR,
  /** Its own version: they are only in one group. */
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

  /**
   * Whether a member's version agrees with its lead, away from a release tag.
   *
   * @param lead the lead of the group
   * @param member another package of the group
   * @return true also where the two versions cannot be compared
   */
  public boolean agrees(Package lead, Package member) {
    if (this == INDEPENDENT) {
      return true;
    }
    if (lead.release().isEmpty() || member.release().isEmpty()) {
      boolean comparable = lead.ecosystem() == member.ecosystem();
      return !comparable || lead.version().equals(member.version());
    }
    ReleaseVersion led = lead.release().get();
    ReleaseVersion own = member.release().get();
    return this == EXACT ? own.agrees(led) : own.isOfSeries(led);
  }

  /**
   * Whether a member's version agrees with its lead at a release tag, where a development form does
   * not agree with its release.
   *
   * @param lead the lead of the group
   * @param member another package of the group
   * @return true also where the two versions cannot be compared
   */
  public boolean mapsExactly(Package lead, Package member) {
    return this != EXACT
        || lead.release().isEmpty()
        || member.release().isEmpty()
        || member.release().get().mapsExactly(lead.release().get());
  }

  /**
   * Whether a release of the group gives a member the new version: the lead; every follower where
   * the policy is exact; those that leave their minor where it is major-minor; and always what
   * shares the text of the lead, such as a workspace's version. A post-release is one of Python
   * alone.
   *
   * @param lead the lead of the group
   * @param member a package of the group, which may be the lead
   * @param next the next version of the group
   * @return false if the member keeps its version
   */
  public boolean moves(Package lead, Package member, ReleaseVersion next) {
    if (next.post().isPresent() && member.ecosystem() != Ecosystem.PYPI) {
      return false;
    }
    if (member.place().equals(lead.place())) {
      return true;
    }
    return switch (this) {
      case EXACT -> true;
      case MAJOR_MINOR -> !staysInMinor(member, next);
      case INDEPENDENT -> false;
    };
  }

  /** A pre-release or development version came with the group's, and goes on with it. */
  private static boolean staysInMinor(Package member, ReleaseVersion next) {
    return member
        .release()
        .filter(next::isOfSeries)
        .filter(now -> !now.isPreRelease() || now.release().compareTo(next.release()) > 0)
        .isPresent();
  }
}

package io.github.releasesync.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The version requirement of a POM on a dependency: ranges such as {@code [1.0,2.0)}, or a bare
 * version, which only recommends (<a
 * href="https://maven.apache.org/pom.html#dependency-version-requirement-specification">POM
 * reference</a>). {@code [1.0,2.0)} contains 2.0-SNAPSHOT and 2.0-alpha-1, which are before 2.0.
 *
 * <p>The ranges are read here, not by Maven's {@code VersionRange}: that one takes quadratic time,
 * caches every text for the life of the process, and reports no position.
 */
public final class MavenRequirement {

  /** One interval; a bound that is null is none. */
  private record Interval(
      MavenVersion lower, boolean lowerIncluded, MavenVersion upper, boolean upperIncluded) {

    boolean contains(MavenVersion version) {
      int aboveLower = lower == null ? 1 : version.compareTo(lower);
      int belowUpper = upper == null ? 1 : upper.compareTo(version);
      return (aboveLower > 0 || aboveLower == 0 && lowerIncluded)
          && (belowUpper > 0 || belowUpper == 0 && upperIncluded);
    }

    boolean isEmpty() {
      if (lower == null || upper == null) {
        return false;
      }
      int order = lower.compareTo(upper);
      return order > 0 || order == 0 && !(lowerIncluded && upperIncluded);
    }
  }

  private final String text;
  private final MavenVersion recommended;
  private final List<Interval> intervals;

  private MavenRequirement(String text, MavenVersion recommended, List<Interval> intervals) {
    this.text = text;
    this.recommended = recommended;
    this.intervals = List.copyOf(intervals);
  }

  /**
   * Reads a requirement.
   *
   * @param text a version, or ascending ranges, a comma between them being customary
   * @return the requirement
   * @throws InvalidVersionException if Maven refuses the ranges, or one of their bounds has more
   *     than 150 characters
   */
  public static MavenRequirement parse(String text) {
    Cursor in = new Cursor(text);
    skipWhiteSpace(in);
    if (!atRange(in)) {
      return new MavenRequirement(text, MavenVersion.parse(text.strip()), List.of());
    }
    List<Interval> intervals = new ArrayList<>();
    while (atRange(in)) {
      Interval interval = interval(in, text);
      if (!intervals.isEmpty() && overlaps(intervals.get(intervals.size() - 1), interval)) {
        throw in.wrong("the ranges overlap or do not ascend");
      }
      intervals.add(interval);
      skipWhiteSpace(in);
      in.accept(',');
      skipWhiteSpace(in);
    }
    if (!in.atEnd()) {
      throw in.expected("`[` or `(`");
    }
    return new MavenRequirement(text, null, intervals);
  }

  private static boolean atRange(Cursor in) {
    return in.next() == '[' || in.next() == '(';
  }

  private static void skipWhiteSpace(Cursor in) {
    while (in.next() > 0 && in.next() <= ' ') {
      in.moveTo(in.at() + 1);
    }
  }

  /** Maven looks for an overlap only behind a range that has an upper bound. */
  private static boolean overlaps(Interval before, Interval after) {
    return before.upper() != null
        && (after.lower() == null || after.lower().compareTo(before.upper()) < 0);
  }

  private static Interval interval(Cursor in, String text) {
    int start = in.at();
    boolean lowerIncluded = in.next() == '[';
    in.moveTo(start + 1);
    int end = in.at();
    while (end < text.length() && text.charAt(end) != ']' && text.charAt(end) != ')') {
      end++;
    }
    if (end == text.length()) {
      in.moveTo(start);
      throw in.wrong("the range at character " + (start + 1) + " has no end");
    }
    boolean upperIncluded = text.charAt(end) == ']';
    String inside = text.substring(in.at(), end).strip();
    in.moveTo(end + 1);
    int comma = inside.indexOf(',');
    if (comma < 0) {
      if (!lowerIncluded || !upperIncluded || inside.isEmpty()) {
        throw in.wrong("a single version needs square brackets");
      }
      MavenVersion only = MavenVersion.bound(inside);
      return new Interval(only, true, only, true);
    }
    MavenVersion lower = bound(inside.substring(0, comma));
    MavenVersion upper = bound(inside.substring(comma + 1));
    Interval interval = new Interval(lower, lowerIncluded, upper, upperIncluded);
    if (interval.isEmpty()) {
      throw in.wrong("the range at character " + (start + 1) + " is empty");
    }
    return interval;
  }

  private static MavenVersion bound(String text) {
    String bound = text.strip();
    return bound.isEmpty() ? null : MavenVersion.bound(bound);
  }

  /**
   * Whether a version is in the ranges. A bare version restricts nothing.
   *
   * @param version the version
   * @return true if some range contains it, or there is none
   */
  public boolean contains(MavenVersion version) {
    return intervals.isEmpty() || intervals.stream().anyMatch(i -> i.contains(version));
  }

  /**
   * The version that a bare version recommends.
   *
   * @return empty for ranges
   */
  public Optional<MavenVersion> recommended() {
    return Optional.ofNullable(recommended);
  }

  /**
   * The new requirement on an artifact that moves to a version: a bare version, and a single one in
   * square brackets, is replaced; ranges that contain the version stay, and others are refused.
   * White space stays.
   *
   * @param text the requirement
   * @param newVersion the version
   * @return a requirement for the version, or why there is none
   * @throws InvalidVersionException if Maven refuses the ranges
   */
  public static Upgrade upgraded(String text, MavenVersion newVersion) {
    MavenRequirement written = parse(text);
    String version = newVersion.toString();
    if (written.recommended != null) {
      return new Upgrade.To(replaced(text, 0, text.strip(), version));
    }
    if (written.contains(newVersion)) {
      return new Upgrade.To(text);
    }
    Interval first = written.intervals.get(0);
    if (written.intervals.size() == 1 && first.lower() == first.upper()) {
      int start = text.indexOf('[') + 1;
      String inside = text.substring(start, text.indexOf(']')).strip();
      return new Upgrade.To(replaced(text, start, inside, version));
    }
    return new Upgrade.Refused(
        "`" + InvalidVersionException.shown(text.strip()) + "` does not contain " + version,
        version);
  }

  private static String replaced(String text, int from, String part, String replacement) {
    int start = text.indexOf(part, from);
    return text.substring(0, start) + replacement + text.substring(start + part.length());
  }

  /**
   * The requirement as written.
   *
   * @return the text
   */
  @Override
  public String toString() {
    return text;
  }
}

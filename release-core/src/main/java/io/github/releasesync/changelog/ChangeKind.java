package io.github.releasesync.changelog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kind of a changelog entry: the six kinds of Keep a Changelog 1.1.0, in its order, and
 * breaking changes, which some tools list in a separate section.
 */
public enum ChangeKind {
  /** A change that users have to act on. */
  BREAKING("Breaking", "breaking changes", "breaking change"),
  /** New features. */
  ADDED("Added", "features", "feature", "feat", "new features", "additions"),
  /** Changes in existing functionality. */
  CHANGED("Changed", "changes", "change"),
  /** Features that will be removed. */
  DEPRECATED("Deprecated", "deprecations"),
  /** Removed features. */
  REMOVED("Removed", "removals"),
  /** Bug fixes. */
  FIXED("Fixed", "fixes", "fix", "bug fixes", "bugfixes"),
  /** Vulnerabilities. */
  SECURITY("Security", "security fixes");

  private final String heading;
  private final List<String> names;

  ChangeKind(String heading, String... others) {
    this.heading = heading;
    this.names =
        Stream.concat(Stream.of(heading.toLowerCase(Locale.ROOT)), Stream.of(others)).toList();
  }

  /**
   * The section's name where a file has none yet.
   *
   * @return as Keep a Changelog writes it
   */
  public String heading() {
    return heading;
  }

  /**
   * The kind that a section is of.
   *
   * @param section its name: {@code Added}, {@code Bug Fixes}; case, emoji and marks aside
   * @return empty if it is another
   */
  public static Optional<ChangeKind> of(String section) {
    String plain = plain(section);
    return Stream.of(values()).filter(kind -> kind.names.contains(plain)).findFirst();
  }

  /** Whether two names are of the same section. */
  static boolean isSame(String a, String b) {
    Optional<ChangeKind> kind = of(a);
    return kind.isPresent() ? kind.equals(of(b)) : plain(a).equals(plain(b));
  }

  /** The position of a section among others: those of a kind first, in order. */
  static int rank(String section) {
    return of(section).map(ChangeKind::ordinal).orElse(values().length);
  }

  private static String plain(String section) {
    StringBuilder plain = new StringBuilder();
    for (int c : section.codePoints().toArray()) {
      if (Character.isLetterOrDigit(c)) {
        plain.appendCodePoint(Character.toLowerCase(c));
      } else if (plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    }
    return plain.toString().strip();
  }
}

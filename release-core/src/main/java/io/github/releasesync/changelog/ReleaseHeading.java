package io.github.releasesync.changelog;

import io.github.releasesync.changelog.ChangelogHeading.Kind;
import io.github.releasesync.changelog.ChangelogHeading.Link;
import io.github.releasesync.text.Ascii;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Pep440Version;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.SemVer;
import io.github.releasesync.version.VersionMapping;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The content of a release's heading, in one of the many forms in use. */
record ReleaseHeading(
    Kind kind,
    Optional<String> version,
    Optional<ReleaseVersion> release,
    Optional<String> date,
    boolean yanked,
    Link link) {

  private static final String YANKED = "[yanked]";
  private static final String SEPARATORS = " \t-\u2013\u2014/|:,";
  private static final int LONGEST_VERSION = 100;

  /** Below this level a number is more likely to begin a sentence. */
  private static final int LEVEL_OF_SECTIONS = 3;

  /** A heading of something else. */
  static ReleaseHeading of(Kind kind) {
    return new ReleaseHeading(
        kind, Optional.empty(), Optional.empty(), Optional.empty(), false, Link.NONE);
  }

  /**
   * Reads a heading.
   *
   * @return its content; null if it is of no release
   */
  static ReleaseHeading read(String title, int level) {
    String text = withoutHtml(title).replace("~~", "").strip();
    int yank = text.toLowerCase(Locale.ROOT).indexOf(YANKED);
    boolean yanked = yank >= 0;
    if (yanked) {
      text = (text.substring(0, yank) + text.substring(yank + YANKED.length())).strip();
    }
    Named named = Named.read(withoutWords(withoutLabel(text)));
    if (named.name().equalsIgnoreCase("unreleased")) {
      return new ReleaseHeading(
          Kind.UNRELEASED,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          yanked,
          named.link());
    }
    String version = withoutV(named.name());
    String rest = withoutSeparators(named.rest());
    Optional<String> date = date(rest);
    boolean isRange = date.isEmpty() && isVersion(withoutV(firstWord(rest)));
    boolean isSentence = level >= LEVEL_OF_SECTIONS && date.isEmpty() && !rest.isEmpty();
    if (!isVersion(version) || isRange || isSentence) {
      return null;
    }
    return new ReleaseHeading(
        Kind.RELEASE,
        Optional.of(version),
        VersionMapping.readAny(version),
        date,
        yanked,
        named.link());
  }

  /** Anchors before the text, as in {@code <a name="1.0.0"></a>[1.0.0]}. */
  private static String withoutHtml(String title) {
    int at = 0;
    while (at < title.length() && title.charAt(at) == '<' && title.indexOf('>', at) >= 0) {
      at = title.indexOf('>', at) + 1;
    }
    return title.substring(at);
  }

  /** The name of a package, as in {@code `engine` - [1.0.0]}, where one file serves several. */
  private static String withoutLabel(String text) {
    int end = text.startsWith("`") ? text.indexOf('`', 1) : -1;
    boolean label = end > 0 && !isVersion(withoutV(text.substring(1, end)));
    return label ? withoutSeparators(text.substring(end + 1)) : text;
  }

  private static String withoutWords(String text) {
    for (String word : List.of("version ", "release ")) {
      if (text.regionMatches(true, 0, word, 0, word.length())) {
        return text.substring(word.length()).strip();
      }
    }
    return text;
  }

  private static String withoutV(String text) {
    boolean v = text.length() > 1 && (text.charAt(0) == 'v' || text.charAt(0) == 'V');
    return v && Ascii.isDigit(text.charAt(1)) ? text.substring(1) : text;
  }

  private static String withoutSeparators(String text) {
    int at = 0;
    while (at < text.length() && SEPARATORS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return text.substring(at);
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && " \t(".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, end);
  }

  /** A date in any form: of digits, or a text with a year in it. */
  private static Optional<String> date(String rest) {
    if (rest.startsWith("(")) {
      int close = rest.indexOf(')');
      String inside = rest.substring(1, close < 0 ? rest.length() : close).strip();
      return Optional.of(inside).filter(text -> isDate(text) || hasYear(text));
    }
    String word = firstWord(rest);
    if (isDate(word)) {
      return Optional.of(word);
    }
    boolean plain = !word.isEmpty() && !isVersion(withoutV(word)) && hasYear(rest);
    return plain ? Optional.of(rest.strip()) : Optional.empty();
  }

  private static boolean isDate(String word) {
    String[] parts = word.split("[-./]", -1);
    if (parts.length != 3 || !isDigits(parts[0]) || !isDigits(parts[1]) || !isDigits(parts[2])) {
      return false;
    }
    boolean yearFirst = parts[0].length() == 4 && parts[2].length() <= 2;
    boolean yearLast = parts[2].length() == 4 && parts[0].length() <= 2;
    return (yearFirst || yearLast) && parts[1].length() <= 2;
  }

  private static boolean hasYear(String text) {
    for (String word : text.split("[ \t,.]+")) {
      if (word.length() == 4
          && isDigits(word)
          && (word.startsWith("19") || word.startsWith("20"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(Ascii::isDigit);
  }

  /** A version of at least two numbers that some ecosystem takes. */
  private static boolean isVersion(String text) {
    if (text.isEmpty() || text.length() > LONGEST_VERSION || text.indexOf('.') < 0) {
      return false;
    }
    return Ascii.isDigit(text.charAt(0))
        && (isSemVer(text) || isPep440(text) || VersionMapping.readAny(text).isPresent());
  }

  private static boolean isSemVer(String text) {
    try {
      SemVer.parse(text);
      return true;
    } catch (InvalidVersionException e) {
      return false;
    }
  }

  private static boolean isPep440(String text) {
    try {
      Pep440Version.parse(text);
      return true;
    } catch (InvalidVersionException e) {
      return false;
    }
  }

  /** The beginning of a heading, with or without a link, and the rest. */
  private record Named(String name, Link link, String rest) {

    static Named read(String text) {
      int close = text.startsWith("[") ? text.indexOf(']') : -1;
      if (close < 0) {
        int end = 0;
        while (end < text.length() && " \t(:,".indexOf(text.charAt(end)) < 0) {
          end++;
        }
        return new Named(withoutTicks(text.substring(0, end)), Link.NONE, text.substring(end));
      }
      String name = withoutTicks(text.substring(1, close));
      String rest = text.substring(close + 1);
      int target = rest.startsWith("(") ? rest.indexOf(')') : -1;
      return target < 0
          ? new Named(name, Link.REFERENCE, rest)
          : new Named(name, Link.INLINE, rest.substring(target + 1));
    }

    private static String withoutTicks(String name) {
      return name.replace("`", "").replace("*", "").strip();
    }
  }
}

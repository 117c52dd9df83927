package io.github.releasesync.version;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A version as Maven 3.9 orders it (its class {@code ComparableVersion}; see the <a
 * href="https://maven.apache.org/pom.html#version-order-specification">POM reference</a>): {@code
 * alpha < beta < milestone < rc < snapshot < release < sp < other words < numbers} after the
 * release, letters of any case.
 *
 * <p>Maven knows no spelling that is wrong; refused are only an empty version, an expression that
 * is not resolved, and characters that cannot stand in a file name. Equal are versions that Maven
 * orders as equal, such as {@code 1.0} and {@code 1.0.0-ga}.
 */
public final class MavenVersion implements Comparable<MavenVersion> {

  private static final String NO_FILE_NAME = "\\/:\"<>|?*";
  private static final List<String> QUALIFIERS =
      List.of("alpha", "beta", "milestone", "rc", "snapshot", "", "sp");
  private static final int RELEASE = QUALIFIERS.indexOf("");
  private static final Map<String, String> ALIASES =
      Map.of("ga", "", "final", "", "release", "", "cr", "rc");
  private static final Map<String, String> ABBREVIATIONS =
      Map.of("a", "alpha", "b", "beta", "m", "milestone");

  private enum Kind {
    NUMBER,
    WORD,
    LIST
  }

  /**
   * A part of a version. Maven nests a list for what follows a hyphen or a change between digits
   * and letters, and always as the last element: so a flat sequence, where {@link #LIST} begins a
   * nested list that goes to the end, says the same and needs no recursion.
   */
  private record Part(Kind kind, String value) {

    static final Part LIST = new Part(Kind.LIST, "");
    static final Part ZERO = new Part(Kind.NUMBER, "0");

    static Part number(String digits) {
      return new Part(Kind.NUMBER, Digits.strip(digits));
    }

    static Part word(String letters, boolean beforeDigit) {
      String full = beforeDigit ? ABBREVIATIONS.getOrDefault(letters, letters) : letters;
      return new Part(Kind.WORD, ALIASES.getOrDefault(full, full));
    }

    /** Whether Maven drops this part at the end of a list. */
    boolean isNothing() {
      return kind == Kind.WORD && value.isEmpty() || isZero();
    }

    private boolean isZero() {
      return kind == Kind.NUMBER && value.equals(ZERO.value);
    }

    int compareTo(Part other) {
      if (kind != other.kind) {
        return Integer.compare(rank(), other.rank());
      }
      return switch (kind) {
        case NUMBER -> Digits.compare(value, other.value);
        case WORD -> compareWord(other.value);
        case LIST -> 0;
      };
    }

    private int rank() {
      return switch (kind) {
        case WORD -> 0;
        case LIST -> 1;
        case NUMBER -> 2;
      };
    }

    private int compareWord(String other) {
      int result = Integer.compare(qualifier(value), qualifier(other));
      return result != 0 || qualifier(value) < QUALIFIERS.size() ? result : value.compareTo(other);
    }

    private static int qualifier(String word) {
      int known = QUALIFIERS.indexOf(word);
      return known < 0 ? QUALIFIERS.size() : known;
    }

    /** Compares with the end of the other version. */
    int compareToNothing() {
      return switch (kind) {
        case NUMBER -> isZero() ? 0 : 1;
        case WORD -> Integer.compare(qualifier(value), RELEASE);
        case LIST -> 0;
      };
    }
  }

  private final String text;
  private final List<Part> parts;

  private MavenVersion(String text) {
    this.text = text;
    this.parts = List.copyOf(normalized(split(text.toLowerCase(Locale.ROOT))));
  }

  /**
   * Reads a version.
   *
   * @param text the version
   * @return the version
   * @throws InvalidVersionException if the text is empty, has a character that cannot stand in a
   *     file name, white space or a control character, or an expression such as {@code ${revision}}
   */
  public static MavenVersion parse(String text) {
    Cursor in = new Cursor(text);
    if (in.atEnd()) {
      throw in.wrong("a version is missing");
    }
    int expression = text.indexOf("${");
    if (expression >= 0) {
      throw in.wrong("the expression at character " + (expression + 1) + " is not resolved");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (NO_FILE_NAME.indexOf(c) >= 0 || Character.isISOControl(c) || Character.isSpaceChar(c)) {
        in.moveTo(i);
        throw in.expected("a character that can stand in a file name");
      }
    }
    return new MavenVersion(text);
  }

  /** A bound of a range, where Maven checks nothing. */
  static MavenVersion bound(String text) {
    return new MavenVersion(text);
  }

  /** Splits at dots, hyphens and between digits and letters. */
  private static List<Part> split(String text) {
    List<Part> parts = new ArrayList<>();
    int start = 0;
    boolean digits = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' || c == '-') {
        parts.add(i == start ? Part.ZERO : part(text.substring(start, i), digits));
        start = i + 1;
        if (c == '-') {
          parts.add(Part.LIST);
        }
      } else if (Digits.isDigit(c)) {
        if (!digits && i > start) {
          openList(parts);
          parts.add(Part.word(text.substring(start, i), true));
          parts.add(Part.LIST);
          start = i;
        }
        digits = true;
      } else {
        if (digits && i > start) {
          parts.add(Part.number(text.substring(start, i)));
          parts.add(Part.LIST);
          start = i;
        }
        digits = false;
      }
    }
    if (start < text.length()) {
      if (!digits) {
        openList(parts);
      }
      parts.add(part(text.substring(start), digits));
    }
    return parts;
  }

  private static Part part(String text, boolean digits) {
    return digits ? Part.number(text) : Part.word(text, false);
  }

  /** A word begins a list of its own, so that {@code 1.x} is {@code 1-x}. */
  private static void openList(List<Part> parts) {
    if (!parts.isEmpty() && parts.get(parts.size() - 1) != Part.LIST) {
      parts.add(Part.LIST);
    }
  }

  /** Drops what is nothing at the end of each list, from the innermost list outwards. */
  private static Deque<Part> normalized(List<Part> parts) {
    Deque<Part> kept = new ArrayDeque<>();
    boolean atEndOfList = true;
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = parts.get(i);
      if (part == Part.LIST) {
        if (!kept.isEmpty()) {
          kept.addFirst(part);
        }
        atEndOfList = true;
      } else if (!atEndOfList || !part.isNothing()) {
        kept.addFirst(part);
        atEndOfList = false;
      }
    }
    return kept;
  }

  /**
   * Whether this is a development version to Maven: one that ends with {@code SNAPSHOT}, or a
   * deployed snapshot, where time and build number stand instead.
   *
   * @return true if Maven treats it as a snapshot
   */
  public boolean isSnapshot() {
    return Cursor.startsWithIgnoringAsciiCase(text, text.length() - "SNAPSHOT".length(), "snapshot")
        || timestampStart(text) >= 0;
  }

  /** Where {@code -YYYYMMDD.HHMMSS-N} begins at the end of a text, or -1. */
  static int timestampStart(String text) {
    int build = text.lastIndexOf('-');
    int start = build - "-20260101.000000".length();
    if (start < 0
        || text.charAt(start) != '-'
        || text.charAt(start + 9) != '.'
        || !Digits.allDigits(text.substring(build + 1))
        || !Digits.allDigits(text.substring(start + 1, start + 9))
        || !Digits.allDigits(text.substring(start + 10, build))) {
      return -1;
    }
    return start;
  }

  @Override
  public int compareTo(MavenVersion other) {
    int common = Math.min(parts.size(), other.parts.size());
    for (int i = 0; i < common; i++) {
      int result = parts.get(i).compareTo(other.parts.get(i));
      if (result != 0) {
        return result;
      }
    }
    int rest = compareRestToNothing(common);
    return rest != 0 ? rest : -other.compareRestToNothing(common);
  }

  private int compareRestToNothing(int from) {
    for (int i = from; i < parts.size(); i++) {
      int result = parts.get(i).compareToNothing();
      if (result != 0) {
        return result;
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MavenVersion that && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /**
   * The canonical spelling is the text as written: a repository finds an artifact by the exact text
   * of its version, so {@code 1.0} and {@code 1.0.0} are two artifacts although they order as
   * equal.
   *
   * @return the text
   */
  @Override
  public String toString() {
    return text;
  }

  /**
   * What Maven compares: lower case, words in full, without trailing zeros.
   *
   * @return Maven's canonical form, such as {@code 1-alpha-1} for {@code 1.0.0-A1}; for comparing
   *     and explaining, never for looking up an artifact
   */
  public String canonical() {
    StringBuilder canonical = new StringBuilder();
    int listStart = 0;
    for (Part part : parts) {
      boolean list = part == Part.LIST;
      if (canonical.length() > listStart) {
        canonical.append(list ? '-' : '.');
      }
      canonical.append(part.value());
      if (list) {
        listStart = canonical.length();
      }
    }
    return canonical.toString();
  }
}

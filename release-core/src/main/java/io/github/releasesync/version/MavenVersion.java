package io.github.releasesync.version;

import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * A version as Maven orders it. Maven's own {@link ComparableVersion} decides: {@code alpha < beta
 * < milestone < rc < snapshot < release < sp < other words < numbers} after the release, letters of
 * any case (<a href="https://maven.apache.org/pom.html#version-order-specification">POM
 * reference</a>). The plugin carries the class, so that every Maven gives the same answer.
 *
 * <p>Maven knows no spelling that is wrong; refused are only an empty version, one of more than 150
 * characters, an unresolved expression, and characters that file names do not allow. The bound is
 * crates.io's; below it, the lists that {@code ComparableVersion} nests and the numbers that it
 * reads stay small, whatever a file says. Equal are versions that Maven orders as equal, such as
 * {@code 1.0} and {@code 1.0.0-ga}.
 */
public final class MavenVersion implements Comparable<MavenVersion> {

  private static final int LONGEST = 150;
  private static final String NO_FILE_NAME = "\\/:\"<>|?*";

  private final String text;
  private final ComparableVersion order;

  private MavenVersion(String text) {
    if (text.length() > LONGEST) {
      throw new InvalidVersionException(text, "a version has at most " + LONGEST + " characters");
    }
    this.text = text;
    this.order = new ComparableVersion(text);
  }

  /**
   * Reads a version.
   *
   * @param text the version
   * @return the version
   * @throws InvalidVersionException if the text is empty or longer than 150 characters, has a
   *     character that file names do not allow, white space or a control character, or an
   *     expression such as {@code ${revision}}
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

  /** A bound of a range, where Maven checks nothing; it has at most 150 characters here. */
  static MavenVersion bound(String text) {
    return new MavenVersion(text);
  }

  /**
   * Whether this is a development version to Maven: one that ends with {@code SNAPSHOT}, or a
   * deployed snapshot, with time and build number instead.
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
    return order.compareTo(other.order);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MavenVersion that && order.equals(that.order);
  }

  @Override
  public int hashCode() {
    return order.hashCode();
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
   * The form that Maven compares: lower case, words in full, without trailing zeros.
   *
   * @return Maven's canonical form, such as {@code 1-alpha-1} for {@code 1.0.0-A1}; for comparing
   *     and explaining, never for looking up an artifact
   */
  public String canonical() {
    return order.getCanonical();
  }
}

package io.github.releasesync.copies;

import io.github.releasesync.text.Ascii;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Pep440Version;
import io.github.releasesync.version.SemVer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A piece of any text that looks like a version: {@code 1.2.0}, {@code 1.2.0-beta.1}, {@code
 * 1.2.0rc1}, {@code 1.2.0.post1}. It ends before {@code .tar.gz}, {@code -py3} and {@code -blue}.
 *
 * @param start where its first digit is
 * @param end after its last character
 * @param numbers the count of its leading numbers
 */
record VersionToken(int start, int end, int numbers) {

  /** Longer ones are no versions that anybody writes by hand. */
  static final int LONGEST = 128;

  private static final Set<String> WORDS =
      Set.of(
          "a",
          "alpha",
          "b",
          "beta",
          "c",
          "rc",
          "cr",
          "pre",
          "preview",
          "m",
          "milestone",
          "dev",
          "snapshot",
          "nightly",
          "canary",
          "post",
          "rev",
          "r",
          "ga",
          "final",
          "sp",
          "incubating");

  /** The version whose first digit is at an offset, if one begins there. */
  static Optional<VersionToken> at(String text, int start) {
    return isDigit(text, start) && begins(text, start) ? from(text, start) : Optional.empty();
  }

  /** Like {@link #at}, after any text. */
  static Optional<VersionToken> from(String text, int start) {
    if (!isDigit(text, start)) {
      return Optional.empty();
    }
    int end = skipDigits(text, start);
    int numbers = 1;
    while (charAt(text, end) == '.' && isDigit(text, end + 1)) {
      end = skipDigits(text, end + 1);
      numbers++;
    }
    end = skipSuffixes(text, end);
    boolean open = Ascii.isLetterOrDigit(charAt(text, end)) || isWildcard(text, end);
    return open || end - start > LONGEST
        ? Optional.empty()
        : Optional.of(new VersionToken(start, end, numbers));
  }

  /** Whether nothing follows that would make it a longer version, or the name of a file. */
  boolean standsAlone(String text) {
    char next = charAt(text, end);
    return "-+._".indexOf(next) < 0 || !Ascii.isLetterOrDigit(charAt(text, end + 1));
  }

  String in(String text) {
    return text.substring(start, end);
  }

  /**
   * The spelling if only the version itself indicates it: PyPI's for {@code 1.2.0b1}, which is
   * specific to PyPI.
   */
  static Ecosystem spelling(String version, Ecosystem otherwise) {
    if (version.chars().noneMatch(Ascii::isLetter)) {
      return otherwise;
    }
    try {
      SemVer.parse(version);
      return otherwise;
    } catch (InvalidVersionException notCargo) {
      return isPep440(version) ? Ecosystem.PYPI : otherwise;
    }
  }

  private static boolean isPep440(String version) {
    try {
      Pep440Version.parse(version);
      return true;
    } catch (InvalidVersionException e) {
      return false;
    }
  }

  /** Not within a word or a longer number; after a {@code v} that is a word of its own. */
  private static boolean begins(String text, int start) {
    char before = charAt(text, start - 1);
    if (before == 'v' || before == 'V') {
      before = charAt(text, start - 2);
    }
    return !Ascii.isLetterOrDigit(before) && before != '.';
  }

  private static int skipSuffixes(String text, int start) {
    int end = start;
    while (end - start < LONGEST) {
      int word = isSeparator(charAt(text, end)) ? end + 1 : end;
      int wordEnd = word;
      while (Ascii.isLetter(charAt(text, wordEnd))) {
        wordEnd++;
      }
      if (!WORDS.contains(text.substring(word, wordEnd).toLowerCase(Locale.ROOT))) {
        break;
      }
      boolean separated = isSeparator(charAt(text, wordEnd)) && isDigit(text, wordEnd + 1);
      end = skipDigits(text, separated ? wordEnd + 1 : wordEnd);
    }
    return charAt(text, end) == '+' ? skipBuild(text, end + 1) : end;
  }

  private static int skipBuild(String text, int start) {
    int end = start;
    while (Ascii.isLetterOrDigit(charAt(text, end)) || charAt(text, end) == '.') {
      end++;
    }
    return end;
  }

  /** {@code 1.2.*}, {@code 1.2.x} and the two dots of {@code 1.2.0...1.3.0}. */
  private static boolean isWildcard(String text, int end) {
    if (charAt(text, end) != '.') {
      return charAt(text, end) == '*';
    }
    char next = charAt(text, end + 1);
    boolean x = (next == 'x' || next == 'X') && !Ascii.isLetterOrDigit(charAt(text, end + 2));
    return next == '*' || next == '.' || x;
  }

  private static int skipDigits(String text, int start) {
    int end = start;
    while (isDigit(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean isSeparator(char c) {
    return c == '-' || c == '.' || c == '_';
  }

  private static boolean isDigit(String text, int at) {
    return Ascii.isDigit(charAt(text, at));
  }

  /** The character at an offset; NUL outside the text. */
  static char charAt(String text, int at) {
    return at >= 0 && at < text.length() ? text.charAt(at) : '\0';
  }
}

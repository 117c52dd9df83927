package io.github.releasesync.text;

/** Classes of ASCII characters; those of {@link Character} hold other scripts too. */
public final class Ascii {

  private Ascii() {}

  public static boolean isLetter(int c) {
    return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z';
  }

  public static boolean isLetterOrDigit(int c) {
    return isLetter(c) || isDigit(c);
  }

  public static boolean isDigit(int c) {
    return '0' <= c && c <= '9';
  }
}

package io.github.releasesync.manifest;

/** Classes of ASCII characters; those of {@link Character} hold other scripts too. */
final class Ascii {

  private Ascii() {}

  static boolean isLetter(int c) {
    return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z';
  }

  static boolean isLetterOrDigit(int c) {
    return isLetter(c) || isDigit(c);
  }

  static boolean isDigit(int c) {
    return '0' <= c && c <= '9';
  }
}

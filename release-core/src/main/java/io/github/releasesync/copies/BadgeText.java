package io.github.releasesync.copies;

import io.github.releasesync.text.Ascii;

/**
 * The text of a static badge of shields.io in its address, where {@code -} ends a part of it and
 * {@code _} is a blank: doubled, they stand for themselves.
 */
final class BadgeText {

  private BadgeText() {}

  /** The text as a reader sees it; a single {@code -} stays, as what was written without care. */
  static String read(String address) {
    return address.replace("--", "-").replace("__", "_");
  }

  static String write(String text) {
    return text.replace("-", "--").replace("_", "__");
  }

  /** The version that begins at an offset, doubled characters included. */
  static VersionToken at(String content, VersionToken plain) {
    StringBuilder text = new StringBuilder(plain.in(content));
    int end = plain.end();
    while (end < content.length() && text.length() < VersionToken.LONGEST) {
      char c = content.charAt(end);
      boolean doubled = (c == '-' || c == '_') && VersionToken.charAt(content, end + 1) == c;
      if (!doubled && !isPart(c)) {
        break;
      }
      text.append(c);
      end += doubled ? 2 : 1;
    }
    String read = text.toString();
    return VersionToken.from(read, 0)
        .filter(token -> token.end() > plain.end() - plain.start())
        .map(token -> written(read, token, plain))
        .orElse(plain);
  }

  private static boolean isPart(char c) {
    return Ascii.isLetterOrDigit(c) || c == '.';
  }

  /** What stands behind the plain token is doubled. */
  private static VersionToken written(String read, VersionToken token, VersionToken plain) {
    int length = plain.end() - plain.start();
    String more = read.substring(length, token.end());
    return new VersionToken(plain.start(), plain.end() + write(more).length(), token.numbers());
  }
}

package io.github.releasesync.changelog;

import io.github.releasesync.text.Ascii;
import java.util.Set;
import java.util.TreeSet;

/** Issues and pull requests that a text names: {@code #12}, {@code GH-12}, GitLab's {@code !7}. */
final class References {

  private static final int MOST_DIGITS = 10;

  private References() {}

  /** The references, as {@code #12} and {@code !7}; those of other repositories are not. */
  static Set<String> in(String text) {
    Set<String> found = new TreeSet<>();
    for (int at = 0; at < text.length(); at++) {
      boolean begins = at == 0 || !isOfName(text.charAt(at - 1));
      char sign = text.charAt(at);
      int digits = sign == '#' || sign == '!' ? at + 1 : at + "GH-".length();
      boolean marked = digits == at + 1 || text.startsWith("GH-", at);
      int end = marked && begins ? digitsEnd(text, digits) : digits;
      if (end > digits && end - digits <= MOST_DIGITS) {
        found.add((sign == '!' ? "!" : "#") + text.substring(digits, end));
      }
    }
    return found;
  }

  private static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && Ascii.isDigit(text.charAt(end))) {
      end++;
    }
    boolean word = end < text.length() && Ascii.isLetter(text.charAt(end));
    return word ? from : end;
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '/' || c == '_' || c == '-' || c == '&';
  }
}

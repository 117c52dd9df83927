package io.github.releasesync.adopt;

import java.util.Map;
import java.util.Optional;

/**
 * A text of another tool with placeholders, translated to our placeholders.
 *
 * @param text the text in our words
 * @param unknown a word of theirs for which there is none of ours
 */
record ToolTemplate(String text, Optional<String> unknown) {

  /** Words in two braces, blanks allowed: cargo-release, and release-plz's Tera. */
  static ToolTemplate ofBraces(String text, Map<String, String> words) {
    StringBuilder out = new StringBuilder();
    int done = 0;
    int open = text.indexOf("{{");
    while (open >= 0) {
      int close = text.indexOf("}}", open);
      String word = close < 0 ? "" : text.substring(open + 2, close).strip();
      if (!words.containsKey(word)) {
        String shown = close < 0 ? text.substring(open) : text.substring(open, close + 2);
        return new ToolTemplate(text, Optional.of(shown));
      }
      out.append(text, done, open).append(words.get(word));
      done = close + 2;
      open = text.indexOf("{{", done);
    }
    return new ToolTemplate(out.append(text.substring(done)).toString(), Optional.empty());
  }

  /** Words after a dollar, in braces or not: Python's string.Template, as commitizen has them. */
  static ToolTemplate ofDollars(String text, Map<String, String> words) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int dollar = text.indexOf('$', at);
      if (dollar < 0) {
        break;
      }
      boolean braced = text.startsWith("{", dollar + 1);
      int start = dollar + (braced ? 2 : 1);
      int end = start;
      while (end < text.length() && isOfWord(text.charAt(end))) {
        end++;
      }
      String word = text.substring(start, end);
      int after = braced && text.startsWith("}", end) ? end + 1 : end;
      if (!words.containsKey(word)) {
        return new ToolTemplate(text, Optional.of(text.substring(dollar, after)));
      }
      out.append(text, at, dollar).append(words.get(word));
      at = after;
    }
    return new ToolTemplate(out.append(text.substring(at)).toString(), Optional.empty());
  }

  private static boolean isOfWord(char c) {
    return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  /** Why it cannot be taken over. */
  Optional<String> obstacle() {
    return unknown.map(word -> "no word for `" + word + "`");
  }
}

package io.github.releasesync.copies;

import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.util.Optional;

/** Finds strings of a JSON document's outermost object with their places. */
final class JsonStrings {

  private final SourceText text;
  private final String content;
  private int at;
  private int depth;

  private JsonStrings(SourceText text) {
    this.text = text;
    this.content = text.content();
  }

  /** The string that a key of the outermost object has; empty for what is no plain string. */
  static Optional<Located<String>> member(SourceText text, String key) {
    return new JsonStrings(text).find(key);
  }

  private Optional<Located<String>> find(String key) {
    while (at < content.length()) {
      char c = content.charAt(at++);
      if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      } else if (c == '"') {
        String string = string();
        if (depth == 1 && string.equals(key) && follows(':') && follows('"')) {
          int start = at;
          String value = string();
          return value.indexOf('\\') < 0
              ? Optional.of(new Located<>(value, text.place(start)))
              : Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** The rest of the string whose opening quote was read, escapes as they are. */
  private String string() {
    int start = at;
    while (at < content.length() && content.charAt(at) != '"') {
      at += content.charAt(at) == '\\' ? 2 : 1;
    }
    int end = Math.min(at, content.length());
    at = end + 1;
    return content.substring(start, end);
  }

  private boolean follows(char wanted) {
    int next = at;
    while (" \t\r\n".indexOf(VersionToken.charAt(content, next)) >= 0) {
      next++;
    }
    if (VersionToken.charAt(content, next) != wanted) {
      return false;
    }
    at = next + 1;
    return true;
  }
}

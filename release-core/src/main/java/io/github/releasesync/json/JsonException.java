package io.github.releasesync.json;

/**
 * Thrown when a text is not JSON, or a value has the wrong type. The message names the value by its
 * path ({@code urls[0].digests}) and holds no position and none of the text, so that it can be
 * shown with a registry's answer.
 */
public final class JsonException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 80;

  JsonException(String message) {
    super(message);
  }

  /** A path that is fit for a message: printable and short. */
  static String shown(String path) {
    StringBuilder text = new StringBuilder();
    path.codePoints()
        .limit(SHOWN)
        .map(c -> Character.isISOControl(c) ? '?' : c)
        .forEach(text::appendCodePoint);
    return "`" + text + "`";
  }
}

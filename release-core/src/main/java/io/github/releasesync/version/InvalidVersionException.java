package io.github.releasesync.version;

/** Thrown for a text that is not a valid version, requirement or level. */
public final class InvalidVersionException extends IllegalArgumentException {

  private static final int SHOWN = 80;

  private final String reason;

  InvalidVersionException(String text, String reason) {
    super("`" + shown(text) + "`: " + reason);
    this.reason = reason;
  }

  /**
   * The reason, without the text.
   *
   * @return a clause such as {@code the patch number is missing}
   */
  public String reason() {
    return reason;
  }

  /** The text on one line: control characters escaped, the rest of a long text cut off. */
  static String shown(String text) {
    StringBuilder line = new StringBuilder();
    int end = Math.min(text.length(), SHOWN);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c)) {
        line.append(String.format("\\u%04X", (int) c));
      } else {
        line.append(c);
      }
    }
    return line.append(end < text.length() ? "…" : "").toString();
  }
}

package io.github.releasesync.history;

import java.util.Optional;

/**
 * A footer of a commit message, such as {@code Refs: #123} or {@code closes #1234}.
 *
 * @param token its word; {@code BREAKING CHANGE} is the only one with a blank
 * @param separator {@code :} or a blank and a number sign
 * @param value the rest, over as many lines as it takes, without blanks around it
 */
public record Footer(String token, String separator, String value) {

  private static final String BREAKING = "BREAKING CHANGE";

  /** The first line of a footer; empty if the line is none. */
  static Optional<Footer> firstLine(String line) {
    int end = line.startsWith(BREAKING) ? BREAKING.length() : endOfToken(line);
    if (end == 0) {
      return Optional.empty();
    }
    String token = line.substring(0, end);
    if (line.startsWith(" #", end)) {
      return Optional.of(new Footer(token, " #", line.substring(end + 2)));
    }
    if (line.startsWith(": ", end) || line.length() == end + 1 && line.charAt(end) == ':') {
      return Optional.of(new Footer(token, ":", line.substring(end + 1)));
    }
    boolean tight = line.startsWith(":", end) && isBreaking(token);
    return tight ? Optional.of(new Footer(token, ":", line.substring(end + 1))) : Optional.empty();
  }

  private static int endOfToken(String line) {
    int end = 0;
    while (end < line.length() && isOfToken(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfToken(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '_';
  }

  private static boolean isBreaking(String token) {
    return token.equals(BREAKING) || token.equals("BREAKING-CHANGE");
  }

  /**
   * Whether it announces a breaking change. Upper case is required by the specification.
   *
   * @return true for {@code BREAKING CHANGE} and {@code BREAKING-CHANGE}
   */
  public boolean isBreaking() {
    return isBreaking(token);
  }

  Footer withValue(String other) {
    return new Footer(token, separator, other);
  }

  @Override
  public String toString() {
    return token + separator + value;
  }
}

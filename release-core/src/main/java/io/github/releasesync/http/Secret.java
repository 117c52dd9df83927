package io.github.releasesync.http;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;

/**
 * A token. It is not printed, compared or hashed by its value. Checked before use, because the
 * JDK's exceptions name the header value that they refuse.
 */
public final class Secret {

  /** The longest token that is taken. */
  public static final int LONGEST = 8192;

  private static final int SHORTEST = 8;

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /**
   * Takes a token. White space around it, such as the line end of a file, is removed.
   *
   * @param source where it comes from, for messages: the name of an environment variable or server
   * @param text the token
   * @return the secret
   * @throws ReleaseException with {@link Code#TOKEN_INVALID} if it is not 8 to 8192 printable ASCII
   *     characters without spaces; the message does not contain it
   */
  public static Secret of(String source, String text) {
    String trimmed = text.strip();
    boolean legal = trimmed.chars().allMatch(c -> c > ' ' && c < 0x7f);
    if (!legal || trimmed.length() < SHORTEST || trimmed.length() > LONGEST) {
      throw ReleaseException.of(
          Code.TOKEN_INVALID,
          Place.of(source),
          legal
              ? "the token is " + trimmed.length() + " characters long"
              : "the token has an invalid character: a space, line end or non-ASCII",
          "copy the token again; it is one line of printable ASCII");
    }
    return new Secret(trimmed);
  }

  /** The token itself, for a header or for looking it up in text. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "***";
  }
}

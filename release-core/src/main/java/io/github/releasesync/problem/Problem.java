package io.github.releasesync.problem;

/**
 * One thing that is wrong, in one place, and what to do about it. What {@code check} finds and what
 * stops a goal are both problems.
 *
 * @param code what kind of problem it is
 * @param severity how bad it is here
 * @param place where it is
 * @param message what is wrong, with the offending value
 * @param help what to do next
 */
public record Problem(Code code, Severity severity, Place place, String message, Help help) {

  /** Values stand in messages, and a file can state one of a megabyte a thousand times. */
  private static final int LONGEST_TEXT = 2_000;

  /**
   * A problem. Texts beyond 2,000 characters are cut.
   *
   * @param code what kind of problem it is
   * @param severity how bad it is
   * @param place where it is
   * @param message what is wrong, with the offending value
   * @param help what to do next
   */
  public Problem {
    message = cut(message);
  }

  /**
   * A problem whose help is plain text.
   *
   * @param code what kind of problem it is
   * @param severity how bad it is
   * @param place where it is
   * @param message what is wrong, with the offending value
   * @param help what to do next
   */
  public Problem(Code code, Severity severity, Place place, String message, String help) {
    this(code, severity, place, message, Help.of(help));
  }

  /**
   * A problem with the usual severity of its code.
   *
   * @param code what kind of problem it is
   * @param place where it is
   * @param message what is wrong, with the offending value
   * @param help what to do next
   * @return the problem
   */
  public static Problem of(Code code, Place place, String message, String help) {
    return new Problem(code, code.severity(), place, message, help);
  }

  /**
   * A problem with the usual severity of its code.
   *
   * @param code what kind of problem it is
   * @param place where it is
   * @param message what is wrong, with the offending value
   * @param help what to do next, with commands and options
   * @return the problem
   */
  public static Problem of(Code code, Place place, String message, Help help) {
    return new Problem(code, code.severity(), place, message, help);
  }

  static String cut(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1));
    return text.substring(0, pair ? LONGEST_TEXT - 1 : LONGEST_TEXT) + "...";
  }

  /**
   * The same problem, as bad as somebody decided.
   *
   * @param other how bad it is
   * @return the problem with that severity
   */
  public Problem withSeverity(Severity other) {
    return new Problem(code, other, place, message, help);
  }

  /** As every record's, but linked when it is compiled: each check looks for repetitions. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Problem p
        && code == p.code
        && severity == p.severity
        && place.equals(p.place)
        && message.equals(p.message)
        && help.equals(p.help);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * code.hashCode() + place.hashCode()) + message.hashCode();
  }
}

package io.github.releasesync.problem;

/**
 * One problem at one place, with its help. Findings of {@code check} and errors that stop a goal
 * are both problems.
 *
 * @param code the kind of the problem
 * @param severity its severity here
 * @param place where it is
 * @param message the message, with the offending value
 * @param help the help
 */
public record Problem(Code code, Severity severity, Place place, String message, Help help) {

  /** Messages contain values, and a file can state a value of a megabyte a thousand times. */
  private static final int LONGEST_TEXT = 2_000;

  /**
   * A problem. Texts beyond 2,000 characters are cut.
   *
   * @param code the kind of the problem
   * @param severity its severity
   * @param place where it is
   * @param message the message, with the offending value
   * @param help the help
   */
  public Problem {
    message = cut(message);
  }

  /**
   * A problem whose help is plain text.
   *
   * @param code the kind of the problem
   * @param severity its severity
   * @param place where it is
   * @param message the message, with the offending value
   * @param help the help
   */
  public Problem(Code code, Severity severity, Place place, String message, String help) {
    this(code, severity, place, message, Help.of(help));
  }

  /**
   * A problem with the usual severity of its code.
   *
   * @param code the kind of the problem
   * @param place where it is
   * @param message the message, with the offending value
   * @param help the help
   * @return the problem
   */
  public static Problem of(Code code, Place place, String message, String help) {
    return new Problem(code, code.severity(), place, message, help);
  }

  /**
   * A problem with the usual severity of its code.
   *
   * @param code the kind of the problem
   * @param place where it is
   * @param message the message, with the offending value
   * @param help the help, with commands and options
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
   * The same problem with a configured severity.
   *
   * @param other the other severity
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

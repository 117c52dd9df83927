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
public record Problem(Code code, Severity severity, Place place, String message, String help) {

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
   * The same problem, as bad as somebody decided.
   *
   * @param other how bad it is
   * @return the problem with that severity
   */
  public Problem withSeverity(Severity other) {
    return new Problem(code, other, place, message, help);
  }
}

package io.github.releasesync.problem;

import java.util.regex.Pattern;

/** Thrown when work cannot go on because of something that a user or the environment caused. */
public final class ReleaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What lines of reports escape too, in the same way: a message is recognized in its line. */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]|(?<=#)#(?=(vso)?\\[)");

  private final transient Problem problem;

  /**
   * An exception for a problem.
   *
   * @param problem the problem
   */
  public ReleaseException(Problem problem) {
    super(oneLine(problem));
    this.problem = problem;
  }

  /**
   * An exception for a problem that another failure brought up.
   *
   * @param problem the problem
   * @param cause the failure below it
   */
  public ReleaseException(Problem problem, Throwable cause) {
    super(oneLine(problem), cause);
    this.problem = problem;
  }

  /**
   * An exception for a problem with the usual severity of its code.
   *
   * @param code the kind of the problem
   * @param place where it is
   * @param message the message, with the offending value
   * @param help the help
   * @return the exception, to be thrown
   */
  public static ReleaseException of(Code code, Place place, String message, String help) {
    return new ReleaseException(Problem.of(code, place, message, help));
  }

  /**
   * An exception for a problem with the usual severity of its code.
   *
   * @param code the kind of the problem
   * @param place the place
   * @param message the message, with the offending value
   * @param help the help, with commands and options
   * @return the exception, to be thrown
   */
  public static ReleaseException of(Code code, Place place, String message, Help help) {
    return new ReleaseException(Problem.of(code, place, message, help));
  }

  /**
   * An exception for a problem of a whole file or of a parameter.
   *
   * @param code the kind of the problem
   * @param where the file's path from the repository root, or the parameter's user property
   * @param message the message, with the offending value
   * @param help the help
   * @return the exception, to be thrown
   */
  public static ReleaseException of(Code code, String where, String message, String help) {
    return of(code, Place.of(where), message, help);
  }

  /**
   * An exception for a problem of the whole repository.
   *
   * @param code the kind of the problem
   * @param message the message, with the offending value
   * @param help the help
   * @return the exception, to be thrown
   */
  public static ReleaseException of(Code code, String message, String help) {
    return of(code, ".", message, help);
  }

  /**
   * The same problem, brought up by another failure.
   *
   * @param cause the failure below it
   * @return an exception with that cause, to be thrown
   */
  public ReleaseException causedBy(Throwable cause) {
    return new ReleaseException(problem, cause);
  }

  /** A stack trace is printed as it is: no value may begin a line of it, or give an order to CI. */
  private static String oneLine(Problem problem) {
    return UNSAFE
        .matcher(problem.place() + ": " + problem.message())
        .replaceAll(found -> "\\\\u{" + Integer.toHexString(found.group().codePointAt(0)) + "}");
  }

  /**
   * The problem.
   *
   * @return the problem
   */
  public Problem problem() {
    return problem;
  }
}

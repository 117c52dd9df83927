package io.github.releasesync.problem;

/** Thrown when work cannot go on because of something that a user or the environment caused. */
public final class ReleaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /**
   * An exception for a problem.
   *
   * @param problem what is wrong
   */
  public ReleaseException(Problem problem) {
    super(oneLine(problem));
    this.problem = problem;
  }

  /**
   * An exception for a problem that another failure brought up.
   *
   * @param problem what is wrong
   * @param cause the failure below it
   */
  public ReleaseException(Problem problem, Throwable cause) {
    super(oneLine(problem), cause);
    this.problem = problem;
  }

  /** A stack trace is printed as it is: no value may begin a line of it, or give an order to CI. */
  private static String oneLine(Problem problem) {
    String text = problem.place() + ": " + problem.message();
    return text.replaceAll("\\p{Cntrl}", "?").replace("##", "#?");
  }

  /**
   * What is wrong.
   *
   * @return the problem
   */
  public Problem problem() {
    return problem;
  }
}

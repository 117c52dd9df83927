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
    super(problem.place() + ": " + problem.message());
    this.problem = problem;
  }

  /**
   * An exception for a problem that another failure brought up.
   *
   * @param problem what is wrong
   * @param cause the failure below it
   */
  public ReleaseException(Problem problem, Throwable cause) {
    super(problem.place() + ": " + problem.message(), cause);
    this.problem = problem;
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

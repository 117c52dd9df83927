package io.github.releasesync.process;

/**
 * Thrown if a program did not run to its end. The message names the program, never its environment.
 * An interrupt is one of the reasons: the thread's interrupt flag is then set.
 */
public sealed class ProcessException extends RuntimeException
    permits ProgramNotFoundException, ProcessTimeoutException {

  private static final long serialVersionUID = 1L;

  /**
   * An exception with its reason.
   *
   * @param message which program, and why
   */
  public ProcessException(String message) {
    super(message);
  }

  /**
   * An exception with its reason and the failure below it.
   *
   * @param message which program, and why
   * @param cause the failure below it
   */
  public ProcessException(String message, Throwable cause) {
    super(message, cause);
  }
}

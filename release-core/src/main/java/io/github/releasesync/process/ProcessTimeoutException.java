package io.github.releasesync.process;

import java.time.Duration;

/** The program did not finish in time and was killed. */
public final class ProcessTimeoutException extends ProcessException {

  private static final long serialVersionUID = 1L;

  /**
   * An exception for a program.
   *
   * @param program its name
   * @param timeout the time limit
   */
  public ProcessTimeoutException(String program, Duration timeout) {
    super(program + " did not finish within " + inWords(timeout));
  }

  private static String inWords(Duration timeout) {
    return timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
  }
}

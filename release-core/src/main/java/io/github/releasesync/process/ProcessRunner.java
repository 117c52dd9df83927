package io.github.releasesync.process;

/** Runs a program to its end. */
@FunctionalInterface
public interface ProcessRunner {

  /**
   * Runs a program and waits for it.
   *
   * @param command the command
   * @return its result, with any exit code
   * @throws ProgramNotFoundException if the program is not installed
   * @throws ProcessTimeoutException if it took too long; it was killed
   * @throws ProcessException if it could not be run to its end for another reason
   */
  ProcessResult run(Command command);
}

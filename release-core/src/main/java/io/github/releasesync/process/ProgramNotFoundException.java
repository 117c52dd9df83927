package io.github.releasesync.process;

/** The program is not on the PATH. */
public final class ProgramNotFoundException extends ProcessException {

  private static final long serialVersionUID = 1L;

  /**
   * An exception for a program.
   *
   * @param program its name
   */
  public ProgramNotFoundException(String program) {
    super(program + " was not found on the PATH");
  }
}

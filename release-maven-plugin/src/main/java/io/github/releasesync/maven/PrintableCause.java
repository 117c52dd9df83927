package io.github.releasesync.maven;

import io.github.releasesync.report.ReportLine;

/**
 * A cause with a message of one line. Maven prints the message of each cause that the messages
 * before it do not contain, and a path in it may have a line break.
 */
final class PrintableCause extends Exception {

  private static final long serialVersionUID = 1L;

  private final String type;

  /** The cause of a failure that is printed with a line of its own. */
  PrintableCause(String line, Throwable thrown) {
    super(line, thrown.getCause() == null ? null : new PrintableCause(thrown.getCause()));
    this.type = thrown.getClass().getName();
    setStackTrace(thrown.getStackTrace());
  }

  private PrintableCause(Throwable cause) {
    this(ReportLine.info(String.valueOf(cause.getMessage())).text(), cause);
  }

  /** As the original is shown in a stack trace. */
  @Override
  public String toString() {
    return type + ": " + getMessage();
  }
}

package io.github.releasesync.process;

import java.io.IOException;
import java.io.InputStream;

/** A reader of a program's output while it runs, so that it need not fit into memory. */
@FunctionalInterface
public interface OutputReader {

  /**
   * Reads up to the end. Unread output is discarded.
   *
   * @param output the program's standard output
   * @throws IOException if reading fails
   */
  void read(InputStream output) throws IOException;
}

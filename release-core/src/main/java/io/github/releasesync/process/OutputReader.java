package io.github.releasesync.process;

import java.io.IOException;
import java.io.InputStream;

/** Reads what a program writes while it runs, so that it need not fit into memory. */
@FunctionalInterface
public interface OutputReader {

  /**
   * Reads up to the end. What it leaves is thrown away.
   *
   * @param output the program's standard output
   * @throws IOException if reading fails
   */
  void read(InputStream output) throws IOException;
}

package io.github.releasesync.process;

import java.nio.charset.StandardCharsets;

/**
 * The result of a program.
 *
 * @param exitCode its exit code
 * @param output its standard output, unless a reader or a file got it; must not be changed
 * @param errorText its standard error, read as UTF-8, truncated if it is very long
 */
public record ProcessResult(int exitCode, byte[] output, String errorText) {

  /**
   * Whether the exit code is 0.
   *
   * @return true for success
   */
  public boolean succeeded() {
    return exitCode == 0;
  }

  /**
   * The output as text.
   *
   * @return the output read as UTF-8; bytes that are not UTF-8 become U+FFFD
   */
  public String outputText() {
    return new String(output, StandardCharsets.UTF_8);
  }
}

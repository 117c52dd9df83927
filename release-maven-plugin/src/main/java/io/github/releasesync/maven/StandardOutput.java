package io.github.releasesync.maven;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The standard output of the process, without Maven in between: its log begins every line with a
 * prefix, and Maven 4 sends {@code System.out} through the log as well. GitHub Actions recognizes a
 * command only at the beginning of a line.
 */
final class StandardOutput {

  private StandardOutput() {}

  static void print(List<String> lines) throws MojoExecutionException {
    if (lines.isEmpty()) {
      return;
    }
    byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    // Not closed, because the rest of the process writes there too.
    FileOutputStream output = new FileOutputStream(FileDescriptor.out);
    try {
      output.write(text);
    } catch (IOException e) {
      throw new MojoExecutionException("standard output cannot be written", e);
    }
  }
}

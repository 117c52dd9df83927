package io.github.releasesync;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder for reports. Git never sees it, and no reader ever sees half a file. */
final class OutputDirectory {

  private static final String DEFAULT = "target/release-sync";

  private final Path root;
  private final Path directory;

  OutputDirectory(Path root, Path directory) {
    this.root = root;
    this.directory = root.resolve(directory).normalize();
  }

  static OutputDirectory byDefault(Path root) {
    return new OutputDirectory(root, Path.of(DEFAULT));
  }

  /**
   * Writes a report.
   *
   * @return its path, from the root where it lies below
   * @throws ReleaseException with {@link Code#OUTPUT_UNWRITABLE}
   */
  String write(String name, String content) {
    Path file = directory.resolve(name);
    try {
      Files.createDirectories(directory);
      Path ignore = directory.resolve(".gitignore");
      if (Files.notExists(ignore)) {
        Files.writeString(ignore, "*\n");
      }
      Path whole = Files.createTempFile(directory, name, ".tmp");
      try {
        Files.writeString(whole, content);
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException e) {
      throw new ReleaseException(
          Problem.of(
              Code.OUTPUT_UNWRITABLE,
              Place.of(display(file)),
              "cannot be written: " + e.getClass().getSimpleName(),
              "make the folder writable, or name another with -Drelease-sync.outputDirectory"),
          e);
    }
    return display(file);
  }

  private String display(Path file) {
    Path shown = file.startsWith(root) ? root.relativize(file) : file;
    return shown.toString().replace('\\', '/');
  }
}

package io.github.releasesync.packaging;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** The folders of a build. */
final class Folders {

  private final Path root;

  Folders(Path root) {
    this.root = root;
  }

  /** Creates an empty folder; its old contents are deleted. */
  Path empty(Path folder) {
    try {
      delete(folder);
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw unwritable(root, folder, e);
    }
  }

  /** Moves a file into a folder of the same file system. */
  Path move(Path file, Path folder) {
    Path target = folder.resolve(file.getFileName());
    try {
      return Files.move(file, target);
    } catch (IOException e) {
      throw unwritable(root, target, e);
    }
  }

  /** The files of a folder with a suffix, sorted by name; none if the folder is missing. */
  List<Path> files(Path folder, String suffix) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().endsWith(suffix))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unwritable(root, folder, e);
    }
  }

  /** A path for messages: relative to the root if it is below it. */
  static String display(Path root, Path path) {
    Path shown = path.startsWith(root) ? root.relativize(path) : path;
    return shown.toString().replace('\\', '/');
  }

  static ReleaseException unwritable(Path root, Path path, IOException cause) {
    String reason = cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")";
    return new ReleaseException(
        Problem.of(
            Code.OUTPUT_UNWRITABLE,
            Place.of(display(root, path)),
            "cannot be written: " + cause.getClass().getSimpleName() + reason,
            Help.of(
                "free disk space and make the folder writable, or choose another with ",
                Option.named("outputDirectory"))),
        cause);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

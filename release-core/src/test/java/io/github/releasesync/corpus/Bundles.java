package io.github.releasesync.corpus;

import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The real repositories, which hold manifests and locks and no source. */
final class Bundles {

  private Bundles() {}

  /** The bundles by name, or an aborted test. */
  static List<Path> all() {
    try (Stream<Path> files = Files.list(Shared.require("corpus").resolve("bundles"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code owner/name}. */
  static String repository(Path bundle) {
    return bundle.getFileName().toString().replace(".bundle", "").replace('+', '/');
  }

  /** Clones a bundle, into a folder of its name. */
  static Path cloned(Path bundle, Path temp) {
    Path directory = temp.resolve(bundle.getFileName().toString());
    GitSandbox.init(temp.resolve("empty"))
        .git("clone", "-q", "-b", "main", bundle.toString(), directory.toString());
    return directory;
  }

  /** Creates the empty sources without which Cargo loads no crate. */
  static void addSources(Path bundle, Path directory) {
    String name = bundle.getFileName().toString().replace(".bundle", ".txt");
    try {
      for (String source : Files.readAllLines(Shared.require("corpus/rs-stubs/" + name))) {
        Path file = directory.resolve(source);
        if (!source.isBlank() && Files.notExists(file)) {
          Files.createDirectories(file.getParent());
          Files.createFile(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.github.releasesync.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Programs of other ecosystems. A test that needs one is skipped, by its name, where it is not. */
public final class Toolchains {

  private Toolchains() {}

  /** The program, or an aborted test. */
  public static Path require(String name) {
    Optional<Path> found =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .filter(folder -> !folder.isEmpty())
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    Assumptions.assumeTrue(found.isPresent(), () -> name + " is not on the PATH");
    return found.orElseThrow();
  }
}

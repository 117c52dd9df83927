package io.github.releasesync.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A repository of N crates in one Cargo workspace, N/10 Python projects built from some of them and
 * N/10 Maven modules, all at one version, in one tagged commit. The same N always gives the same
 * files.
 */
final class GeneratedWorkspace {

  private static final String VERSION = "1.4.2";
  private static final int MOST_DEPENDENCIES = 3;

  private final Path root;
  private final int crates;
  private final Random random = new Random(1);

  private GeneratedWorkspace(Path root, int crates) {
    this.root = root;
    this.crates = crates;
  }

  /** Writes the repository, if it is not there from a run before. */
  static Path in(Path folder, int crates) throws IOException, InterruptedException {
    Path root = folder.resolve("workspace-" + crates);
    if (Files.notExists(root.resolve(".git/refs/tags/v" + VERSION))) {
      new GeneratedWorkspace(root, crates).write();
    }
    return root;
  }

  private void write() throws IOException, InterruptedException {
    StringBuilder lock = new StringBuilder("version = 4\n");
    for (int i = 0; i < crates; i++) {
      List<Integer> dependencies = dependenciesOf(i);
      writeCrate(i, dependencies);
      lock.append(locked(i, dependencies));
    }
    put("Cargo.toml", workspace());
    put("Cargo.lock", lock.toString());
    for (int i = 0; i < crates / 10; i++) {
      put("python/py-%05d/pyproject.toml".formatted(i), PROJECT.formatted(i, VERSION, i * 10));
      put("java/mod-%05d/pom.xml".formatted(i), MODULE.formatted(VERSION, i));
    }
    put("pom.xml", reactor());
    put(".gitignore", "target/\n");
    git("init", "-q");
    git("add", "-A");
    git("-c", "user.name=b", "-c", "user.email=b@example.invalid", "commit", "-q", "-m", "all");
    git("tag", "v" + VERSION);
  }

  private List<Integer> dependenciesOf(int crate) {
    return random
        .ints(random.nextInt(MOST_DEPENDENCIES + 1), 0, Math.max(1, crate))
        .filter(other -> other < crate)
        .distinct()
        .sorted()
        .boxed()
        .toList();
  }

  /** Each second dependency is inherited from the workspace. */
  private void writeCrate(int crate, List<Integer> dependencies) throws IOException {
    StringBuilder text = new StringBuilder(CRATE.formatted(name(crate)));
    for (int i = 0; i < dependencies.size(); i++) {
      String name = name(dependencies.get(i));
      text.append(
          i % 2 == 1
              ? "%s = { workspace = true }\n".formatted(name)
              : "%s = { path = \"../%s\", version = \"%s\", features = [\"extra\"] }\n"
                  .formatted(name, name, VERSION));
    }
    put("crates/" + name(crate) + "/Cargo.toml", text.toString());
    put("crates/" + name(crate) + "/src/lib.rs", "pub fn id() -> u32 { " + crate + " }\n");
  }

  private static String locked(int crate, List<Integer> dependencies) {
    String entry =
        "\n[[package]]\nname = \"%s\"\nversion = \"%s\"\n".formatted(name(crate), VERSION);
    return dependencies.isEmpty()
        ? entry
        : dependencies.stream()
            .map(dependency -> " \"" + name(dependency) + "\",\n")
            .collect(Collectors.joining("", entry + "dependencies = [\n", "]\n"));
  }

  private String workspace() {
    return IntStream.range(0, crates)
        .mapToObj(GeneratedWorkspace::name)
        .map(
            name ->
                "%s = { path = \"crates/%s\", version = \"%s\" }\n".formatted(name, name, VERSION))
        .collect(Collectors.joining("", WORKSPACE.formatted(VERSION), ""));
  }

  private String reactor() {
    return IntStream.range(0, crates / 10)
        .mapToObj("    <module>java/mod-%05d</module>\n"::formatted)
        .collect(Collectors.joining("", REACTOR.formatted(VERSION), "  </modules>\n</project>\n"));
  }

  private static String name(int crate) {
    return "crate-%05d".formatted(crate);
  }

  private void put(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(arguments));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException(command + " failed");
    }
  }

  private static final String WORKSPACE =
      """
      [workspace]
      resolver = "2"
      members = ["crates/*"]

      [workspace.package]
      version = "%s"
      edition = "2021"
      license = "MIT OR Apache-2.0"
      repository = "https://example.invalid/bench"

      [workspace.dependencies]
      """;

  private static final String CRATE =
      """
      # generated
      [package]
      name = "%s"
      version.workspace = true
      edition.workspace = true
      license.workspace = true
      repository.workspace = true
      description = "A crate of the benchmark"
      keywords = ["bench", "generated"]

      [features]
      default = []
      extra = []

      [dependencies]
      """;

  private static final String PROJECT =
      """
      [build-system]
      requires = ["maturin>=1.4,<2.0"]
      build-backend = "maturin"

      [project]
      name = "bench-py-%05d"
      version = "%s"
      description = "A project of the benchmark"
      requires-python = ">=3.9"
      classifiers = [
          "Programming Language :: Rust",
      ]
      dependencies = ["numpy>=1.24; python_version >= '3.9'"]

      [project.optional-dependencies]
      test = ["pytest>=7"]

      [tool.maturin]
      manifest-path = "../../crates/crate-%05d/Cargo.toml"
      features = ["extra"]
      """;

  private static final String REACTOR =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>invalid.bench</groupId>
        <artifactId>parent</artifactId>
        <version>%s</version>
        <packaging>pom</packaging>
        <modules>
      """;

  private static final String MODULE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <parent>
          <groupId>invalid.bench</groupId>
          <artifactId>parent</artifactId>
          <version>%s</version>
          <relativePath>../../pom.xml</relativePath>
        </parent>
        <artifactId>mod-%05d</artifactId>
        <packaging>pom</packaging>
      </project>
      """;
}

package io.github.releasesync.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A repository of one crate with N commits in a row, of which the last 200 are not released; the
 * releases are spread over the others. The same numbers always give the same repository.
 */
final class GeneratedHistory {

  private static final int UNRELEASED = 200;
  private static final long FIRST = 1_600_000_000L;

  private static final List<String> TITLES =
      List.of(
          "feat(api): add a thing",
          "fix: repair a thing (#12)",
          "docs: explain",
          "chore(deps): bump serde",
          "Update README.md",
          "refactor: move it");

  private static final String BODY =
      "\n\nWhat was done, and why.\nIn two or three lines, as most of them have.\n\n"
          + "Signed-off-by: Ada <ada@example.org>\n";

  private GeneratedHistory() {}

  /** Makes the repository, if it is not there from a run before. */
  static Path in(Path folder, int commits, int tags) throws IOException, InterruptedException {
    Path root = folder.resolve("history-" + commits + "-" + tags);
    if (Files.notExists(root.resolve("Cargo.toml"))) {
      Files.createDirectories(root);
      Path stream = Files.createTempFile("history", ".fi");
      try {
        try (BufferedWriter out = Files.newBufferedWriter(stream)) {
          write(out, commits, tags);
        }
        git(root, null, "init", "-q", "-b", "main");
        git(root, stream, "fast-import", "--quiet");
        git(root, null, "checkout", "-q", "main");
      } finally {
        Files.delete(stream);
      }
    }
    return root;
  }

  private static void write(BufferedWriter out, int commits, int tags) throws IOException {
    int released = commits - UNRELEASED;
    int written = 0;
    for (int i = 0; i < commits; i++) {
      String when = "Ada <ada@example.org> " + (FIRST + i * 60L) + " +0000\n";
      out.write("commit refs/heads/main\nmark :" + (i + 1) + "\ncommitter " + when);
      data(out, TITLES.get(i % TITLES.size()) + BODY);
      if (i == 0) {
        out.write("M 644 inline Cargo.toml\n");
        data(out, "[package]\nname = \"engine\"\nversion = \"1." + tags + ".0\"\n");
        out.write("M 644 inline .gitignore\n");
        data(out, "target/\n");
      }
      out.write("M 644 inline src/f" + i % 50 + ".rs\n");
      data(out, "// " + i + "\n");
      // The first commit is released where there is one tag only, so that all others are not.
      while (written < tags && i >= (long) written * released / tags) {
        written++;
        out.write("tag v1." + written + ".0\nfrom :" + (i + 1) + "\ntagger " + when);
        data(out, "v\n");
      }
    }
  }

  private static void data(BufferedWriter out, String text) throws IOException {
    out.write("data " + text.length() + "\n" + text + "\n");
  }

  private static void git(Path root, Path input, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile()).inheritIO();
    if (input != null) {
      builder.redirectInput(input.toFile());
    }
    if (builder.start().waitFor() != 0) {
      throw new IOException(command + " failed");
    }
  }
}

package io.github.releasesync.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long {@code next} takes, whole process: for the last 200 commits of histories of different
 * length, and for all commits at once. Run by {@code mvn -Pbench verify}; not a test of the build,
 * for time depends on the machine.
 */
@Tag("bench")
class NextBench {

  private static final int ROUNDS = Integer.getInteger("release-sync.bench.rounds", 7);
  private static final int TAGS = 200;

  private final Path folder = Path.of(System.getProperty("release-sync.bench.folder"));
  private final String plugin = System.getProperty("release-sync.bench.plugin");
  private final List<String> table = new ArrayList<>();

  @Test
  void next() throws IOException, InterruptedException {
    table.add("| | whole | peak | git log |");
    table.add("|---|---|---|---|");
    row("last 200 of 10,000 commits", GeneratedHistory.in(folder, 10_000, TAGS));
    row("last 200 of 100,000 commits", GeneratedHistory.in(folder, 100_000, TAGS));
    row("all of 10,000 commits", GeneratedHistory.in(folder, 10_000, 1));
    row("all of 100,000 commits", GeneratedHistory.in(folder, 100_000, 1));
    Files.write(folder.resolve("next.md"), table);
    table.forEach(System.out::println);
  }

  private void row(String name, Path repository) throws IOException, InterruptedException {
    List<String> goal = maven(plugin + ":next", "-Drelease-sync.root=" + repository);
    // Invoker installs what the plugin needs without the BOMs that its POMs import.
    List<String> online = new ArrayList<>(goal);
    online.remove("-o");
    Measured.run(folder, online);
    List<Measured> whole = new ArrayList<>();
    List<Measured> git = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      whole.add(Measured.run(folder, goal));
      git.add(Measured.run(repository, List.of("git", "log", "--format=%H%P%at%B", range(name))));
    }
    table.add(
        "| %s | %.2f s | %d MiB | %.2f s |"
            .formatted(name, median(whole), peak(whole), median(git)));
    assertThat(repository.resolve("target/release-sync/next.json"))
        .content()
        .contains("\"verdict\": \"release\"");
  }

  private static String range(String name) {
    return name.startsWith("last") ? "v1." + TAGS + ".0..HEAD" : "v1.1.0..HEAD";
  }

  private List<String> maven(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("release-sync.bench.maven") + "/bin/mvn");
    command.addAll(List.of("-o", "-q", "-B"));
    command.add("-Dmaven.repo.local=" + System.getProperty("release-sync.bench.repository"));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  private static double median(List<Measured> runs) {
    return runs.stream()
        .mapToDouble(Measured::wall)
        .sorted()
        .skip(runs.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  private static long peak(List<Measured> runs) {
    return runs.stream().mapToLong(Measured::peak).max().orElseThrow();
  }
}

package io.github.releasesync.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long {@code check} takes, whole process and over an empty Maven, beside {@code cargo
 * metadata}. Run by {@code mvn -Pbench verify}; not a test of the build, for time depends on the
 * machine.
 */
@Tag("bench")
class CheckBench {

  private static final int ROUNDS = Integer.getInteger("release-sync.bench.rounds", 7);
  private static final List<Integer> SIZES = List.of(10, 100, 1_000, 5_000);

  /** What sync and bump are measured on; bump as a preview, so that each round finds the same. */
  private static final int CHANGED = 1_000;

  private static final String EMPTY_POM =
      """
      <project>
        <modelVersion>4.0.0</modelVersion>
        <groupId>invalid.bench</groupId>
        <artifactId>floor</artifactId>
        <version>1</version>
        <packaging>pom</packaging>
      </project>
      """;

  private final Path folder = Path.of(System.getProperty("release-sync.bench.folder"));
  private final String plugin = System.getProperty("release-sync.bench.plugin");
  private final List<String> table = new ArrayList<>();

  @Test
  void check() throws IOException, InterruptedException {
    Path floor = Files.createDirectories(folder.resolve("floor"));
    Files.writeString(floor.resolve("pom.xml"), EMPTY_POM);
    // Invoker installs what the plugin needs without the BOMs that its POMs import.
    List<String> online = new ArrayList<>(maven(plugin + ":help"));
    online.remove("-o");
    Measured.run(floor, online);
    List<String> empty = maven("validate");
    table.add("| | whole | over Maven | CPU over Maven | peak | cargo metadata |");
    table.add("|---|---|---|---|---|---|");
    compare("help", floor, empty, maven(plugin + ":help"), null);
    for (int size : SIZES) {
      Path workspace = GeneratedWorkspace.in(folder, size);
      List<String> check = maven(plugin + ":check", "-Drelease-sync.root=" + workspace);
      compare("check, " + size + " crates", floor, empty, check, workspace);
      assertThat(workspace.resolve("target/release-sync/check.json"))
          .content()
          .contains("\"verdict\": \"in-sync\"");
    }
    Path thousand = GeneratedWorkspace.in(folder, CHANGED);
    String root = "-Drelease-sync.root=" + thousand;
    compare("sync, " + CHANGED + " crates", floor, empty, maven(plugin + ":sync", root), null);
    compare(
        "bump, " + CHANGED + " crates",
        floor,
        empty,
        maven(plugin + ":bump", root, "-Drelease-sync.level=minor", "-Drelease-sync.dryRun=true"),
        null);
    Files.write(folder.resolve("check.md"), table);
    table.forEach(System.out::println);
  }

  private List<String> maven(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("release-sync.bench.maven") + "/bin/mvn");
    command.addAll(List.of("-o", "-q", "-B"));
    command.add("-Dmaven.repo.local=" + System.getProperty("release-sync.bench.repository"));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  /** Round by round, one after the other: what else the machine does then meets them alike. */
  private void compare(
      String name, Path floor, List<String> empty, List<String> goal, Path workspace)
      throws IOException, InterruptedException {
    List<Measured> whole = new ArrayList<>();
    List<Measured> over = new ArrayList<>();
    List<Measured> cargo = new ArrayList<>();
    Measured.run(floor, goal);
    for (int round = 0; round < ROUNDS; round++) {
      Measured without = Measured.run(floor, empty);
      Measured with = Measured.run(floor, goal);
      whole.add(with);
      over.add(new Measured(with.wall() - without.wall(), with.cpu() - without.cpu(), 0));
      if (workspace != null) {
        cargo.add(
            Measured.run(
                workspace,
                List.of("cargo", "metadata", "--no-deps", "--offline", "--format-version", "1")));
      }
    }
    table.add(
        "| %s | %s | %s | %.2f s | %.0f MiB | %s |"
            .formatted(
                name,
                spread(whole),
                spread(over),
                median(over, Measured::cpu),
                median(whole, Measured::peak),
                cargo.isEmpty() ? "" : spread(cargo)));
  }

  private static String spread(List<Measured> runs) {
    double least = runs.stream().mapToDouble(Measured::wall).min().orElseThrow();
    return "%.2f s (least %.2f)".formatted(median(runs, Measured::wall), least);
  }

  private static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
    return runs.stream()
        .mapToDouble(figure)
        .sorted()
        .skip(runs.size() / 2)
        .findFirst()
        .orElseThrow();
  }
}

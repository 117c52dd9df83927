package io.github.releasesync.goal;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.process.ProgramNotFoundException;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.testing.ProcessorTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks each folder in a folder, in a process of its own, and prints a line for each: its name,
 * how long it took, how long the report is, how many findings there are, and what the first one
 * says.
 */
final class CheckRun {

  private static final long SLOW_MILLIS = 2_000;
  private static final int TRIES = 3;

  private CheckRun() {}

  /**
   * Runs.
   *
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws IOException {
    List<Path> roots;
    try (Stream<Path> folders = Files.list(Path.of(arguments[0]).toRealPath())) {
      roots = folders.sorted().toList();
    }
    for (Path root : roots) {
      System.err.println(root.getFileName());
      long best = Long.MAX_VALUE;
      CheckResult result = null;
      // More than once only where it seems slow: the compiler works too.
      for (int i = 0; i < TRIES && best > SLOW_MILLIS; i++) {
        Duration before = ProcessorTime.used();
        result = check(root);
        best = Math.min(best, ProcessorTime.used().minus(before).toMillis());
      }
      List<Problem> findings = result.assessment().findings();
      String said =
          findings.stream()
              .limit(3)
              .map(f -> f.code().id() + " " + f.place() + " " + f.message())
              .collect(Collectors.joining("; "))
              .replaceAll("[\\t\\n\\r]", "?");
      long length =
          Printed.of(result).lines().stream().map(ReportLine::text).mapToInt(String::length).sum();
      System.out.println(
          String.join(
              "\t",
              root.getFileName().toString(),
              Long.toString(best),
              Long.toString(length),
              Integer.toString(findings.size()),
              said));
    }
  }

  private static CheckResult check(Path root) {
    return new ReleaseSync(
            command -> {
              throw new ProgramNotFoundException(command.program());
            })
        .check(
            new CheckRequest(
                root,
                Optional.of(root),
                Optional.of(Path.of("target/release-sync")),
                List.of(),
                FailOn.ERROR));
  }
}

package io.github.releasesync.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a program.
 *
 * @param wall seconds from start to end
 * @param cpu seconds of all cores, user and system; 0 where GNU time is missing
 * @param peak the largest process in MiB; 0 where GNU time is missing
 */
record Measured(double wall, double cpu, long peak) {

  private static final Path GNU_TIME = Path.of("/usr/bin/time");

  /** Runs a program that must succeed, with at most 256 MiB of heap if it is Maven. */
  static Measured run(Path folder, List<String> command) throws IOException, InterruptedException {
    Path figures = Files.createTempFile("bench", ".time");
    Path output = Files.createTempFile("bench", ".out");
    try {
      List<String> timed = new ArrayList<>();
      if (Files.isExecutable(GNU_TIME)) {
        timed.addAll(List.of(GNU_TIME.toString(), "-o", figures.toString(), "-f", "%U %S %M"));
      }
      timed.addAll(command);
      ProcessBuilder builder =
          new ProcessBuilder(timed)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().put("MAVEN_OPTS", "-Xmx256m");
      builder.environment().remove("MAVEN_ARGS");
      long start = System.nanoTime();
      int exit = builder.start().waitFor();
      double wall = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
      if (exit != 0) {
        throw new IOException(command + " failed:\n" + Files.readString(output));
      }
      return of(wall, Files.readString(figures).strip());
    } finally {
      Files.delete(figures);
      Files.delete(output);
    }
  }

  private static Measured of(double wall, String figures) {
    if (figures.isEmpty()) {
      return new Measured(wall, 0, 0);
    }
    String[] parts = figures.split(" ");
    return new Measured(
        wall,
        Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]),
        Long.parseLong(parts[2]) / 1024);
  }
}

package io.github.releasesync.goal;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.json.Json;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.process.ProgramNotFoundException;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.testing.ProcessorTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Checks mutants of a healthy tree, one after another, in a process of its own. Prints one line:
 * how many there were, and how they ended. The first mutant that ends otherwise ends the process.
 */
final class MutantRun {

  static final int BAD = 3;
  static final String CURRENT = "current.txt";

  /** Of processor time. A mutant that seems slow is tried once more: the compiler works too. */
  private static final long SLOW_MILLIS = 2_000;

  private static final long HANG_SECONDS = 30;

  private final Path folder;
  private final String secret;
  private final AtomicInteger done = new AtomicInteger();
  private int findings;
  private int clean;
  private int promises;
  private long slowest;
  private int slowestMutant;

  private MutantRun(Path folder, String secret) {
    this.folder = folder;
    this.secret = secret;
  }

  /**
   * Runs.
   *
   * @param arguments the folder that holds {@code root}; what must not be read; the first mutant;
   *     how many
   */
  public static void main(String[] arguments) throws IOException {
    MutantRun run = new MutantRun(Path.of(arguments[0]).toRealPath(), arguments[1]);
    int first = Integer.parseInt(arguments[2]);
    int count = Integer.parseInt(arguments[3]);
    CountDownLatch end = new CountDownLatch(1);
    Thread watch = new Thread(() -> run.watch(end));
    watch.setDaemon(true);
    watch.start();
    for (Map.Entry<String, String> file : HealthyTree.files().entrySet()) {
      run.write(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
    }
    run.requireClean();
    for (int number = first; number < first + count; number++) {
      run.mutant(number);
    }
    run.requireClean();
    end.countDown();
    System.out.printf(
        "%d mutants: %d with findings, %d clean, %d that sync fixes; slowest %d ms (mutant %d)%n",
        count, run.findings, run.clean, run.promises, run.slowest, run.slowestMutant);
  }

  private void mutant(int number) throws IOException {
    Mutant mutant = Mutant.of(number);
    String name = "mutant " + number + " of " + String.join(", ", mutant.files().keySet());
    Files.writeString(folder.resolve(CURRENT), name);
    for (Map.Entry<String, byte[]> file : mutant.files().entrySet()) {
      write(file.getKey(), file.getValue());
    }
    try {
      long millis = timed();
      if (millis > SLOW_MILLIS) {
        millis = timed();
      }
      if (millis > SLOW_MILLIS) {
        throw new AssertionError("took " + millis + " ms of processor time");
      }
      if (millis > slowest) {
        slowest = millis;
        slowestMutant = number;
      }
    } catch (RuntimeException | Error e) {
      System.err.println(name);
      e.printStackTrace();
      Runtime.getRuntime().halt(BAD);
    }
    for (Map.Entry<String, String> file : HealthyTree.files().entrySet()) {
      write(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
    }
    done.incrementAndGet();
  }

  /** The tree without any damage, before the first mutant and after the last. */
  private void requireClean() throws IOException {
    List<Problem> found = check().assessment().findings();
    require(found.size() == 1, "finds in the healthy tree: " + found);
  }

  private long timed() throws IOException {
    Duration before = ProcessorTime.used();
    CheckResult result = check();
    long millis = ProcessorTime.used().minus(before).toMillis();
    if (result.assessment().findings().size() > 1) {
      findings++;
    } else {
      clean++;
    }
    requireHarmless(result);
    SyncPromise promise = new SyncPromise(releaser(), request(), result);
    if (promise.isGiven()) {
      promise.keep();
      promises++;
    }
    return millis;
  }

  private CheckResult check() {
    return releaser().check(request());
  }

  private CheckRequest request() {
    Path root = folder.resolve("root");
    return new CheckRequest(
        root,
        Optional.of(root),
        Optional.of(Path.of("target/release-sync")),
        List.of(),
        FailOn.ERROR);
  }

  private static ReleaseSync releaser() {
    return new ReleaseSync(
        command -> {
          throw new ProgramNotFoundException(command.program());
        });
  }

  private void requireHarmless(CheckResult result) throws IOException {
    String text =
        Printed.of(result).lines().stream().map(ReportLine::text).collect(Collectors.joining("\n"))
            + Printed.of(result).lastLine();
    Path reports = folder.resolve("root/target/release-sync");
    String json = Files.readString(reports.resolve("check.json"));
    String sarif = Files.readString(reports.resolve("check.sarif"));
    require(!(text + json + sarif).contains(secret), "shows what is outside the root");
    require(!(text + json + sarif).contains("root:x:0"), "shows /etc/passwd");
    require(
        text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'),
        "prints control characters");
    require(text.length() < 100_000, "prints " + text.length() + " characters");
    Json reader = new Json();
    reader.read(json);
    reader.read(sarif);
    for (Problem finding : result.assessment().findings()) {
      require(!finding.place().file().startsWith("/"), "places a finding outside: " + finding);
      require(!finding.help().toString().isBlank(), "leaves the reader alone: " + finding);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  private void write(String path, byte[] content) throws IOException {
    Path file = folder.resolve("root").resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  /** Ends the process where a mutant does not end, with what each thread is at. */
  private void watch(CountDownLatch end) {
    try {
      int before = -1;
      while (!end.await(HANG_SECONDS, TimeUnit.SECONDS)) {
        int now = done.get();
        if (now == before) {
          System.err.println(Files.readString(folder.resolve(CURRENT)) + " does not end");
          Thread.getAllStackTraces()
              .forEach((thread, at) -> System.err.println(thread + " " + List.of(at)));
          Runtime.getRuntime().halt(BAD);
        }
        before = now;
      }
    } catch (InterruptedException | IOException e) {
      Runtime.getRuntime().halt(BAD);
    }
  }
}

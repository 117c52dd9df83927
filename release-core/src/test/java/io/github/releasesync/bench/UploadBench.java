package io.github.releasesync.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.sandbox.RecordedRequest;
import io.github.releasesync.sandbox.Sandbox;
import io.github.releasesync.sandbox.SandboxOptions;
import io.github.releasesync.store.DirectoryStore;
import io.github.releasesync.testing.Toolchains;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes to bring 100 wheels to a registry that answers late. {@code mvn -Pbench} runs
 * it; a usual build does not.
 */
@Tag("bench")
class UploadBench {

  private static final int WHEELS = 100;
  private static final int SIZE = 1 << 20;
  private static final int WAYS = 16;
  private static final int WARM_UPS = 3;
  private static final int RUNS = 5;
  private static final List<Integer> LATENCIES = List.of(0, 50, 200);
  private static final double MOST_TIMES_PLAIN = 1.2;
  private static final int MORE_LATENCIES = 2;

  /**
   * One run, in seconds.
   *
   * @param whole all of it
   * @param uploading from the first upload on
   */
  private record Run(double whole, double uploading, List<RecordedRequest> requests) {}

  /** Makes ready for an upload. */
  private interface Uploader {
    Upload prepare(Sandbox sandbox) throws IOException;
  }

  /**
   * Brings all wheels to the sandbox; answers when it sent the first, of {@link System#nanoTime}.
   */
  private interface Upload {
    long run();
  }

  @TempDir Path temp;
  private Path dist;
  private List<Artifact> wheels;
  private ReleasePlan plan;
  private PlainUploads plain;

  @BeforeEach
  void makeWheels() throws IOException {
    dist = Files.createDirectories(temp.resolve("dist"));
    wheels = BenchWheels.make(dist, WHEELS, SIZE);
    List<PlannedArtifact> planned =
        wheels.stream().map(wheel -> new PlannedArtifact(wheel, 0, List.of())).toList();
    plan = new ReleasePlan(BenchWheels.PROJECT, BenchWheels.VERSION, "", planned);
    plain = new PlainUploads(dist, wheels);
  }

  @Test
  void aHundredWheelsTakeLittleLongerThanTheirRequests() throws IOException {
    Optional<Path> twine = twine();
    for (int i = 0; i < WARM_UPS; i++) {
      time(0, this::plain);
      time(0, this::releaseSync);
    }
    say("");
    say("%d wheels of %d bytes, seconds, median of %d runs (twine: one)", WHEELS, SIZE, RUNS);
    say("%d processors, Java %s", processors(), System.getProperty("java.version"));
    say("%s", twine.map(this::version).orElse("twine: skipped, it is not on the PATH"));
    say("");
    say(
        "| latency | twine  | plain, 16 ways | release-sync | uploading | ratio | bound | verdict |");
    say(
        "|--------:|-------:|---------------:|-------------:|----------:|------:|------:|:--------|");
    List<String> missed = new ArrayList<>();
    Run last = null;
    for (int latency : LATENCIES) {
      List<Run> plainRuns = new ArrayList<>();
      List<Run> ownRuns = new ArrayList<>();
      for (int i = 0; i < RUNS; i++) {
        plainRuns.add(time(latency, this::plain));
        ownRuns.add(time(latency, this::releaseSync));
      }
      last = ownRuns.get(RUNS - 1);
      String peer = "-";
      if (twine.isPresent()) {
        Run run = time(latency, sandbox -> () -> twine(twine.get(), sandbox));
        peer = String.format(Locale.ROOT, "%.2f", run.whole());
      }
      if (!isHeld(latency, peer, plainRuns, ownRuns)) {
        missed.add(latency + " ms");
      }
    }
    say("");
    say("release-sync asked: %s", inWords(last.requests()));
    assertThat(missed).as("where it took longer than 1.2 times plain and two latencies").isEmpty();
  }

  private static boolean isHeld(int latency, String twine, List<Run> plainRuns, List<Run> ownRuns) {
    double plain = median(plainRuns, Run::uploading);
    double own = median(ownRuns, Run::uploading);
    double bound = MOST_TIMES_PLAIN * plain + MORE_LATENCIES * latency / 1000.0;
    boolean held = own <= bound;
    say(
        "| %4d ms | %6s | %14.3f | %12.3f | %9.3f | %5.2f | %5.3f | %-7s |",
        latency,
        twine,
        plain,
        median(ownRuns, Run::whole),
        own,
        own / plain,
        bound,
        held ? "held" : "MISSED");
    return held;
  }

  /** Runs against registries that nobody has used. Making ready is not timed. */
  private Run time(int latency, Uploader uploader) throws IOException {
    SandboxOptions options = SandboxOptions.standard().withLatency(Duration.ofMillis(latency));
    try (Sandbox sandbox = Sandbox.start(options)) {
      Upload upload = uploader.prepare(sandbox);
      long begun = System.nanoTime();
      long uploading = upload.run();
      long ended = System.nanoTime();
      List<RecordedRequest> requests = sandbox.requests();
      assertThat(requests).filteredOn(UploadBench::isAcceptedUpload).hasSize(WHEELS);
      return new Run((ended - begun) / 1e9, (ended - uploading) / 1e9, requests);
    }
  }

  private static boolean isAcceptedUpload(RecordedRequest request) {
    return request.method().equals("POST") && request.status() == 200;
  }

  private Upload plain(Sandbox sandbox) {
    URI address = URI.create(sandbox.pypiUploadUrl());
    return () -> {
      long begun = System.nanoTime();
      plain.send(address, sandbox.tokens().pypi(), WAYS);
      return begun;
    };
  }

  private Upload releaseSync(Sandbox sandbox) throws IOException {
    Path folder = Files.createTempDirectory(temp, "store").resolve("bench");
    DirectoryStore store = new DirectoryStore(folder);
    store.stage(plan, dist);
    return () -> ReleaseSyncUploads.send(store, sandbox);
  }

  private long twine(Path twine, Sandbox sandbox) {
    long begun = System.nanoTime();
    List<String> argv = new ArrayList<>(List.of(twine.toString(), "upload", "--non-interactive"));
    argv.addAll(List.of("--disable-progress-bar", "--repository-url", sandbox.pypiUploadUrl()));
    argv.addAll(List.of("--username", "__token__", "--password", sandbox.tokens().pypi()));
    wheels.forEach(wheel -> argv.add(dist.resolve(wheel.filename()).toString()));
    ProcessResult result = Toolchains.run(temp, Map.of("HOME", temp.toString()), argv);
    assertThat(result.exitCode()).as(result.outputText() + result.errorText()).isZero();
    return begun;
  }

  /** Only what is installed: nothing is downloaded for a comparison. */
  private static Optional<Path> twine() {
    String folders = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(folders.split(File.pathSeparator))
        .map(folder -> Path.of(folder, "twine"))
        .filter(file -> file.isAbsolute() && Files.isExecutable(file))
        .findFirst();
  }

  private String version(Path twine) {
    List<String> argv = List.of(twine.toString(), "--version");
    ProcessResult result = Toolchains.run(temp, Map.of("HOME", temp.toString()), argv);
    return result
        .outputText()
        .strip()
        .lines()
        .findFirst()
        .orElse("twine")
        .replaceFirst(" \\(.*", "");
  }

  /** Like requests in a row, counted: they are listed as they were answered. */
  private static String inWords(List<RecordedRequest> requests) {
    List<String> words = new ArrayList<>();
    int same = 0;
    for (int i = 0; i < requests.size(); i++) {
      same++;
      String method = requests.get(i).method();
      if (i + 1 == requests.size() || !requests.get(i + 1).method().equals(method)) {
        words.add(same + " " + method);
        same = 0;
      }
    }
    return String.join(", ", words);
  }

  private static double median(List<Run> runs, ToDoubleFunction<Run> of) {
    return runs.stream().mapToDouble(of).sorted().toArray()[runs.size() / 2];
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}

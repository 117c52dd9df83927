package io.github.releasesync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

  private static final String DEMO = "/crates/index/de/mo/demo";

  @TempDir Path temp;

  @Test
  void aPortThatIsTakenIsNamed() {
    try (Sandbox first = Sandbox.start(SandboxOptions.standard())) {
      assertProblem(
          () -> Sandbox.start(SandboxOptions.standard().withPort(first.port())),
          Code.SANDBOX_PORT_TAKEN,
          "127.0.0.1:" + first.port());
    }
  }

  @Test
  void aPortIsFreeAgainAtOnce() {
    Sandbox first = Sandbox.start(SandboxOptions.standard());
    first.close();

    Sandbox.start(SandboxOptions.standard().withPort(first.port())).close();
  }

  @Test
  void whatWasAcceptedIsThereAfterARestart() throws IOException {
    SandboxOptions options = SandboxOptions.standard().withState(temp.resolve("state"));
    String before;
    try (Sandbox sandbox = Sandbox.start(options)) {
      PlainClient client = new PlainClient(sandbox);
      client.publish("demo", "0.1.0");
      client.publish("demo", "0.2.0");
      client.withToken("DELETE", "/crates/api/v1/crates/demo/0.1.0/yank", "");
      before = client.get(DEMO).body();
    }

    try (Sandbox sandbox = Sandbox.start(options)) {
      PlainClient client = new PlainClient(sandbox);
      assertThat(client.get(DEMO).body()).isEqualTo(before).contains("\"yanked\":true");
      assertThat(client.publish("demo", "0.2.0").statusCode()).isEqualTo(400);
      assertThat(client.bytes("/crates/static/demo/demo-0.2.0.crate").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void withoutStateNothingIsLeft() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    long before = leftovers(temporary);

    try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
      new PlainClient(sandbox).publish("demo", "0.1.0");
    }

    assertThat(leftovers(temporary)).isEqualTo(before);
  }

  @Test
  void aStateServesOneSandbox() {
    SandboxOptions options = SandboxOptions.standard().withState(temp);
    try (Sandbox first = Sandbox.start(options)) {
      assertThat(first.port()).isPositive();
      assertProblem(() -> Sandbox.start(options), Code.SANDBOX_STATE_IN_USE, temp.toString());
    }
    Sandbox.start(options).close();
  }

  @Test
  void aStateThatSomeoneElseWroteIsRefused() throws IOException {
    Path record = Files.createDirectories(temp.resolve("crates")).resolve("demo.json");
    Files.writeString(record, "{\"name\":");

    assertProblem(
        () -> Sandbox.start(SandboxOptions.standard().withState(temp)),
        Code.SANDBOX_STATE_INVALID,
        record.toString());
    Files.writeString(record, "{\"name\":7}");
    assertProblem(
        () -> Sandbox.start(SandboxOptions.standard().withState(temp)),
        Code.SANDBOX_STATE_INVALID,
        record.toString());
  }

  @Test
  void aStateThatIsAFileIsRefused() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");

    assertProblem(
        () -> Sandbox.start(SandboxOptions.standard().withState(file)),
        Code.SANDBOX_STATE_INVALID,
        file.toString());
  }

  @Test
  void latencyHoldsAnswersBack() throws IOException {
    SandboxOptions options = SandboxOptions.standard().withLatency(Duration.ofMillis(200));
    try (Sandbox sandbox = Sandbox.start(options)) {
      long start = System.nanoTime();

      new PlainClient(sandbox).get(DEMO);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(options.latency());
    }
  }

  @Test
  void closingEndsWhatIsBeingAnswered() throws Exception {
    SandboxOptions options = SandboxOptions.standard().withLatency(Duration.ofMinutes(10));
    Sandbox sandbox = Sandbox.start(options);
    Throwable[] seen = new Throwable[1];
    Thread client =
        new Thread(
            () -> {
              try {
                new PlainClient(sandbox).get(DEMO);
              } catch (IOException e) {
                seen[0] = e;
              }
            });
    client.start();
    while (threads() == 0) {
      Thread.onSpinWait();
    }

    sandbox.close();
    client.join(30_000);

    assertThat(seen[0]).isInstanceOf(IOException.class).isNotInstanceOf(HttpTimeoutException.class);
    assertThat(threads()).isZero();
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("release-sync-sandbox"))
        .count();
  }

  private static long leftovers(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith("release-sync-sandbox"))
          .count();
    }
  }

  private static void assertProblem(ThrowingCallable action, Code code, String place) {
    assertThatExceptionOfType(ReleaseException.class)
        .isThrownBy(action)
        .asInstanceOf(throwable(ReleaseException.class))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(code))
        .satisfies(e -> assertThat(e.problem().place().file()).isEqualTo(place));
  }
}

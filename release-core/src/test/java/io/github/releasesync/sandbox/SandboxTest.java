package io.github.releasesync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractComparableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTest {

  private static final String DEMO = "/crates/index/de/mo/demo";

  @TempDir Path temp;

  @Test
  void aPortThatIsTakenIsNamed() {
    try (Sandbox first = Sandbox.start(SandboxOptions.standard())) {
      assertProblem(
              () -> Sandbox.start(SandboxOptions.standard().withPort(first.port())),
              "127.0.0.1:" + first.port())
          .isEqualTo(Code.SANDBOX_PORT_TAKEN);
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
  void whatWasAcceptedSurvivesAKill() throws IOException {
    Path killed = temp.resolve("killed");
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withState(temp.resolve("a")))) {
      PlainClient client = new PlainClient(sandbox);
      client.publish("demo", "0.1.0");
      client.uploadWheel("demo", "1.0", "x = 1");
      // What lies there now is what a killed sandbox would leave, with an upload half received.
      copy(temp.resolve("a"), killed);
      Files.writeString(killed.resolve("incoming").resolve("upload-half"), "half");
    }

    try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withState(killed))) {
      PlainClient client = new PlainClient(sandbox);
      assertThat(client.get(DEMO).statusCode()).isEqualTo(200);
      assertThat(client.bytes("/crates/static/demo/demo-0.1.0.crate").statusCode()).isEqualTo(200);
      assertThat(client.uploadWheel("demo", "1.0", "x = 1").statusCode()).isEqualTo(200);
      assertThat(killed.resolve("incoming")).isEmptyDirectory();
    }
  }

  @Test
  void uploadsAtOnceAreAllKept() throws Exception {
    SandboxOptions options = SandboxOptions.standard().withState(temp);
    try (Sandbox sandbox = Sandbox.start(options)) {
      PlainClient client = new PlainClient(sandbox);
      ExecutorService threads = Executors.newFixedThreadPool(16);
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 48; i++) {
        String version = "1." + i / 2;
        answers.add(
            threads.submit(() -> client.uploadWheel("demo", version, "x = 1").statusCode()));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
      threads.shutdown();
    }
    try (Sandbox sandbox = Sandbox.start(options)) {
      String page = new PlainClient(sandbox).get("/pypi/simple/demo/").body();
      assertThat(page.lines().filter(line -> line.contains(".whl"))).hasSize(24);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NONSENSE\r\n\r\n",
        "GET /crates/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /crates/%c3%28/x HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n",
        "PUT /crates/api/v1/crates/new HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
        "GET * HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /pypi/simple/%00/ HTTP/1.1\r\nHost: x\r\n\r\n"
      })
  void hostileRequestsAreRefused(String request) throws IOException {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard());
        Socket socket = new Socket("127.0.0.1", sandbox.port())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();

      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

      assertThat(answer).startsWith("HTTP/1.1 4");
      assertThat(new PlainClient(sandbox).get("/crates/index/config.json").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void withoutStateNothingIsLeft() throws IOException {
    // Others may run sandboxes on this machine: this one is known by a crate.
    String crate = "only-here-" + Long.toString(System.nanoTime(), 36);
    List<Path> kept;
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
      new PlainClient(sandbox).publish(crate, "0.1.0");
      kept = temporaryStatesWith(crate.replace('-', '_'));
    }

    assertThat(kept).hasSize(1).allSatisfy(state -> assertThat(state).doesNotExist());
  }

  @Test
  void aStateServesOneSandbox() {
    SandboxOptions options = SandboxOptions.standard().withState(temp);
    try (Sandbox first = Sandbox.start(options)) {
      assertThat(first.port()).isPositive();
      assertProblem(() -> Sandbox.start(options), temp.toString())
          .isEqualTo(Code.SANDBOX_STATE_IN_USE);
    }
    Sandbox.start(options).close();
  }

  @Test
  void aStateThatSomeoneElseWroteIsRefused() throws IOException {
    Path record = Files.createDirectories(temp.resolve("crates")).resolve("demo.json");
    Files.writeString(record, "{\"name\":");

    assertProblem(() -> Sandbox.start(SandboxOptions.standard().withState(temp)), record.toString())
        .isEqualTo(Code.SANDBOX_STATE_INVALID);
    Files.writeString(record, "{\"name\":7}");
    assertProblem(() -> Sandbox.start(SandboxOptions.standard().withState(temp)), record.toString())
        .isEqualTo(Code.SANDBOX_STATE_INVALID);
  }

  @Test
  void aStateThatIsAFileIsRefused() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");

    assertProblem(() -> Sandbox.start(SandboxOptions.standard().withState(file)), file.toString())
        .isEqualTo(Code.SANDBOX_STATE_INVALID);
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

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("release-sync-sandbox"))
        .count();
  }

  private static List<Path> temporaryStatesWith(String crate) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(f -> f.getFileName().toString().startsWith("release-sync-sandbox"))
          .filter(f -> Files.exists(f.resolve("crates").resolve(crate + ".json")))
          .toList();
    }
  }

  /** That it is refused at this place; the code is for the caller to compare. */
  private static AbstractComparableAssert<?, Code> assertProblem(
      ThrowingCallable action, String place) {
    Problem problem = catchThrowableOfType(ReleaseException.class, action).problem();
    assertThat(problem.place().file()).isEqualTo(place);
    return assertThat(problem.code());
  }
}

package io.github.releasesync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonException;
import io.github.releasesync.json.JsonValue;
import io.github.releasesync.testing.Archives;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each fault as a plain client sees it. */
class ActiveFaultsTest {

  private static final String NEW = "/crates/api/v1/crates/new";
  private static final String INDEX = "/crates/index/de/mo/demo";
  private static final String API = "/crates/api/v1/crates/demo/0.1.0";
  private static final String SIMPLE = "/pypi/simple/demo/";
  private static final String SIMPLE_JSON = "application/vnd.pypi.simple.v1+json";

  @FunctionalInterface
  private interface Scene {
    void play(PlainClient client, Sandbox sandbox) throws IOException;
  }

  /** A clock that a test turns. */
  private static final class Turned extends Clock {
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private final Turned clock = new Turned();

  @Test
  void pypiDownAfterN() throws IOException {
    with(
        "pypi-down-after-1",
        (client, sandbox) -> {
          assertThat(client.uploadWheel("demo", "1.0", "x = 1").statusCode()).isEqualTo(200);
          assertThat(client.uploadWheel("demo", "2.0", "x = 2").statusCode()).isEqualTo(503);
          assertThat(client.get(SIMPLE).statusCode()).isEqualTo(503);
          assertThat(client.publish("demo", "0.1.0").statusCode()).isEqualTo(200);
        });
  }

  @Test
  void cratesDownAfterN() throws IOException {
    with(
        "crates-down-after-1",
        (client, sandbox) -> {
          assertThat(client.publish("demo", "0.1.0").statusCode()).isEqualTo(200);
          assertThat(client.publish("demo", "0.2.0").statusCode()).isEqualTo(503);
          assertThat(client.get(INDEX).statusCode()).isEqualTo(503);
          assertThat(client.uploadWheel("demo", "1.0", "x = 1").statusCode()).isEqualTo(200);
        });
  }

  @Test
  void tokenExpiredAfterN() throws IOException {
    with(
        "token-expired-after-1",
        (client, sandbox) -> {
          client.publish("demo", "0.1.0");
          client.uploadWheel("demo", "1.0", "x = 1");
          assertThat(client.publish("demo", "0.2.0").body()).contains("authentication failed");
          assertThat(client.uploadWheel("demo", "2.0", "x = 2").statusCode()).isEqualTo(403);
          assertThat(client.get(INDEX).statusCode()).isEqualTo(200);
        });
  }

  @Test
  void crateRefused() throws IOException {
    with(
        "crate-refused",
        (client, sandbox) -> {
          HttpResponse<String> refused = client.publish("demo", "0.1.0");
          assertThat(refused.statusCode()).isEqualTo(400);
          assertThat(refused.body()).startsWith("{\"errors\":[{\"detail\":");
          assertThat(client.get(API).statusCode()).isEqualTo(404);
          assertThat(client.publish("demo", "0.1.0").statusCode()).isEqualTo(200);
        });
  }

  @Test
  void wheelRefused() throws IOException {
    with(
        "wheel-refused",
        (client, sandbox) -> {
          assertThat(client.uploadWheel("demo", "1.0", "x = 1").statusCode()).isEqualTo(400);
          assertThat(client.get(SIMPLE).statusCode()).isEqualTo(404);
          assertThat(client.uploadWheel("demo", "1.0", "x = 1").statusCode()).isEqualTo(200);
        });
  }

  @Test
  void answerLost() throws IOException {
    with(
        "answer-lost",
        (client, sandbox) -> {
          assertThatExceptionOfType(IOException.class)
              .isThrownBy(() -> client.publish("demo", "0.1.0"));
          assertThatExceptionOfType(IOException.class)
              .isThrownBy(() -> client.uploadWheel("demo", "1.0", "x = 1"));
          assertThat(client.get(API).statusCode()).isEqualTo(200);
          assertThat(client.get(SIMPLE).statusCode()).isEqualTo(200);
          assertThat(client.publish("demo", "0.2.0").statusCode()).isEqualTo(200);
          assertThat(client.uploadWheel("demo", "1.0", "x = 1").statusCode()).isEqualTo(200);
          assertThat(sandbox.requests().get(0).status()).isZero();
          assertThat(sandbox.requests().get(0).metadata()).isPresent();
        });
  }

  @Test
  void answerLostUnstored() throws IOException {
    with(
        "answer-lost-unstored",
        (client, sandbox) -> {
          assertThatExceptionOfType(IOException.class)
              .isThrownBy(() -> client.publish("demo", "0.1.0"));
          assertThatExceptionOfType(IOException.class)
              .isThrownBy(() -> client.uploadWheel("demo", "1.0", "x = 1"));
          assertThat(client.get(API).statusCode()).isEqualTo(404);
          assertThat(client.get(SIMPLE).statusCode()).isEqualTo(404);
          assertThat(client.publish("demo", "0.1.0").statusCode()).isEqualTo(200);
          assertThat(client.uploadWheel("demo", "1.0", "x = 1").statusCode()).isEqualTo(200);
        });
  }

  @Test
  void indexLagEndsAfterReads() throws IOException {
    with(
        "index-lag",
        (client, sandbox) -> {
          client.publish("demo", "0.1.0");
          client.uploadWheel("demo", "1.0", "x = 1");
          for (String page : List.of(INDEX, SIMPLE)) {
            for (int i = 0; i < 3; i++) {
              assertThat(client.get(page).statusCode()).isEqualTo(404);
            }
            assertThat(client.get(page).statusCode()).isEqualTo(200);
          }
        });
  }

  @Test
  void indexLagEndsAfterSecondsAndTheApiDoesNotLag() throws IOException {
    with(
        "index-lag",
        (client, sandbox) -> {
          client.publish("demo", "0.1.0");
          assertThat(client.get(API).statusCode()).isEqualTo(200);
          assertThat(client.get(INDEX).statusCode()).isEqualTo(404);
          turn(3);
          assertThat(client.get(INDEX).statusCode()).isEqualTo(200);
        });
  }

  @Test
  void indexStale() throws IOException {
    with(
        "index-stale",
        (client, sandbox) -> {
          assertThat(client.get(INDEX).statusCode()).isEqualTo(404);
          client.publish("demo", "0.1.0");
          client.uploadWheel("demo", "1.0", "x = 1");
          assertThat(client.get(INDEX).statusCode()).isEqualTo(404);
          assertThat(client.get(SIMPLE).statusCode()).isEqualTo(200);
          turn(3);
          assertThat(client.get(INDEX).statusCode()).isEqualTo(200);
          client.publish("demo", "0.2.0");
          assertThat(client.get(INDEX).body().lines()).hasSize(1);
          turn(3);
          assertThat(client.get(INDEX).body().lines()).hasSize(2);
        });
  }

  @Test
  void rateLimited() throws IOException {
    with(
        "rate-limited",
        (client, sandbox) -> {
          for (HttpResponse<String> limited :
              List.of(client.publish("demo", "0.1.0"), client.uploadWheel("demo", "1.0", "x"))) {
            assertThat(limited.statusCode()).isEqualTo(429);
            assertThat(limited.headers().firstValue("Retry-After"))
                .contains("Fri, 20 Nov 2026 12:00:02 GMT");
          }
          assertThat(client.publish("demo", "0.1.0").statusCode()).isEqualTo(200);
          assertThat(client.uploadWheel("demo", "1.0", "x").statusCode()).isEqualTo(200);
        });
  }

  @Test
  void htmlAnswer() throws IOException {
    with(
        "html-answer",
        (client, sandbox) -> {
          for (HttpResponse<String> page :
              List.of(
                  client.publish("demo", "0.1.0"),
                  client.uploadWheel("demo", "1.0", "x"),
                  client.get(INDEX),
                  client.get(SIMPLE, "Accept", SIMPLE_JSON))) {
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).startsWith("<!DOCTYPE html>");
          }
        });
  }

  @Test
  void truncatedJson() throws IOException {
    with(
        "truncated-json",
        (client, sandbox) -> {
          HttpResponse<String> publish = client.publish("demo", "0.1.0");
          client.uploadWheel("demo", "1.0", "x");
          for (HttpResponse<String> cut :
              List.of(
                  publish,
                  client.get(INDEX),
                  client.get(API),
                  client.get(SIMPLE, "Accept", SIMPLE_JSON),
                  client.get("/pypi/demo/json"))) {
            assertThat(cut.statusCode()).isEqualTo(200);
            assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> new Json().read(cut.body()));
          }
        });
  }

  @Test
  void wrongType() throws IOException {
    with(
        "wrong-type",
        (client, sandbox) -> {
          client.publish("demo", "0.1.0");
          client.uploadWheel("demo", "1.0", "x");
          assertThat(client.json(INDEX).get("cksum").isList()).isTrue();
          assertThat(client.json(API).get("version").get("checksum").isList()).isTrue();
          JsonValue file = client.json(SIMPLE, "Accept", SIMPLE_JSON).get("files").list().get(0);
          assertThat(file.get("hashes").get("sha256").isList()).isTrue();
        });
  }

  @Test
  void errorsWith200() throws IOException {
    with(
        "errors-with-200",
        (client, sandbox) -> {
          HttpResponse<String> refused = client.publish("demo", "0.1.0");
          assertThat(refused.statusCode()).isEqualTo(200);
          assertThat(refused.body()).startsWith("{\"errors\":[");
          assertThat(client.get(API).statusCode()).isEqualTo(404);
          client.publish("demo", "0.1.0");
          HttpResponse<String> again = client.publish("demo", "0.1.0");
          assertThat(again.statusCode()).isEqualTo(200);
          assertThat(again.body()).contains("is already uploaded");
        });
  }

  @Test
  void serverError503() throws IOException {
    with(
        "server-error-503",
        (client, sandbox) -> {
          assertThat(client.publish("demo", "0.1.0").statusCode()).isEqualTo(503);
          assertThat(client.uploadWheel("demo", "1.0", "x").statusCode()).isEqualTo(503);
          assertThat(client.get(API).statusCode()).isEqualTo(404);
          assertThat(client.publish("demo", "0.1.0").statusCode()).isEqualTo(200);
          assertThat(client.uploadWheel("demo", "1.0", "x").statusCode()).isEqualTo(200);
        });
  }

  @Test
  void redirect() throws IOException {
    with(
        "redirect",
        (client, sandbox) -> {
          HttpResponse<String> publish = client.publish("demo", "0.1.0");
          assertThat(publish.statusCode()).isEqualTo(307);
          URI elsewhere = URI.create(publish.headers().firstValue("Location").orElseThrow());
          assertThat(elsewhere.getHost()).isEqualTo("localhost");
          assertThat(elsewhere.getPath()).isEqualTo("/elsewhere" + NEW);
          assertThat(client.get(SIMPLE).statusCode()).isEqualTo(302);
        });
  }

  @Test
  void slow() throws IOException {
    Duration slowness = Duration.ofMillis(300);
    try (Sandbox sandbox = Sandbox.start(options("slow").withSlowness(slowness))) {
      PlainClient client = new PlainClient(sandbox);
      long start = System.nanoTime();
      assertThat(client.publish("demo", "0.1.0").statusCode()).isEqualTo(200);
      assertThat(client.uploadWheel("demo", "1.0", "x").statusCode()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThan(slowness.multipliedBy(2).minusMillis(50));
    }
  }

  @Test
  void hugeAnswer() throws IOException {
    with(
        "huge-answer",
        (client, sandbox) -> {
          URI config =
              URI.create("http://127.0.0.1:" + sandbox.port() + "/crates/index/config.json");
          long size = 0;
          try (InputStream in = config.toURL().openStream()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
              size += read;
            }
          }
          assertThat(size).isGreaterThan(256L << 20);
        });
  }

  @Test
  void wrongChecksum() throws IOException {
    with(
        "wrong-checksum",
        (client, sandbox) -> {
          client.publish("demo", "0.1.0");
          client.uploadWheel("demo", "1.0", "x");
          String crate = Digests.sha256(Archives.crate("demo", "0.1.0"));
          assertThat(client.json(INDEX).get("cksum").string()).hasSize(64).isNotEqualTo(crate);
          assertThat(client.json(API).get("version").get("checksum").string()).isNotEqualTo(crate);
          String wheel = Digests.sha256(Archives.wheel("demo", "1.0", "py3-none-any", "x"));
          assertThat(client.get(SIMPLE).body())
              .contains("#sha256=")
              .doesNotContain("#sha256=" + wheel);
          assertThat(apiSum(client)).isNotEqualTo(wheel);
        });
  }

  @Test
  void indexContradictsApi() throws IOException {
    with(
        "index-contradicts-api",
        (client, sandbox) -> {
          client.publish("demo", "0.1.0");
          client.uploadWheel("demo", "1.0", "x");
          String crate = Digests.sha256(Archives.crate("demo", "0.1.0"));
          assertThat(client.json(INDEX).get("cksum").string()).isNotEqualTo(crate);
          assertThat(client.json(API).get("version").get("checksum").string()).isEqualTo(crate);
          String wheel = Digests.sha256(Archives.wheel("demo", "1.0", "py3-none-any", "x"));
          assertThat(client.get(SIMPLE).body()).doesNotContain("#sha256=" + wheel);
          assertThat(apiSum(client)).isEqualTo(wheel);
        });
  }

  @Test
  void conflict() throws IOException {
    with(
        "conflict",
        (client, sandbox) -> {
          HttpResponse<String> publish = client.publish("demo", "0.1.0");
          assertThat(publish.statusCode()).isEqualTo(400);
          assertThat(publish.body()).contains("is already uploaded");
          assertThat(client.json(INDEX).get("cksum").string())
              .isNotEqualTo(Digests.sha256(Archives.crate("demo", "0.1.0")));
          HttpResponse<String> upload = client.uploadWheel("demo", "1.0", "x");
          assertThat(upload.statusCode()).isEqualTo(400);
          assertThat(upload.body()).contains("File already exists");
          assertThat(apiSum(client))
              .isNotEqualTo(Digests.sha256(Archives.wheel("demo", "1.0", "py3-none-any", "x")));
        });
  }

  @Test
  void everyFaultIsTriedHere() {
    List<String> tried =
        List.of(getClass().getDeclaredMethods()).stream()
            .filter(m -> m.isAnnotationPresent(Test.class))
            .map(m -> m.getName().toLowerCase(java.util.Locale.ROOT))
            .toList();
    assertThat(Faults.known())
        .allMatch(
            fault ->
                tried.stream()
                    .anyMatch(
                        name ->
                            name.startsWith(
                                fault.name().toLowerCase(java.util.Locale.ROOT).replace("-", ""))));
  }

  private static String apiSum(PlainClient client) throws IOException {
    JsonValue file = client.json("/pypi/demo/1.0/json").get("urls").list().get(0);
    return file.get("digests").get("sha256").string();
  }

  private void with(String faults, Scene scene) throws IOException {
    try (Sandbox sandbox = Sandbox.start(options(faults))) {
      scene.play(new PlainClient(sandbox), sandbox);
    }
  }

  private SandboxOptions options(String faults) {
    return SandboxOptions.standard().withFaults(Faults.parse(faults)).withClock(clock);
  }

  private void turn(int seconds) {
    clock.now = clock.now.plusSeconds(seconds);
  }
}

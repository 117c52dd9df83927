package io.github.releasesync.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.artifact.CrateArchive;
import io.github.releasesync.artifact.InspectedArtifact;
import io.github.releasesync.files.Sha256;
import io.github.releasesync.http.HttpSettings;
import io.github.releasesync.http.Secret;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.registry.ScriptedServer.Ending;
import io.github.releasesync.registry.ScriptedServer.Request;
import io.github.releasesync.registry.ScriptedServer.Script;
import io.github.releasesync.testing.ArtifactFiles;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer of a crate registry, odd ones too, ends in the value that is right for it. */
class CratesIoTest {

  static final HttpSettings SETTINGS =
      new HttpSettings(
          Duration.ofSeconds(5), Duration.ofMillis(1500), 100_000, "release-sync/test");
  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final String TOKEN = "cio0123456789abcdefghijklmnopqrstuv";

  private static final String PUBLISH = "/api/v1/crates/new";
  private static final String VERSION = "/api/v1/crates/demo/1.0.0";
  private static final String INDEX = "/index/de/mo/demo";
  private static final String HASH = "a".repeat(64);
  private static final String PAGE = "<!DOCTYPE html><title>Down</title><p>maintenance";

  @TempDir Path folder;

  private final ScriptedServer server = new ScriptedServer();
  private CratesIo registry;
  private Path file;
  private InspectedArtifact artifact;

  @BeforeEach
  void makeTheCrate() {
    registry = registry(Optional.of(Secret.of("TEST", TOKEN)));
    file = ArtifactFiles.crate(folder, "demo", "1.0.0", "description = \"d\"");
    artifact = InspectedArtifact.read(file);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theBytesOfTheFileGoOutWithTheirMetadata() throws IOException {
    server.on(PUBLISH, Script.of(200, "{\"crate\":{},\"warnings\":{}}"));
    assertThat(registry.publish(artifact, file)).isEqualTo(new UploadResult.Accepted());
    Request request = server.requests(PUBLISH).get(0);
    ByteBuffer body = ByteBuffer.wrap(request.body()).order(ByteOrder.LITTLE_ENDIAN);
    byte[] json = new byte[body.getInt()];
    body.get(json);
    byte[] crate = new byte[body.getInt()];
    body.get(crate);
    assertThat(body.hasRemaining()).isFalse();
    assertThat(crate).isEqualTo(Files.readAllBytes(file));
    assertThat(new String(json, StandardCharsets.UTF_8))
        .isEqualTo(
            CratePublishMetadata.json(
                CrateArchive.read(file).upload(), "sparse+" + server.origin() + "/index/"));
    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.headers())
        .containsEntry("authorization", TOKEN)
        .containsEntry("accept", "application/json")
        .containsEntry("user-agent", "release-sync/test")
        .doesNotContainKey("upgrade");
  }

  static Stream<Arguments> answersToPublish() {
    String exists = "{\"errors\":[{\"detail\":\"crate version `1.0.0` is already uploaded\"}]}";
    String other = "{\"errors\":[{\"detail\":\"missing description\"}]}";
    String denied = "{\"errors\":[{\"detail\":\"authentication failed\"}]}";
    return Stream.of(
        Arguments.of(Script.of(200, "{\"ok\":true}"), "Accepted"),
        Arguments.of(Script.of(201, "{}"), "Accepted"),
        Arguments.of(Script.of(200, ""), "Unknown status 200 without text"),
        Arguments.of(Script.of(204, ""), "Unknown status 204 without text"),
        Arguments.of(Script.of(200, PAGE), "Unknown status 200 with a web page (Down)"),
        Arguments.of(Script.of(200, "{\"crate\":"), "Unknown status 200: {\"crate\":"),
        Arguments.of(Script.of(200, "[]"), "Unknown status 200: []"),
        Arguments.of(Script.of(200, "{\"errors\":\"x\"}"), "Unknown `errors` is a string"),
        Arguments.of(Script.of(200, "{\"errors\":[1]}"), "Unknown `errors[0]` is a number"),
        Arguments.of(Script.of(200, other), "Rejected 200 missing description"),
        Arguments.of(Script.of(400, other), "Rejected 400 missing description"),
        Arguments.of(Script.of(400, ""), "Rejected 400 status 400 without text"),
        Arguments.of(Script.of(413, "too large"), "Rejected 413 status 413: too large"),
        Arguments.of(Script.of(200, exists), "AlreadyThere crate version `1.0.0` is already"),
        Arguments.of(Script.of(400, exists), "AlreadyThere crate version `1.0.0` is already"),
        Arguments.of(Script.of(409, ""), "AlreadyThere status 409"),
        Arguments.of(Script.of(200, denied), "Unauthorized authentication failed"),
        Arguments.of(Script.of(403, denied), "Unauthorized authentication failed"),
        Arguments.of(Script.of(401, ""), "Unauthorized status 401"),
        Arguments.of(Script.of(403, PAGE), "Unauthorized status 403 with a web page"),
        Arguments.of(Script.of(429, ""), "Deferred PT1M"),
        Arguments.of(Script.of(429, "", "Retry-After", "90"), "Deferred PT1M30S"),
        Arguments.of(Script.of(200, other, "Retry-After", "90"), "Deferred PT1M30S"),
        Arguments.of(Script.of(429, "", "Retry-After", "-5"), "Deferred PT1M"),
        Arguments.of(Script.of(429, "", "Retry-After", "99999999999999"), "Deferred PT24H"),
        Arguments.of(Script.of(408, ""), "Unknown status 408"),
        Arguments.of(Script.of(500, "Internal"), "Unknown status 500: Internal"),
        Arguments.of(Script.of(500, exists), "Unknown status 500"),
        Arguments.of(Script.of(503, PAGE), "Unknown status 503 with a web page"),
        Arguments.of(
            Script.of(307, "", "Location", "https://evil.example/x?signed=1"),
            "Rejected 307 status 307, a redirect to https://evil.example/x"),
        Arguments.of(Script.of(302, ""), "Rejected 302 status 302, a redirect to nowhere"),
        Arguments.of(Script.of(200, "x".repeat(200_000)), "Unknown the answer is longer than"),
        Arguments.of(Script.ending(Ending.CUT_BEFORE_THE_ANSWER), "Unknown the connection broke"),
        Arguments.of(Script.ending(Ending.CUT_IN_THE_BODY), "Unknown the connection broke"),
        Arguments.of(Script.ending(Ending.NEVER), "Unknown no whole answer within 1500 ms"));
  }

  @ParameterizedTest
  @MethodSource("answersToPublish")
  void anAnswerToPublishIsUnderstood(Script script, String expected) {
    server.on(PUBLISH, script);
    assertThat(words(registry.publish(artifact, file))).startsWith(expected);
    assertThat(server.requests(PUBLISH)).hasSize(1);
  }

  @Test
  void whatIsUnknownNamesRegistryAndArtifact() {
    server.on(PUBLISH, Script.of(500, "token " + TOKEN + " was bad"));
    UploadResult.Unknown unknown = (UploadResult.Unknown) registry.publish(artifact, file);
    assertThat(unknown.why())
        .isEqualTo(
            new Reason(
                "publish",
                server.origin() + "/index/",
                "demo 1.0.0",
                "status 500: token *** was bad"));
    assertThat(unknown.why().toString()).contains("publish of demo 1.0.0 at http://127.0.0.1");
  }

  static Stream<Arguments> answersToLookUp() {
    String version =
        "{\"version\":{\"num\":\"1.0.0\",\"checksum\":\"" + HASH + "\",\"yanked\":%s}}";
    String missing = "{\"errors\":[{\"detail\":\"crate `demo` does not exist\"}]}";
    return Stream.of(
        Arguments.of(Script.of(200, version.formatted("false")), "Present false"),
        Arguments.of(Script.of(200, version.formatted("true")), "Present true"),
        Arguments.of(Script.of(200, version.formatted("1")), "Unknown `version.yanked`"),
        Arguments.of(Script.of(404, missing), "Absent"),
        Arguments.of(Script.of(200, missing), "Absent"),
        Arguments.of(Script.of(404, "not here"), "Unknown status 404: not here"),
        Arguments.of(Script.of(404, PAGE), "Unknown status 404 with a web page"),
        Arguments.of(Script.of(403, missing), "Unknown status 403"),
        Arguments.of(Script.of(429, missing), "Unknown status 429"),
        Arguments.of(Script.of(500, missing), "Unknown status 500"),
        Arguments.of(Script.of(200, ""), "Unknown status 200 without text"),
        Arguments.of(Script.of(200, PAGE), "Unknown status 200 with a web page"),
        Arguments.of(Script.of(200, "{\"version\":"), "Unknown status 200: {"),
        Arguments.of(Script.of(200, "{\"version\":[]}"), "Unknown `version` is a list"),
        Arguments.of(Script.of(200, "{}"), "Unknown the document has no `version`"),
        Arguments.of(
            Script.of(200, version.formatted("false").replace(HASH, "xyz")),
            "Unknown `checksum` is not a sha256"),
        Arguments.of(
            Script.of(200, version.formatted("false").replace("1.0.0", "1.0.1")),
            "Unknown the answer is about version 1.0.1"),
        Arguments.of(Script.of(304, ""), "Unknown status 304"),
        Arguments.of(
            Script.of(302, "", "Location", "http://evil.example/"),
            "Unknown status 302, a redirect to http://evil.example/, which is not followed"),
        Arguments.of(Script.of(200, "x".repeat(200_000)), "Unknown the answer is longer than"),
        Arguments.of(Script.ending(Ending.CUT_IN_THE_BODY), "Unknown the connection broke"),
        Arguments.of(Script.ending(Ending.NEVER), "Unknown no whole answer"));
  }

  @ParameterizedTest
  @MethodSource("answersToLookUp")
  void anAnswerToALookUpIsUnderstood(Script script, String expected) {
    server.on(VERSION, script);
    assertThat(words(registry.lookUp("demo", "1.0.0"))).startsWith(expected);
  }

  static Stream<Arguments> answersOfTheIndex() {
    String line =
        "{\"name\":\"demo\",\"vers\":\"%s\",\"cksum\":\"" + HASH + "\",\"yanked\":false}\n";
    String both = line.formatted("0.9.0") + line.formatted("1.0.0");
    return Stream.of(
        Arguments.of(Script.of(200, both), "Present false"),
        Arguments.of(Script.of(200, both.replace("false}", "true}")), "Present true"),
        Arguments.of(Script.of(200, line.formatted("0.9.0")), "Absent"),
        Arguments.of(Script.of(200, line.formatted("1.0.0+build")), "Present false"),
        Arguments.of(Script.of(200, both + line.formatted("1.0.0")), "Present false"),
        Arguments.of(
            Script.of(200, both + line.formatted("1.0.0").replace('a', 'b')),
            "Unknown a line of the index is"),
        Arguments.of(
            Script.of(200, both + line.formatted("1.0.0").replace(HASH, "b".repeat(64))),
            "Unknown the index has two different lines for this version"),
        Arguments.of(
            Script.of(200, line.formatted("1.0.0").replace(HASH, "short")),
            "Unknown `cksum` is not a sha256"),
        Arguments.of(
            Script.of(200, line.formatted("1.0.0").replace("demo", "other")),
            "Unknown the index line is of another crate"),
        Arguments.of(Script.of(200, both.substring(0, 150)), "Unknown a line of the index is"),
        Arguments.of(Script.of(200, PAGE), "Unknown status 200 with a web page"),
        Arguments.of(Script.of(200, ""), "Absent"),
        Arguments.of(Script.of(404, PAGE), "Absent"),
        Arguments.of(Script.of(410, ""), "Absent"),
        Arguments.of(Script.of(451, ""), "Absent"),
        Arguments.of(Script.of(401, ""), "Unknown status 401"),
        Arguments.of(Script.of(503, ""), "Unknown status 503"),
        Arguments.of(Script.ending(Ending.CUT_BEFORE_THE_ANSWER), "Unknown the connection broke"));
  }

  @ParameterizedTest
  @MethodSource("answersOfTheIndex")
  void anAnswerOfTheIndexIsUnderstood(Script script, String expected) {
    server.on(INDEX, script);
    String understood = words(registry.resolve("Demo", "1.0.0"));
    if (!expected.startsWith("Unknown a line")) {
      assertThat(understood).startsWith(expected);
    } else {
      assertThat(understood).startsWith("Unknown");
    }
    assertThat(server.requests(INDEX).get(0).headers())
        .containsEntry("cache-control", "no-cache")
        .doesNotContainKey("authorization");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "[]",
        "{}",
        "{\"api\":1}",
        "{\"api\":\"http://crates.example\"}",
        "{\"api\":\"https://user:password@crates.example\"}",
        "{\"api\":\"::\"}",
        "{\"api\":\"file:///etc\"}"
      })
  void aConfigurationThatCannotBeUsedEndsInUnknown(String config) {
    server.on("/index/config.json", Script.of(200, config));
    assertThat(words(registry.publish(artifact, file)))
        .startsWith("Unknown")
        .doesNotContain("password");
    assertThat(server.requests(PUBLISH)).isEmpty();
  }

  @Test
  void shortNamesHaveTheirOwnFoldersInTheIndex() {
    for (String path :
        List.of("/index/1/a", "/index/2/ab", "/index/3/a/abc", "/index/ab/cd/abcd")) {
      server.on(path, Script.of(200, ""));
      String name = path.substring(path.lastIndexOf('/') + 1);
      assertThat(registry.resolve(name, "1.0.0")).isEqualTo(new Lookup.Absent());
      assertThat(server.requests(path)).hasSize(1);
    }
  }

  @Test
  void readsFollowARedirectOfTheSameOrigin() {
    server.on(INDEX, Script.of(301, "", "Location", "/moved"));
    server.on("/moved", Script.of(404, ""));
    assertThat(registry.resolve("demo", "1.0.0")).isEqualTo(new Lookup.Absent());
    server.on("/moved", Script.of(302, "", "Location", "/moved"));
    assertThat(words(registry.resolve("demo", "1.0.0"))).isEqualTo("Unknown more than 5 redirects");
  }

  @Test
  void aVersionIsYankedAndBroughtBack() {
    server.on(VERSION + "/yank", Script.of(200, "{\"ok\":true}"));
    server.on(VERSION + "/unyank", Script.of(200, "{\"ok\":true}"));
    assertThat(registry.yank("demo", "1.0.0")).isEqualTo(new UploadResult.Accepted());
    assertThat(registry.unyank("demo", "1.0.0")).isEqualTo(new UploadResult.Accepted());
    assertThat(server.requests(VERSION + "/yank").get(0).method()).isEqualTo("DELETE");
    assertThat(server.requests(VERSION + "/unyank").get(0).method()).isEqualTo("PUT");
    assertThat(server.requests(VERSION + "/unyank").get(0).headers())
        .containsEntry("authorization", TOKEN);
  }

  @Test
  void anOwnerIsNeededToYank() {
    server.on(
        VERSION + "/yank",
        Script.of(
            200, "{\"errors\":[{\"detail\":\"must already be an owner to yank or unyank\"}]}"));
    assertThat(words(registry.yank("demo", "1.0.0"))).startsWith("Unauthorized must already");
  }

  @Test
  void aHostThatIsNotThereIsNoAnswer() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    CratesIo nobody =
        new CratesIo("sparse+http://127.0.0.1:" + port + "/", SETTINGS, CLOCK, Optional.empty());
    assertThat(words(nobody.resolve("demo", "1.0.0"))).startsWith("Unknown no connection");
  }

  @Test
  void aFileThatChangedIsNotSent() throws IOException {
    Files.write(file, new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);
    assertThat(refused(() -> registry.publish(artifact, file)).code())
        .isEqualTo(Code.ARTIFACT_CHANGED);
    Files.delete(file);
    assertThat(refused(() -> registry.publish(artifact, file)).code())
        .isEqualTo(Code.ARTIFACT_CHANGED);
    assertThat(server.requests(PUBLISH)).isEmpty();
  }

  @Test
  void nothingIsSentWithoutAToken() {
    CratesIo reader = registry(Optional.empty());
    assertThat(refused(() -> reader.publish(artifact, file)).code()).isEqualTo(Code.TOKEN_MISSING);
    assertThat(refused(() -> reader.yank("demo", "1.0.0")).code()).isEqualTo(Code.TOKEN_MISSING);
  }

  @Test
  void manyThreadsShareAFewConnections() throws Exception {
    server.on(INDEX, Script.of(200, ""));
    ExecutorService pool = Executors.newFixedThreadPool(8);
    List<Future<Lookup>> answers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      answers.add(pool.submit(() -> registry.resolve("demo", "1.0.0")));
    }
    for (Future<Lookup> answer : answers) {
      assertThat(answer.get()).isEqualTo(new Lookup.Absent());
    }
    pool.shutdown();
    Set<Integer> ports = new HashSet<>();
    server.requests(INDEX).forEach(request -> ports.add(request.port()));
    assertThat(ports).hasSizeLessThan(50);
  }

  @Test
  void aHashThatDiffersIsThereForTheCallerToSee() {
    server.on(
        VERSION,
        Script.of(
            200,
            "{\"version\":{\"num\":\"1.0.0\",\"checksum\":\"" + HASH + "\",\"yanked\":false}}"));
    server.on(
        INDEX,
        Script.of(
            200,
            "{\"name\":\"demo\",\"vers\":\"1.0.0\",\"cksum\":\""
                + "b".repeat(64)
                + "\",\"yanked\":false}"));
    assertThat(registry.lookUp("demo", "1.0.0"))
        .isEqualTo(new Lookup.Present(Sha256.parse(HASH), false))
        .isNotEqualTo(registry.resolve("demo", "1.0.0"));
  }

  private CratesIo registry(Optional<Secret> token) {
    return new CratesIo("sparse+" + server.origin() + "/index/", SETTINGS, CLOCK, token);
  }

  static Problem refused(ThrowingCallable call) {
    return catchThrowableOfType(ReleaseException.class, call).problem();
  }

  static String words(UploadResult sent) {
    if (sent instanceof UploadResult.AlreadyThere there) {
      return "AlreadyThere " + there.message();
    }
    if (sent instanceof UploadResult.Rejected rejected) {
      return "Rejected " + rejected.status() + " " + rejected.reason();
    }
    if (sent instanceof UploadResult.Deferred deferred) {
      return "Deferred " + Duration.between(NOW, deferred.until());
    }
    if (sent instanceof UploadResult.Unauthorized unauthorized) {
      return "Unauthorized " + unauthorized.reason();
    }
    return sent instanceof UploadResult.Unknown unknown
        ? "Unknown " + unknown.why().understood()
        : "Accepted";
  }

  static String words(Lookup lookUp) {
    if (lookUp instanceof Lookup.Present present) {
      return "Present " + present.yanked();
    }
    return lookUp instanceof Lookup.Unknown unknown
        ? "Unknown " + unknown.why().understood()
        : "Absent";
  }
}

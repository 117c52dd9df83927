package io.github.releasesync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonValue;
import io.github.releasesync.testing.Archives;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CratesRegistryTest {

  private static final String CRATES = "/crates/api/v1/crates/";
  private static final String INDEX = "/crates/index/";

  private final Sandbox sandbox = Sandbox.start(SandboxOptions.standard());
  private final PlainClient client = new PlainClient(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void configSaysWhereDownloadsAndApiAre() throws IOException {
    JsonValue config = client.json(INDEX + "config.json");

    assertThat(config.get("api").string()).isEqualTo(sandbox.cratesApi().toString());
    assertThat(config.get("dl").string()).isEqualTo(sandbox.cratesApi() + "/api/v1/crates");
    assertThat(config.find("auth-required")).isEmpty();
  }

  @Test
  void aPublishedCrateIsInTheIndexTheApiAndTheDownloads() throws IOException {
    byte[] crate = Archives.crate("demo", "0.1.0");

    HttpResponse<String> answer = client.publish(PlainClient.metadata("demo", "0.1.0"), crate);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new Json().read(answer.body()).get("warnings").get("other").list()).isEmpty();
    String sha256 = Digests.sha256(crate);
    assertThat(client.json(INDEX + "de/mo/demo").get("cksum").string()).isEqualTo(sha256);
    JsonValue version = client.json(CRATES + "demo/0.1.0").get("version");
    assertThat(version.get("checksum").string()).isEqualTo(sha256);
    assertThat(version.get("crate_size").integer()).isEqualTo(crate.length);
    HttpResponse<String> download = client.get(CRATES + "demo/0.1.0/download");
    assertThat(download.statusCode()).isEqualTo(302);
    String location = download.headers().firstValue("Location").orElseThrow();
    assertThat(client.bytes(location.substring(location.indexOf("/crates/"))).body())
        .isEqualTo(crate);
    assertThat(client.json(CRATES + "demo/0.1.0/download", "Accept", "application/json").get("url"))
        .extracting(JsonValue::string)
        .isEqualTo(location);
  }

  @ParameterizedTest
  @CsvSource({"a,1/a", "ab,2/ab", "abc,3/a/abc", "Abcd,ab/cd/abcd", "long-name,lo/ng/long-name"})
  void indexFilesStandWhereCargoLooks(String name, String path) throws IOException {
    client.publish(name, "1.0.0");

    assertThat(client.json(INDEX + path).get("name").string()).isEqualTo(name);
    assertThat(client.get(INDEX + "zz/" + path).statusCode()).isEqualTo(404);
  }

  @Test
  void anUnchangedIndexFileIsNotSentAgain() throws IOException {
    client.publish("demo", "0.1.0");
    HttpResponse<String> first = client.get(INDEX + "de/mo/demo");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    String date = first.headers().firstValue("Last-Modified").orElseThrow();

    assertThat(client.get(INDEX + "de/mo/demo", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(client.get(INDEX + "de/mo/demo", "If-Modified-Since", date).statusCode())
        .isEqualTo(304);
    client.publish("demo", "0.2.0");
    HttpResponse<String> second = client.get(INDEX + "de/mo/demo", "If-None-Match", tag);
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.body().lines()).hasSize(2);
  }

  @Test
  void theIndexEntryIsMadeFromWhatWasPublished() throws IOException {
    Map<String, Object> dependency = new HashMap<>();
    dependency.put("name", "original");
    dependency.put("explicit_name_in_toml", "alias");
    dependency.put("version_req", "^1.2");
    dependency.put("features", List.of("std"));
    dependency.put("optional", true);
    dependency.put("default_features", false);
    dependency.put("target", "cfg(unix)");
    dependency.put("kind", "build");
    dependency.put("registry", IndexEntry.CRATES_IO);
    Map<String, Object> metadata = PlainClient.metadata("demo", "0.1.0");
    metadata.put("deps", List.of(dependency));
    metadata.put("features", Map.of("old", List.of("std"), "new", List.of("dep:alias")));
    metadata.put("links", "z");
    metadata.put("rust_version", "1.70");

    client.publish(metadata, Archives.crate("demo", "0.1.0"));

    JsonValue entry = client.json(INDEX + "de/mo/demo");
    JsonValue written = entry.get("deps").list().get(0);
    assertThat(written.get("name").string()).isEqualTo("alias");
    assertThat(written.get("package").string()).isEqualTo("original");
    assertThat(written.get("req").string()).isEqualTo("^1.2");
    assertThat(written.get("kind").string()).isEqualTo("build");
    assertThat(written.get("target").string()).isEqualTo("cfg(unix)");
    assertThat(written.find("registry")).isEmpty();
    assertThat(entry.get("features").members()).containsOnlyKeys("old");
    assertThat(entry.get("features2").members()).containsOnlyKeys("new");
    assertThat(entry.get("v").integer()).isEqualTo(2);
    assertThat(entry.get("links").string()).isEqualTo("z");
    assertThat(entry.get("rust_version").string()).isEqualTo("1.70");
  }

  @ParameterizedTest
  @CsvSource({"0.1.0", "0.1.0+other"})
  void aVersionIsTakenForEverEvenWhenItIsYanked(String again) throws IOException {
    client.publish("demo", "0.1.0");
    client.withToken("DELETE", CRATES + "demo/0.1.0/yank", "");

    HttpResponse<String> answer = client.publish("demo", again);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(detail(answer)).isEqualTo("crate version `" + again + "` is already uploaded");
    assertThat(client.get(INDEX + "de/mo/demo").body().lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"Foo-Bar,foo_bar", "foo_bar,foo-bar", "demo,Demo"})
  void aNameThatDiffersInCaseOrDashesIsTaken(String first, String second) throws IOException {
    client.publish(first, "0.1.0");

    assertThat(detail(client.publish(second, "0.2.0")))
        .isEqualTo("crate was previously named `" + first + "`");
  }

  static Stream<Arguments> unwelcomeMetadata() {
    return Stream.of(
        Arguments.of("name", "1demo", "invalid crate name"),
        Arguments.of("name", "nul", "reserved name"),
        Arguments.of("name", 7, "`name` is a number, not a string"),
        Arguments.of("vers", "1.0", "invalid semver version"),
        Arguments.of("vers", "1.0.0-" + "a".repeat(150), "invalid semver version"),
        Arguments.of("description", "", "missing or empty metadata fields: description."),
        Arguments.of("license", null, "missing or empty metadata fields: license."),
        Arguments.of("keywords", List.of("a", "b", "c", "d", "e", "f"), "at most 5 keywords"),
        Arguments.of("deps", List.of(dependency("*", null)), "wildcard (`*`)"),
        Arguments.of("deps", List.of(dependency("x", null)), "wildcard (`*`)"),
        Arguments.of("deps", List.of(dependency("1..2", null)), "invalid version requirement"),
        Arguments.of("deps", List.of(dependency("1", "https://x")), "on another registry"),
        Arguments.of("deps", "none", "`deps` is a string, not a list"),
        Arguments.of("features", Map.of("f", "g"), "`features.f` is a string, not a list"));
  }

  @ParameterizedTest
  @MethodSource("unwelcomeMetadata")
  void metadataThatCratesIoRefusesIsRefused(String key, Object value, String detail)
      throws IOException {
    Map<String, Object> metadata = PlainClient.metadata("demo", "0.1.0");
    metadata.put(key, value);

    HttpResponse<String> answer = client.publish(metadata, Archives.crate("demo", "0.1.0"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(detail(answer)).contains(detail);
  }

  static Stream<Arguments> unwelcomeArchives() {
    String toml = "[package]\nname = \"demo\"\nversion = \"0.1.0\"\n";
    return Stream.of(
        Arguments.of(new byte[0], "cut off"),
        Arguments.of("no gzip".getBytes(StandardCharsets.UTF_8), "not a gzip file"),
        Arguments.of(Archives.gzip(new byte[100]), "cut off"),
        Arguments.of(Archives.gzip(new byte[1024]), "missing Cargo.toml"),
        Arguments.of(Archives.gzip("x".repeat(1024).getBytes(StandardCharsets.UTF_8)), "not a tar"),
        Arguments.of(Archives.crate("other", "0.1.0"), "invalid path found: other-0.1.0/"),
        Arguments.of(Archives.tarGz("demo-0.1.0/../x", '0'), "invalid path found"),
        Arguments.of(Archives.tarGz("demo-0.1.0/link", '2'), "unexpected symlink or hard link"),
        Arguments.of(Archives.tarGz(Map.of("demo-0.1.0/cargo.toml", toml)), "wrong case"),
        Arguments.of(
            Archives.tarGz(Map.of("demo-0.1.0/Cargo.toml", toml.replace("0.1", "0.2"))),
            "does not describe"),
        Arguments.of(
            Archives.tarGz(Map.of("demo-0.1.0/Cargo.toml", "[package")), "failed to parse"));
  }

  @ParameterizedTest
  @MethodSource("unwelcomeArchives")
  void archivesThatCratesIoRefusesAreRefused(byte[] archive, String detail) throws IOException {
    HttpResponse<String> answer = client.publish(PlainClient.metadata("demo", "0.1.0"), archive);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(detail(answer)).contains(detail);
    assertThat(client.get(CRATES + "demo").statusCode()).isEqualTo(404);
  }

  static Stream<Arguments> brokenFrames() {
    byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
    byte[] whole = PlainClient.frame(json, new byte[10]);
    return Stream.of(
        Arguments.of(new byte[0], 400),
        Arguments.of(new byte[] {1, 0}, 400),
        Arguments.of(new byte[] {-1, -1, -1, -1, 0}, 413),
        Arguments.of(new byte[] {100, 0, 0, 0, '{', '}'}, 400),
        Arguments.of(java.util.Arrays.copyOf(whole, whole.length - 1), 400),
        Arguments.of(java.util.Arrays.copyOf(whole, whole.length + 1), 400),
        Arguments.of(PlainClient.frame(json, new byte[(10 << 20) + 1]), 413),
        Arguments.of(PlainClient.frame(new byte[] {-1, '{'}, new byte[1]), 400));
  }

  @ParameterizedTest
  @MethodSource("brokenFrames")
  void aBrokenFrameIsRefused(byte[] body, int status) throws IOException {
    HttpResponse<String> answer =
        client.send("PUT", CRATES + "new", body, "Authorization", sandbox.tokens().crates());

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(detail(answer)).isNotBlank();
  }

  @Test
  void yankingCanBeRepeatedAndUndone() throws IOException {
    client.publish("demo", "0.1.0");

    for (int i = 0; i < 2; i++) {
      assertThat(client.withToken("DELETE", CRATES + "demo/0.1.0/yank", "").body())
          .isEqualTo("{\"ok\":true}");
    }
    assertThat(client.json(INDEX + "de/mo/demo").get("yanked").bool()).isTrue();
    assertThat(client.withToken("PUT", CRATES + "demo/0.1.0/unyank", "").statusCode())
        .isEqualTo(200);
    assertThat(client.json(INDEX + "de/mo/demo").get("yanked").bool()).isFalse();
    assertThat(detail(client.withToken("DELETE", CRATES + "demo/9.0.0/yank", "")))
        .isEqualTo("crate `demo` does not have a version `9.0.0`");
  }

  @Test
  void aYankCanCarryAReason() throws IOException {
    client.publish("demo", "0.1.0");

    client.withToken(
        "PATCH",
        CRATES + "demo/0.1.0",
        "{\"version\":{\"yanked\":true,\"yank_message\":\"broken\"}}");

    JsonValue version = client.json(CRATES + "demo/0.1.0").get("version");
    assertThat(version.get("yanked").bool()).isTrue();
    assertThat(version.get("yank_message").string()).isEqualTo("broken");
  }

  @Test
  void ownersCanBeListedAddedAndRemoved() throws IOException {
    client.publish("demo", "0.1.0");

    HttpResponse<String> added =
        client.withToken("PUT", CRATES + "demo/owners", "{\"users\":[\"ferris\"]}");

    assertThat(new Json().read(added.body()).get("msg").string()).contains("ferris");
    assertThat(client.get(CRATES + "demo/owners").body()).contains("\"login\":\"ferris\"");
    client.withToken("DELETE", CRATES + "demo/owners", "{\"users\":[\"ferris\"]}");
    assertThat(client.get(CRATES + "demo/owners").body()).doesNotContain("ferris");
    assertThat(
            detail(client.withToken("DELETE", CRATES + "demo/owners", "{\"users\":[\"sandbox\"]}")))
        .startsWith("cannot remove all individual owners");
  }

  @Test
  void versionsCanBeAskedForByNumber() throws IOException {
    client.publish("demo", "0.1.0");
    client.publish("demo", "0.2.0-rc.1");

    assertThat(client.json(CRATES + "demo").get("versions").list()).hasSize(2);
    assertThat(client.json(CRATES + "demo/versions?nums%5B%5D=0.1.0").get("versions").list())
        .hasSize(1);
    HttpResponse<String> missing = client.get(CRATES + "nowhere");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(detail(missing)).isEqualTo("crate `nowhere` does not exist");
  }

  @ParameterizedTest
  @CsvSource({
    "nobody,403,authentication failed",
    "Basic abc,401,Unexpected scheme",
    "sandbox-crates-publish-only,403,required permissions",
    "Bearer sandbox-crates,200,ok"
  })
  void aTokenCanDoWhatItsScopesSay(String authorization, int status, String text)
      throws IOException {
    client.publish("demo", "0.1.0");

    HttpResponse<String> answer =
        client.send(
            "DELETE", CRATES + "demo/0.1.0/yank", new byte[0], "Authorization", authorization);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(text);
  }

  @Test
  void aPublishOnlyTokenPublishes() throws IOException {
    HttpResponse<String> answer =
        client.publish(
            sandbox.tokens().cratesPublishOnly(),
            PlainClient.metadata("demo", "0.1.0"),
            Archives.crate("demo", "0.1.0"));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void withoutTokenNothingIsPublished() throws IOException {
    HttpResponse<String> answer = client.send("PUT", CRATES + "new", new byte[100]);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(detail(answer)).isEqualTo("this action requires authentication");
  }

  @Test
  void aRegistryThatRequiresAuthenticationSaysSo() throws IOException {
    try (Sandbox closed = Sandbox.start(SandboxOptions.standard().withAuthRequired(true))) {
      PlainClient reader = new PlainClient(closed);

      HttpResponse<String> answer = reader.get(INDEX + "config.json");

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
          .startsWith("Cargo login_url=");
      String token = closed.tokens().crates();
      assertThat(
              reader
                  .json(INDEX + "config.json", "Authorization", token)
                  .get("auth-required")
                  .bool())
          .isTrue();
    }
  }

  @Test
  void aClientWithoutNameIsTurnedAway() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", sandbox.port())) {
      String request = "GET " + CRATES + "demo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 403 ")
          .contains("{\"errors\":[{\"detail\":\"We require that all requests include");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/",
    "GET,/crates",
    "GET,/crates/",
    "GET,/crates/api",
    "GET,/crates/index/",
    "GET,/crates/index",
    "POST,/crates/index/de/mo/demo",
    "GET,/crates/api/v1/crates/new",
    "DELETE,/crates/api/v1/crates/x",
    "GET,/crates/api/v1/crates/x/y/z/w",
    "GET,/crates/static/x",
    "PUT,/crates/api/v1/crates/x/1.0.0/yank",
    "GET,/crates/index/%2e%2e/%2e%2e/x",
    "GET,//crates"
  })
  void strangeRequestsAreAnsweredWithAnError(String method, String path) throws IOException {
    assertThat(client.send(method, path, new byte[10]).statusCode()).isBetween(400, 499);
  }

  @Test
  void requestsAreRecordedWithoutTheirSecrets() throws IOException {
    byte[] crate = Archives.crate("demo", "0.1.0");
    client.publish(PlainClient.metadata("demo", "0.1.0"), crate);

    RecordedRequest request = sandbox.requests().get(0);

    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.path()).isEqualTo(CRATES + "new");
    assertThat(request.status()).isEqualTo(200);
    assertThat(request.headers()).containsEntry("authorization", "REDACTED");
    assertThat(request.toString()).doesNotContain(sandbox.tokens().crates());
    assertThat(request.metadata().orElseThrow()).contains("\"name\":\"demo\"");
    assertThat(request.size()).isEqualTo(8 + request.metadata().get().length() + crate.length);
  }

  private static Map<String, Object> dependency(String requirement, String registry) {
    Map<String, Object> dependency = new HashMap<>();
    dependency.put("name", "other");
    dependency.put("version_req", requirement);
    dependency.put("registry", registry);
    return dependency;
  }

  private static String detail(HttpResponse<String> answer) {
    return new Json().read(answer.body()).get("errors").list().get(0).get("detail").string();
  }
}

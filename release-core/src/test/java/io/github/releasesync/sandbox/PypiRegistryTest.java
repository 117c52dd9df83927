package io.github.releasesync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonValue;
import io.github.releasesync.testing.Archives;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PypiRegistryTest {

  private static final String WHEEL = "demo-1.0-py3-none-any.whl";
  private static final String JSON = "application/vnd.pypi.simple.v1+json";

  @TempDir Path temp;

  private final Sandbox sandbox = Sandbox.start(SandboxOptions.standard());
  private final PlainClient client = new PlainClient(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void anUploadedWheelIsInBothIndexesAndTheApi() throws IOException {
    byte[] wheel = Archives.wheel("demo", "1.0", "py3-none-any", "x = 1");

    HttpResponse<String> answer =
        client.upload(PlainClient.form("demo", "1.0", "bdist_wheel", wheel), WHEEL, wheel);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    String sha256 = Digests.sha256(wheel);
    JsonValue page = client.json("/pypi/simple/demo/", "Accept", JSON);
    JsonValue file = page.get("files").list().get(0);
    assertThat(page.get("versions").list().get(0).string()).isEqualTo("1.0");
    assertThat(file.get("filename").string()).isEqualTo(WHEEL);
    assertThat(file.get("hashes").get("sha256").string()).isEqualTo(sha256);
    assertThat(file.get("size").integer()).isEqualTo(wheel.length);
    assertThat(file.get("requires-python").string()).isEqualTo(">=3.8");
    assertThat(file.get("yanked").bool()).isFalse();
    String url = path(file.get("url").string());
    assertThat(client.bytes(url).body()).isEqualTo(wheel);
    String metadata = client.get(url + ".metadata").body();
    assertThat(metadata).isEqualTo(Archives.metadata("demo", "1.0"));
    assertThat(file.get("core-metadata").get("sha256").string())
        .isEqualTo(Digests.sha256(metadata));
    assertThat(client.get("/pypi/simple/demo/").body())
        .contains("#sha256=" + sha256, "data-requires-python=\"&gt;=3.8\"", ">" + WHEEL + "</a>");
    for (String api : new String[] {"/pypi/demo/json", "/pypi/pypi/demo/1.0.0/json"}) {
      JsonValue shown = client.json(api);
      assertThat(shown.get("info").get("version").string()).isEqualTo("1.0");
      assertThat(shown.get("urls").list().get(0).get("digests").get("sha256").string())
          .isEqualTo(sha256);
    }
  }

  @Test
  void theSameFileAgainIsWelcomeAndChangesNothing() throws IOException {
    client.uploadWheel("demo", "1.0", "x = 1");
    String before = client.get("/pypi/simple/demo/", "Accept", JSON).body();

    assertThat(client.uploadWheel("demo", "1.0", "x = 1").statusCode()).isEqualTo(200);

    assertThat(client.get("/pypi/simple/demo/", "Accept", JSON).body()).isEqualTo(before);
  }

  @Test
  void otherBytesUnderTheSameNameAreRefused() throws IOException {
    client.uploadWheel("demo", "1.0", "x = 1");

    HttpResponse<String> answer = client.uploadWheel("demo", "1.0", "x = 2");

    assertThat(answer.statusCode()).isEqualTo(400);
    JsonValue error = new Json().read(answer.body());
    assertThat(error.get("message").string()).startsWith("File already exists ('" + WHEEL);
    assertThat(error.get("code").string()).startsWith("400 File already exists");
  }

  @Test
  void theSameBytesUnderAnotherNameAreRefused() throws IOException {
    byte[] wheel = Archives.wheel("demo", "1.0", "py3-none-any", "x = 1");
    Map<String, String> form = PlainClient.form("demo", "1.0", "bdist_wheel", wheel);
    client.upload(form, WHEEL, wheel);

    assertThat(client.upload(form, "demo-1.0-py2-none-any.whl", wheel).body())
        .contains("File already exists");
  }

  @Test
  void aReleaseHasOneSdist() throws IOException {
    byte[] sdist = Archives.sdist("demo", "1.0", Map.of());
    byte[] second = Archives.sdist("demo", "1.0.0", Map.of("setup.py", "pass"));

    assertThat(
            client
                .upload(PlainClient.form("demo", "1.0", "sdist", sdist), "demo-1.0.tar.gz", sdist)
                .statusCode())
        .isEqualTo(200);
    assertThat(
            client
                .upload(
                    PlainClient.form("demo", "1.0.0", "sdist", second), "demo-1.0.0.tar.gz", second)
                .body())
        .contains("Only one sdist may be uploaded per release.");
  }

  @Test
  void aReleaseIsClosedAfterTwoWeeks() throws IOException {
    Instant start = Instant.parse("2026-11-01T00:00:00Z");
    SandboxOptions options = SandboxOptions.standard().withState(temp);
    try (Sandbox then = Sandbox.start(options.withClock(fixed(start)))) {
      new PlainClient(then).uploadWheel("demo", "1.0", "x = 1");
    }
    try (Sandbox now = Sandbox.start(options.withClock(fixed(start.plus(Duration.ofDays(15)))))) {
      PlainClient later = new PlainClient(now);
      byte[] sdist = Archives.sdist("demo", "1.0", Map.of());
      assertThat(later.uploadWheel("demo", "1.0", "x = 1").statusCode()).isEqualTo(200);
      assertThat(
              later
                  .upload(PlainClient.form("demo", "1.0", "sdist", sdist), "demo-1.0.tar.gz", sdist)
                  .body())
          .contains("Uploading new files to releases older than 14 days is not allowed.");
    }
  }

  static Stream<Arguments> unwelcomeForms() {
    return Stream.of(
        Arguments.of("protocol_version", "2", "Unknown protocol version."),
        Arguments.of("filetype", "bdist_egg", "Use a known file type."),
        Arguments.of("sha256_digest", "", "Include at least one message digest."),
        Arguments.of("sha256_digest", "xyz", "hex-encoded, SHA256"),
        Arguments.of("sha256_digest", "0".repeat(64), "digest supplied does not match"),
        Arguments.of("blake2_256_digest", "0".repeat(64), "digest supplied does not match"),
        Arguments.of("md5_digest", "0", "digest supplied does not match"),
        Arguments.of("pyversion", "", "Python version is required"),
        Arguments.of("metadata_version", "3.0", "not a valid metadata version"),
        Arguments.of("name", "-demo", "invalid value for Name"),
        Arguments.of("version", "1.0+local", "Can't use PEP 440 local versions."),
        Arguments.of("version", "one", "invalid value for Version"),
        Arguments.of("version", "2.0", "Version in filename should be '2.0' not '1.0'"),
        Arguments.of("name", "other", "Start filename for 'other' with 'other'"),
        Arguments.of("requires_python", "3", "Invalid value for requires_python"),
        Arguments.of("requires_dist", "x @ https://x", "Can't have direct dependency"),
        Arguments.of("summary", "x".repeat(513), "Invalid value for summary"));
  }

  @ParameterizedTest
  @MethodSource("unwelcomeForms")
  void formsThatPypiRefusesAreRefused(String field, String value, String text) throws IOException {
    byte[] wheel = Archives.wheel("demo", "1.0", "py3-none-any", "x = 1");
    Map<String, String> form = PlainClient.form("demo", "1.0", "bdist_wheel", wheel);
    form.put(field, value);

    HttpResponse<String> answer = client.upload(form, WHEEL, wheel);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new Json().read(answer.body()).get("message").string()).contains(text);
    assertThat(client.get("/pypi/simple/demo/").statusCode()).isEqualTo(404);
  }

  static Stream<Arguments> unwelcomeWheels() {
    byte[] good = Archives.wheel("demo", "1.0", "py3-none-any", "x = 1");
    String info = "demo-1.0.dist-info/";
    Map<String, String> bare = new LinkedHashMap<>();
    bare.put(info + "METADATA", Archives.metadata("demo", "1.0"));
    bare.put(info + "WHEEL", "");
    Map<String, String> foreign = new LinkedHashMap<>(bare);
    foreign.put(info + "RECORD", "");
    foreign.put(info + "METADATA", Archives.metadata("other", "1.0"));
    Map<String, String> older = new LinkedHashMap<>(foreign);
    older.put(info + "METADATA", Archives.metadata("demo", "0.9"));
    return Stream.of(
        Arguments.of("demo-1.0.whl", good, "wrong number of parts"),
        Arguments.of("demo-1.0-x-py3-none-any.whl", good, "Invalid build number"),
        Arguments.of("demo-1.0-py3-none-linux_x86_64.whl", good, "unsupported platform tag"),
        Arguments.of("demo-1.0-py3-none-any.exe", good, "Invalid file extension"),
        Arguments.of("../" + WHEEL, good, "'/' or '\\\\' in the filename"),
        Arguments.of("demo 1.whl", good, "non-printable"),
        Arguments.of(WHEEL, "no zip".getBytes(StandardCharsets.UTF_8), "Not a ZIP file"),
        Arguments.of(WHEEL, new byte[0], "Not a ZIP file"),
        Arguments.of(WHEEL, Archives.zip(Map.of("x", "y")), "required WHEEL file"),
        Arguments.of(WHEEL, Archives.zip(bare), "required RECORD file"),
        Arguments.of(WHEEL, Archives.zip(foreign), "names 'other', not 'demo'"),
        Arguments.of(WHEEL, Archives.zip(older), "has version '0.9', not '1.0'"));
  }

  @ParameterizedTest
  @MethodSource("unwelcomeWheels")
  void wheelsThatPypiRefusesAreRefused(String filename, byte[] wheel, String text)
      throws IOException {
    HttpResponse<String> answer =
        client.upload(PlainClient.form("demo", "1.0", "bdist_wheel", wheel), filename, wheel);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(text);
  }

  static Stream<Arguments> unwelcomeSdists() {
    byte[] good = Archives.sdist("demo", "1.0", Map.of());
    return Stream.of(
        Arguments.of("Demo-1.0.tar.gz", good, "should be 'demo-1.0.tar.gz'"),
        Arguments.of("demo-1.0.zip", good, "should be 'demo-1.0.tar.gz'"),
        Arguments.of("demo-1.0.tar.gz", new byte[10], "Invalid distribution file."),
        Arguments.of(
            "demo-1.0.tar.gz", Archives.tarGz(Map.of("demo-1.0/x", "")), "PKG-INFO not found"),
        Arguments.of(
            "demo-1.0.tar.gz", Archives.tarGz(Map.of("demo/PKG-INFO", "")), "top-level directory"),
        Arguments.of(
            "demo-1.0.tar.gz", Archives.tarGz(Map.of("demo-1.0/../x", "")), "top-level directory"),
        Arguments.of(
            "demo-1.0.tar.gz", Archives.sdist("demo", "1.0", Map.of("../x", "")), "top-level"));
  }

  @ParameterizedTest
  @MethodSource("unwelcomeSdists")
  void sdistsThatPypiRefusesAreRefused(String filename, byte[] sdist, String text)
      throws IOException {
    HttpResponse<String> answer =
        client.upload(PlainClient.form("demo", "1.0", "sdist", sdist), filename, sdist);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(text);
  }

  @ParameterizedTest
  @CsvSource({
    "any,true",
    "win_amd64,true",
    "manylinux1_x86_64,true",
    "manylinux2014_aarch64,true",
    "manylinux_2_34_x86_64,true",
    "musllinux_1_2_aarch64,true",
    "macosx_10_12_x86_64,true",
    "macosx_11_0_arm64,true",
    "linux_armv7l,true",
    "linux_x86_64,false",
    "macosx_11_1_arm64,false",
    "macosx_99_0_arm64,false",
    "musllinux_1_2_ppc64,false",
    "manylinux_2_x86_64,false",
    "manylinux_2_17_sparc,false",
    "win64,false"
  })
  void platformTagsAreThoseOfPypi(String tag, boolean allowed) {
    assertThat(PlatformTags.isAllowed(tag)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "__token__:wrong,Invalid or non-existent",
    "someone:pypi-sandbox,Username/Password authentication is no longer supported"
  })
  void onlyATokenUploads(String credentials, String text) throws IOException {
    byte[] wheel = Archives.wheel("demo", "1.0", "py3-none-any", "x = 1");

    HttpResponse<String> answer =
        client.upload(
            credentials, PlainClient.form("demo", "1.0", "bdist_wheel", wheel), WHEEL, wheel);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains(text);
  }

  @Test
  void anUploadWithoutFileIsRefused() throws IOException {
    assertThat(
            client
                .upload(PlainClient.form("demo", "1.0", "bdist_wheel", new byte[0]), null, null)
                .body())
        .contains("Upload payload does not have a file.");
  }

  @Test
  void namesAreNormalised() throws IOException {
    byte[] wheel = Archives.wheel("my_demo", "1.0", "py3-none-any", "x = 1");
    client.upload(
        PlainClient.form("My.Demo", "1.0", "bdist_wheel", wheel),
        "my_demo-1.0-py3-none-any.whl",
        wheel);

    HttpResponse<String> other = client.get("/pypi/simple/My.Demo/");

    assertThat(other.statusCode()).isEqualTo(301);
    assertThat(other.headers().firstValue("Location"))
        .contains(sandbox.pypiIndexUrl() + "my-demo/");
    assertThat(client.get("/pypi/simple/my-demo/").statusCode()).isEqualTo(200);
    assertThat(client.get("/pypi/simple/").body()).contains("<a href=\"my-demo/\">My.Demo</a>");
    assertThat(client.get("/pypi/simple/", "Accept", JSON).body()).contains("\"My.Demo\"");
  }

  @Test
  void theAddressWithoutSlashLeadsToTheRightOne() throws IOException {
    HttpResponse<String> answer = client.send("POST", "/pypi/legacy", new byte[10]);

    assertThat(answer.statusCode()).isEqualTo(308);
    assertThat(answer.headers().firstValue("Location")).contains(sandbox.pypiUploadUrl());
  }

  @Test
  void aYankedReleaseSaysWhy() throws IOException {
    client.uploadWheel("demo", "1.0", "x = 1");

    sandbox.yankOnPypi("Demo", "1.0.0", Optional.of("broken"));

    assertThat(client.get("/pypi/simple/demo/").body()).contains("data-yanked=\"broken\"");
    assertThat(client.get("/pypi/simple/demo/", "Accept", JSON).body())
        .contains("\"yanked\":\"broken\"");
    assertThat(client.json("/pypi/demo/1.0/json").get("urls").list().get(0).get("yanked").bool())
        .isTrue();
    sandbox.yankOnPypi("demo", "1.0", Optional.empty());
    assertThat(client.get("/pypi/simple/demo/").body()).doesNotContain("data-yanked");
  }

  @Test
  void anUnchangedPageIsNotSentAgain() throws IOException {
    client.uploadWheel("demo", "1.0", "x = 1");
    String tag = client.get("/pypi/simple/demo/").headers().firstValue("ETag").orElseThrow();

    assertThat(client.get("/pypi/simple/demo/", "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void whatWasUploadedIsThereAfterARestart() throws IOException {
    SandboxOptions options = SandboxOptions.standard().withState(temp);
    try (Sandbox first = Sandbox.start(options)) {
      new PlainClient(first).uploadWheel("demo", "1.0", "x = 1");
    }
    try (Sandbox second = Sandbox.start(options)) {
      PlainClient later = new PlainClient(second);
      assertThat(later.get("/pypi/demo/json").statusCode()).isEqualTo(200);
      assertThat(later.uploadWheel("demo", "1.0", "x = 1").statusCode()).isEqualTo(200);
      assertThat(later.uploadWheel("demo", "1.0", "x = 2").statusCode()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "--B",
        "--B--",
        "--Bx",
        "--B\r\n",
        "--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--",
        "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
        "--B\r\n\r\n\r\n--B\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"content\"; filename=\"a\r\n\r\n\r\n--B--"
      })
  void aBrokenFormIsRefused(String body) throws IOException {
    HttpResponse<String> answer =
        client.send(
            "POST",
            "/pypi/legacy/",
            body.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "multipart/form-data; boundary=B",
            "Authorization",
            "token " + sandbox.tokens().pypi());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("<html>").contains("<h1>400 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data;"
      })
  void anotherContentTypeIsRefused(String type) throws IOException {
    HttpResponse<String> answer =
        client.send(
            "POST",
            "/pypi/legacy/",
            new byte[10],
            "Content-Type",
            type,
            "Authorization",
            "token " + sandbox.tokens().pypi());

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void bytesThatLookLikeABoundaryStayInTheFile() throws IOException {
    byte[] wheel = Archives.wheel("demo", "1.0", "py3-none-any", "\r\n--\r\n-\r\r\n--C\r");
    assertThat(
            client
                .upload(PlainClient.form("demo", "1.0", "bdist_wheel", wheel), WHEEL, wheel)
                .statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/pypi",
    "GET,/pypi/",
    "GET,/pypi/legacy/",
    "GET,/pypi/simple/nowhere/",
    "GET,/pypi/simple/a/b/",
    "GET,/pypi/simple/%2e%2e/x/",
    "GET,/pypi/files/x/y",
    "GET,/pypi/nowhere/json",
    "GET,/pypi/nowhere/x/json",
    "PUT,/pypi/simple/",
    "POST,/pypi/legacy/x"
  })
  void strangeRequestsAreAnsweredWithAnError(String method, String path) throws IOException {
    assertThat(client.send(method, path, new byte[10]).statusCode()).isBetween(400, 499);
  }

  private static Clock fixed(Instant instant) {
    return Clock.fixed(instant, ZoneOffset.UTC);
  }

  private static String path(String url) {
    return url.substring(url.indexOf("/pypi/"));
  }
}

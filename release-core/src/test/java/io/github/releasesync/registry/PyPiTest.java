package io.github.releasesync.registry;

import static io.github.releasesync.registry.CratesIoTest.CLOCK;
import static io.github.releasesync.registry.CratesIoTest.SETTINGS;
import static io.github.releasesync.registry.CratesIoTest.refused;
import static io.github.releasesync.registry.CratesIoTest.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.artifact.InspectedArtifact;
import io.github.releasesync.http.Secret;
import io.github.releasesync.problem.Code;
import io.github.releasesync.registry.ScriptedServer.Ending;
import io.github.releasesync.registry.ScriptedServer.Request;
import io.github.releasesync.registry.ScriptedServer.Script;
import io.github.releasesync.testing.ArtifactFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer of a Python registry, odd ones too, ends in the value that is right for it. */
class PyPiTest {

  private static final String TOKEN = "pypi-AgEIcHlwaS5vcmcCJDAwMDAwMDAw";
  private static final String UPLOAD = "/legacy/";
  private static final String INDEX = "/simple/demo-py/";
  private static final String WHEEL = "demo_py-1.0-py3-none-any.whl";
  private static final String HASH = "a".repeat(64);
  private static final String PAGE = "<!DOCTYPE html><title>Down</title><p>maintenance";

  @TempDir Path folder;

  private final ScriptedServer server = new ScriptedServer();
  private PyPi registry;
  private Path file;
  private InspectedArtifact artifact;

  @BeforeEach
  void makeTheWheel() {
    registry = registry(Optional.of(Secret.of("TEST", TOKEN)));
    file =
        ArtifactFiles.wheel(
            folder,
            "demo-py",
            "1.0",
            "Summary: Größe\nClassifier: A :: B\nClassifier: C\nProject-URL: Home, https://h.example\n"
                + "Requires-Dist: x>=1\nLicense-File: LICENSE\nHome-page: https://h.example\n"
                + "X-Unknown: y\nRequires-Python: >=3.9\n\n# demo\n");
    artifact = InspectedArtifact.read(file);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aWheelGoesOutWithTheFieldsOfItsMetadata() throws IOException {
    server.on(UPLOAD, Script.of(200, ""));
    assertThat(registry.upload(artifact, file)).isEqualTo(new UploadResult.Accepted());
    Request request = server.requests(UPLOAD).get(0);
    String boundary = "release-sync-" + artifact.artifact().sha256().hex().substring(0, 48);
    assertThat(request.headers())
        .containsEntry("content-type", "multipart/form-data; boundary=" + boundary)
        .containsEntry("accept", "application/json")
        .containsEntry("user-agent", "release-sync/test")
        .containsEntry(
            "authorization",
            "Basic "
                + Base64.getEncoder()
                    .encodeToString(("__token__:" + TOKEN).getBytes(StandardCharsets.US_ASCII)));
    String size = Integer.toString(request.body().length);
    assertThat(request.headers()).containsEntry("content-length", size);
    String[] parts = request.text().split("--" + boundary + "(\r\n|--\r\n)");
    assertThat(parts)
        .contains(
            field(":action", "file_upload"),
            field("protocol_version", "1"),
            field("filetype", "bdist_wheel"),
            field("pyversion", "py3"),
            field("sha256_digest", artifact.artifact().sha256().hex()),
            field("metadata_version", "2.4"),
            field("name", "demo-py"),
            field("version", "1.0"),
            field("classifiers", "A :: B"),
            field("classifiers", "C"),
            field("project_urls", "Home, https://h.example"),
            field("requires_dist", "x>=1"),
            field("license_file", "LICENSE"),
            field("home_page", "https://h.example"),
            field("requires_python", ">=3.9"),
            field("description", "# demo\n"),
            new String(
                field("summary", "Größe").getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1));
    assertThat(request.text()).doesNotContain("X-Unknown").doesNotContain("x_unknown");
    String content = parts[parts.length - 1];
    assertThat(content)
        .startsWith("Content-Disposition: form-data; name=\"content\"; filename=\"" + WHEEL + "\"")
        .endsWith(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) + "\r\n");
  }

  @Test
  void anSdistSaysSo() {
    server.on(UPLOAD, Script.of(200, ""));
    Path sdist = ArtifactFiles.sdist(folder, "demo-py", "1.0", "");
    assertThat(registry.upload(InspectedArtifact.read(sdist), sdist))
        .isEqualTo(new UploadResult.Accepted());
    assertThat(server.requests(UPLOAD).get(0).text())
        .contains(field("filetype", "sdist"), field("pyversion", "source"));
  }

  static Stream<Arguments> answersToUpload() {
    String exists =
        "{\"message\":\"The server could not comply\",\"code\":\"400 File already exists ('x')\","
            + "\"title\":\"Bad Request\"}";
    return Stream.of(
        Arguments.of(Script.of(200, ""), "Accepted"),
        Arguments.of(Script.of(201, ""), "Accepted"),
        Arguments.of(Script.of(204, ""), "Accepted"),
        Arguments.of(Script.of(200, "a warning as text"), "Accepted"),
        Arguments.of(Script.of(202, ""), "Unknown status 202"),
        Arguments.of(Script.of(200, PAGE), "Unknown status 200 with a web page (Down)"),
        Arguments.of(Script.of(400, exists), "AlreadyThere 400 File already exists ('x')"),
        Arguments.of(Script.of(400, "Package 'x' already exists!"), "AlreadyThere"),
        Arguments.of(Script.of(409, ""), "AlreadyThere status 409 without text"),
        Arguments.of(Script.of(400, ""), "Rejected 400 status 400 without text"),
        Arguments.of(Script.of(400, "{\"code\":7}"), "Rejected 400 status 400: {"),
        Arguments.of(Script.of(400, "{\"message\":"), "Rejected 400 status 400: {"),
        Arguments.of(
            Script.of(400, "<html><h1>Bad</h1>File already exists</html>"),
            "AlreadyThere Bad File already exists"),
        Arguments.of(
            Script.of(400, "{\"code\":\"400 Only one sdist may be uploaded per release.\"}"),
            "Rejected 400 400 Only one sdist"),
        Arguments.of(
            Script.of(403, "{\"code\":\"403 Invalid or non-existent authentication\"}"),
            "Unauthorized 403 Invalid"),
        Arguments.of(Script.of(401, ""), "Unauthorized status 401"),
        Arguments.of(Script.of(404, PAGE), "Rejected 404 Down maintenance"),
        Arguments.of(Script.of(413, ""), "Rejected 413"),
        Arguments.of(Script.of(429, ""), "Deferred PT1M"),
        Arguments.of(Script.of(429, "", "Retry-After", "7"), "Deferred PT7S"),
        Arguments.of(Script.of(429, "", "Retry-After", "soon"), "Deferred PT1M"),
        Arguments.of(
            Script.of(308, "", "Location", "/legacy"),
            "Rejected 308 status 308, a redirect to http://127.0.0.1"),
        Arguments.of(Script.of(408, ""), "Unknown status 408"),
        Arguments.of(Script.of(500, "x"), "Unknown status 500: x"),
        Arguments.of(Script.of(502, PAGE), "Unknown status 502 with a web page"),
        Arguments.of(Script.of(503, exists, "Retry-After", "5"), "Unknown status 503"),
        Arguments.of(Script.of(200, "x".repeat(200_000)), "Unknown the answer is longer than"),
        Arguments.of(Script.ending(Ending.CUT_BEFORE_THE_ANSWER), "Unknown the connection broke"),
        Arguments.of(Script.ending(Ending.CUT_IN_THE_BODY), "Unknown the connection broke"),
        Arguments.of(Script.ending(Ending.NEVER), "Unknown no whole answer within 1500 ms"));
  }

  @ParameterizedTest
  @MethodSource("answersToUpload")
  void anAnswerToAnUploadIsUnderstood(Script script, String expected) {
    server.on(UPLOAD, script);
    assertThat(words(registry.upload(artifact, file))).startsWith(expected);
    assertThat(server.requests(UPLOAD)).hasSize(1);
  }

  static Stream<Arguments> answersOfTheIndex() {
    String page =
        "{\"meta\":{\"api-version\":\"1.4\"},\"name\":\"demo-py\",\"files\":[{\"filename\":\""
            + WHEEL
            + "\",\"hashes\":{\"sha256\":\""
            + HASH
            + "\"},\"yanked\":%s}]}";
    String normal = page.formatted("false");
    return Stream.of(
        Arguments.of(Script.of(200, normal), "Present false"),
        Arguments.of(Script.of(200, page.formatted("true")), "Present true"),
        Arguments.of(Script.of(200, page.formatted("\"broken\"")), "Present true"),
        Arguments.of(Script.of(200, page.formatted("7")), "Unknown `files[0].yanked`"),
        Arguments.of(Script.of(200, normal.replace(",\"yanked\":false", "")), "Present false"),
        Arguments.of(Script.of(200, normal.replace(WHEEL, "other.whl")), "Absent"),
        Arguments.of(Script.of(200, normal.replace("-py\"", "-other\"")), "Unknown the answer is"),
        Arguments.of(
            Script.of(200, normal.replace("sha256", "md5")), "Unknown the index states no sha256"),
        Arguments.of(
            Script.of(200, normal.replace(HASH, "00")), "Unknown the index states no sha256"),
        Arguments.of(Script.of(200, "{}"), "Unknown the document has no `name`"),
        Arguments.of(Script.of(200, "[]"), "Unknown the document is a list"),
        Arguments.of(Script.of(200, normal.substring(0, 60)), "Unknown status 200: {"),
        Arguments.of(Script.of(200, PAGE), "Unknown status 200 with a web page"),
        Arguments.of(Script.of(200, ""), "Unknown status 200 without text"),
        Arguments.of(Script.of(404, PAGE), "Absent"),
        Arguments.of(Script.of(403, PAGE), "Unknown status 403"),
        Arguments.of(Script.of(429, ""), "Unknown status 429"),
        Arguments.of(Script.of(500, normal), "Unknown status 500"),
        Arguments.of(
            Script.of(301, "", "Location", "http://10.0.0.1/simple/demo-py/"),
            "Unknown status 301, a redirect to http://10.0.0.1/simple/demo-py/, which is not"),
        Arguments.of(Script.ending(Ending.CUT_IN_THE_BODY), "Unknown the connection broke"),
        Arguments.of(Script.ending(Ending.NEVER), "Unknown no whole answer"));
  }

  @ParameterizedTest
  @MethodSource("answersOfTheIndex")
  void anAnswerOfTheIndexIsUnderstood(Script script, String expected) {
    server.on(INDEX, script);
    assertThat(words(registry.lookUp("Demo.Py", "1.0", WHEEL))).startsWith(expected);
    assertThat(server.requests(INDEX).get(0).headers())
        .containsEntry("accept", "application/vnd.pypi.simple.v1+json")
        .containsEntry("cache-control", "no-cache")
        .doesNotContainKey("authorization");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.0 | Present false",
        "1.0.0 | Present false",
        "2.0 | Present true",
        "3.0 | Present false",
        "4.0 | Absent",
        "no version | Absent",
      })
  void aReleaseIsThereIfItHasAFileAndYankedIfAllOfThemAre(String version, String expected) {
    String file = "{\"filename\":\"%s\",\"hashes\":{\"sha256\":\"" + HASH + "\"},\"yanked\":%s}";
    List<String> files =
        List.of(
            file.formatted("demo_py-1.0-py3-none-any.whl", "false"),
            file.formatted("demo_py-2.0-py3-none-any.whl", "true"),
            file.formatted("demo_py-2.0.tar.gz", "\"broken\""),
            file.formatted("demo_py-3.0-py3-none-any.whl", "true"),
            file.formatted("demo_py-3.0.tar.gz", "false"),
            file.formatted("demo_py-4.0.win32.exe", "false"));
    String page =
        "{\"meta\":{\"api-version\":\"1.4\"},\"name\":\"demo-py\",\"files\":["
            + String.join(",", files)
            + "]}";
    server.on(INDEX, Script.of(200, page));
    assertThat(words(registry.release("Demo.Py", version))).startsWith(expected);
  }

  @Test
  void theTokenIsInNoAnswerThatWeGiveOn() {
    String basic =
        Base64.getEncoder()
            .encodeToString(("__token__:" + TOKEN).getBytes(StandardCharsets.US_ASCII));
    server.on(UPLOAD, Script.of(400, "you sent Basic " + basic + " and " + TOKEN));
    assertThat(words(registry.upload(artifact, file)))
        .doesNotContain(TOKEN)
        .doesNotContain(basic.substring(16))
        .contains("***");
  }

  @Test
  void aCrateIsNoFileForPyPi() {
    Path crate = ArtifactFiles.crate(folder, "demo", "1.0.0", "");
    assertThatThrownBy(() -> registry.upload(InspectedArtifact.read(crate), crate))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingIsSentWithoutATokenOrWithOtherBytes() throws IOException {
    PyPi reader = registry(Optional.empty());
    assertThat(refused(() -> reader.upload(artifact, file)).code()).isEqualTo(Code.TOKEN_MISSING);
    Files.write(file, new byte[] {1});
    assertThat(refused(() -> registry.upload(artifact, file)).code())
        .isEqualTo(Code.ARTIFACT_CHANGED);
    assertThat(server.requests(UPLOAD)).isEmpty();
  }

  private PyPi registry(Optional<Secret> token) {
    return new PyPi(server.origin() + UPLOAD, server.origin() + "/simple", SETTINGS, CLOCK, token);
  }

  private static String field(String name, String value) {
    return "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }
}

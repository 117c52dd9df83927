package io.github.releasesync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.testing.Archives;
import io.github.releasesync.testing.Toolchains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real pip, twine and maturin against the sandbox, and nothing else. */
class PythonRealClientTest {

  private static final String WHEEL = "demo-1.0-py3-none-any.whl";

  /** A build backend without dependencies, so that pip can build the sdist offline. */
  private static final String BACKEND =
      """
      import zipfile

      def build_wheel(folder, config_settings=None, metadata_directory=None):
          name = "demo-1.0-py3-none-any.whl"
          info = "demo-1.0.dist-info/"
          with zipfile.ZipFile(folder + "/" + name, "w") as z:
              z.writestr("demo.py", "answer = 42\\n")
              z.writestr(info + "METADATA", open("PKG-INFO").read())
              z.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nTag: py3-none-any\\n")
              z.writestr(info + "RECORD", "")
          return name
      """;

  @TempDir Path temp;

  private final Sandbox sandbox = Sandbox.start(SandboxOptions.standard());
  private final PlainClient client = new PlainClient(sandbox);
  private final byte[] wheel = Archives.wheel("demo", "1.0", "py3-none-any", "answer = 42\n");
  private final byte[] sdist =
      Archives.sdist(
          "demo",
          "1.0",
          Map.of(
              "pyproject.toml",
              "[build-system]\nrequires = []\nbuild-backend = \"backend\"\nbackend-path = [\".\"]\n",
              "backend.py",
              BACKEND));

  private Map<String, String> variables;

  @BeforeEach
  void isolate() {
    variables = new HashMap<>();
    variables.put("PIP_CONFIG_FILE", temp.resolve("none").toString());
    variables.put("PIP_DISABLE_PIP_VERSION_CHECK", "1");
    variables.put("PIP_NO_CACHE_DIR", "1");
    variables.put("HOME", temp.toString());
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void pipDownloadsTheVeryBytes() throws IOException {
    upload();

    pip("download", "--no-deps", "--dest", "wheel", "demo==1.0");
    pip(
        "download",
        "--no-deps",
        "--no-binary=:all:",
        "--no-build-isolation",
        "--dest",
        "sdist",
        "demo==1.0");

    assertThat(Files.readAllBytes(temp.resolve("wheel").resolve(WHEEL))).isEqualTo(wheel);
    assertThat(Files.readAllBytes(temp.resolve("sdist").resolve("demo-1.0.tar.gz")))
        .isEqualTo(sdist);
    assertThat(sandbox.requests())
        .anySatisfy(r -> assertThat(r.headers().get("accept")).contains("pypi.simple.v1+json"))
        .anySatisfy(r -> assertThat(r.path()).endsWith("/" + WHEEL + ".metadata"));
  }

  @Test
  void pipInstallsFromWheelAndSdist() throws IOException {
    upload();

    pip("install", "--no-deps", "--target", "a", "demo");
    pip(
        "install",
        "--no-deps",
        "--no-binary=:all:",
        "--no-build-isolation",
        "--target",
        "b",
        "demo");

    for (String target : List.of("a", "b")) {
      assertThat(Files.readString(temp.resolve(target).resolve("demo.py")))
          .isEqualTo("answer = 42\n");
    }
  }

  @Test
  void pipLeavesAYankedReleaseOut() throws IOException {
    upload();
    sandbox.yankOnPypi("demo", "1.0", java.util.Optional.of("broken"));

    ProcessResult result = run("pip", pipArguments("download", "--no-deps", "demo>=1"));

    assertThat(result.exitCode()).isNotZero();
    assertThat(result.errorText()).contains("No matching distribution");
    pip("download", "--no-deps", "demo==1.0");
  }

  @Test
  void pipRefusesBytesThatTheIndexDoesNotState() throws IOException {
    sandbox.close();
    try (Sandbox wrong =
        Sandbox.start(SandboxOptions.standard().withFaults(Faults.parse("wrong-checksum")))) {
      new PlainClient(wrong)
          .upload(PlainClient.form("demo", "1.0", "bdist_wheel", wheel), WHEEL, wheel);

      ProcessResult result =
          run(
              "pip",
              List.of("download", "--no-deps", "--index-url", wrong.pypiIndexUrl(), "demo==1.0"));

      assertThat(result.exitCode()).isNotZero();
      assertThat(result.errorText()).contains("DO NOT MATCH THE HASHES");
    }
  }

  @Test
  void twineUploadsAndUploadsAgain() throws IOException {
    Path dist = dist();
    List<String> argv = new ArrayList<>(List.of("upload", "--non-interactive"));
    argv.addAll(List.of("--disable-progress-bar", "--repository-url", sandbox.pypiUploadUrl()));
    argv.add(dist.resolve(WHEEL).toString());
    argv.add(dist.resolve("demo-1.0.tar.gz").toString());
    variables.put("TWINE_USERNAME", "__token__");
    variables.put("TWINE_PASSWORD", sandbox.tokens().pypi());

    for (int i = 0; i < 2; i++) {
      ProcessResult result = run("twine", argv);
      assertThat(result.exitCode()).as(result.outputText() + result.errorText()).isZero();
    }
    assertThat(client.get("/pypi/simple/demo/").body()).contains(WHEEL, "demo-1.0.tar.gz");
    Files.write(dist.resolve(WHEEL), Archives.wheel("demo", "1.0", "py3-none-any", "other"));
    ProcessResult refused = run("twine", argv);
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.outputText() + refused.errorText()).contains("400");
    assertUploaded("twine/");
  }

  @Test
  void maturinUploads() throws IOException {
    Path dist = dist();
    variables.put("MATURIN_PYPI_TOKEN", sandbox.tokens().pypi());
    List<String> argv = new ArrayList<>(List.of("upload", "--non-interactive"));
    argv.addAll(List.of("--repository-url", sandbox.pypiUploadUrl()));
    try (Stream<Path> files = Files.list(dist)) {
      files.sorted().forEach(file -> argv.add(file.toString()));
    }

    ProcessResult result = run("maturin", argv);

    assertThat(result.exitCode()).as(result.errorText()).isZero();
    assertThat(client.get("/pypi/simple/demo/").body()).contains(WHEEL, "demo-1.0.tar.gz");
    Files.write(dist.resolve(WHEEL), Archives.wheel("demo", "1.0", "py3-none-any", "other"));
    ProcessResult refused = run("maturin", argv);
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.errorText()).contains("File already exists");
    argv.add("--skip-existing");
    assertThat(run("maturin", argv).exitCode()).isZero();
    assertUploaded("maturin/");
  }

  private void assertUploaded(String userAgent) {
    assertThat(sandbox.requests())
        .filteredOn(r -> r.method().equals("POST"))
        .isNotEmpty()
        .allSatisfy(r -> assertThat(r.headers().get("user-agent")).startsWith(userAgent))
        .allSatisfy(r -> assertThat(r.headers()).containsEntry("authorization", "REDACTED"));
  }

  private void upload() throws IOException {
    client.upload(PlainClient.form("demo", "1.0", "bdist_wheel", wheel), WHEEL, wheel);
    client.upload(PlainClient.form("demo", "1.0", "sdist", sdist), "demo-1.0.tar.gz", sdist);
  }

  private Path dist() throws IOException {
    Path dist = Files.createDirectories(temp.resolve("dist"));
    Files.write(dist.resolve(WHEEL), wheel);
    Files.write(dist.resolve("demo-1.0.tar.gz"), sdist);
    return dist;
  }

  private void pip(String... argv) {
    ProcessResult result = run("pip", pipArguments(argv));
    assertThat(result.exitCode()).as(result.outputText() + result.errorText()).isZero();
  }

  private List<String> pipArguments(String... argv) {
    List<String> all = new ArrayList<>(List.of(argv));
    all.add(1, "--index-url");
    all.add(2, sandbox.pypiIndexUrl());
    return all;
  }

  private ProcessResult run(String program, List<String> argv) {
    List<String> all = new ArrayList<>();
    all.add(Toolchains.require(program).toString());
    all.addAll(argv);
    return Toolchains.run(temp, variables, all);
  }
}

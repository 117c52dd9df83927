package io.github.releasesync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonValue;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.testing.Toolchains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real cargo against the sandbox. Nothing here reaches for crates.io: it is replaced. */
class CargoRealClientTest {

  @TempDir Path temp;

  private Sandbox sandbox;
  private PlainClient client;
  private Path cargo;

  @BeforeEach
  void start() {
    cargo = Toolchains.require("cargo");
    sandbox = Sandbox.start(SandboxOptions.standard());
    client = new PlainClient(sandbox);
  }

  @AfterEach
  void close() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @Test
  void oneCrateIsPublishedYankedAndOwned() throws IOException {
    Path crate = library("demo", "0.1.0", "", "pub fn answer() -> u32 { 42 }");

    succeed(crate, "publish");

    RecordedRequest publish =
        sandbox.requests().stream().filter(r -> r.method().equals("PUT")).findFirst().orElseThrow();
    JsonValue metadata = new Json().read(publish.metadata().orElseThrow());
    assertThat(metadata.members())
        .containsKeys("name", "vers", "deps", "features", "authors", "readme", "badges", "links");
    assertThat(publish.headers().get("user-agent")).startsWith("cargo/");
    assertThat(index("de/mo/demo")).contains("\"vers\":\"0.1.0\"", "\"yanked\":false");

    assertThat(cargo(crate, "publish").exitCode()).isEqualTo(101);
    assertThat(succeed(crate, "owner", "--list")).contains("sandbox");
    succeed(crate, "owner", "--add", "ferris");
    succeed(crate, "yank", "--version", "0.1.0");
    assertThat(index("de/mo/demo")).contains("\"yanked\":true");
    // cargo itself overlooks a yanked version, so it is the registry that must refuse it.
    ProcessResult again = cargo(crate, "publish");
    assertThat(again.exitCode()).isEqualTo(101);
    assertThat(again.errorText()).contains("crate version `0.1.0` is already uploaded");
    succeed(crate, "yank", "--undo", "--version", "0.1.0");
    assertThat(index("de/mo/demo")).contains("\"yanked\":false");
  }

  @Test
  void aWorkspaceIsPublishedInOrderAndAConsumerBuildsAgainstIt() throws IOException {
    write("ws/Cargo.toml", "[workspace]\nmembers = [\"*-crate\"]\nresolver = \"2\"\n");
    library("ws/base-crate", "0.1.0", "", "pub fn answer() -> u32 { 42 }");
    library(
        "ws/top-crate",
        "0.1.0",
        "base-crate = { path = \"../base-crate\", version = \"0.1.0\" }",
        "pub fn answer() -> u32 { base_crate::answer() }");

    succeed(temp.resolve("ws"), "publish", "--workspace");

    assertThat(sandbox.requests().stream().flatMap(r -> r.metadata().stream()))
        .extracting(text -> new Json().read(text).get("name").string())
        .containsExactly("base-crate", "top-crate");
    Path consumer =
        program(
            "consumer", "top-crate = \"0.1\"", "fn main() { print!(\"{}\", top_crate::answer()) }");
    assertThat(succeedPlainly(consumer, "run", "--quiet")).isEqualTo("42");
  }

  @Test
  void aRegistryThatRequiresAuthenticationServesWhoHasAToken() throws IOException {
    sandbox.close();
    sandbox = Sandbox.start(SandboxOptions.standard().withAuthRequired(true));
    client = new PlainClient(sandbox);
    Path crate = library("demo", "0.1.0", "", "");

    succeed(crate, "publish");

    Path consumer = program("consumer", "demo = \"0.1\"", "fn main() {}");
    succeedPlainly(consumer, "build", "--quiet");
  }

  @Test
  void aRefusalReachesTheOperator() throws IOException {
    sandbox.close();
    sandbox = Sandbox.start(SandboxOptions.standard().withFaults(Faults.parse("errors-with-200")));
    Path crate = library("demo", "0.1.0", "", "");

    ProcessResult result = cargo(crate, "publish");

    assertThat(result.exitCode()).isEqualTo(101);
    assertThat(result.errorText()).contains("refused by the fault errors-with-200");
  }

  private String index(String path) throws IOException {
    return client.get("/crates/index/" + path).body();
  }

  private String succeed(Path folder, String... argv) {
    return output(cargo(folder, argv), argv);
  }

  private String succeedPlainly(Path folder, String... argv) {
    return output(run(folder, List.of(argv)), argv);
  }

  private static String output(ProcessResult result, String... argv) {
    assertThat(result.exitCode()).as("%s: %s", List.of(argv), result.errorText()).isZero();
    return result.outputText();
  }

  private ProcessResult cargo(Path folder, String... argv) {
    List<String> all = new ArrayList<>(List.of(argv));
    all.addAll(List.of("--registry", "sandbox"));
    if (argv[0].equals("publish")) {
      all.add("--allow-dirty");
    }
    return run(folder, all);
  }

  private ProcessResult run(Path folder, List<String> argv) {
    Map<String, String> variables = new HashMap<>();
    variables.put("CARGO_HOME", temp.resolve("cargo-home").toString());
    variables.put("CARGO_TARGET_DIR", temp.resolve("target").toString());
    variables.put("CARGO_REGISTRIES_SANDBOX_INDEX", sandbox.cratesIndex());
    variables.put("CARGO_REGISTRIES_SANDBOX_TOKEN", sandbox.tokens().crates());
    variables.put("CARGO_REGISTRIES_SANDBOX_CREDENTIAL_PROVIDER", "cargo:token");
    variables.put("CARGO_TERM_COLOR", "never");
    List<String> all = new ArrayList<>();
    all.add(cargo.toString());
    all.add("--config");
    all.add("source.crates-io.replace-with=\"sandbox\"");
    all.addAll(argv);
    return Toolchains.run(folder, variables, all);
  }

  private Path library(String path, String version, String dependencies, String source)
      throws IOException {
    write(path + "/src/lib.rs", source);
    return manifest(path, version, dependencies);
  }

  private Path program(String path, String dependencies, String source) throws IOException {
    write(path + "/src/main.rs", source);
    return manifest(path, "0.0.0", dependencies);
  }

  private Path manifest(String path, String version, String dependencies) throws IOException {
    write(path + "/README.md", "# A test\n");
    return write(
            path + "/Cargo.toml",
            """
            [package]
            name = "%s"
            version = "%s"
            edition = "2021"
            description = "A test"
            license = "MIT"
            readme = "README.md"
            [dependencies]
            %s
            """
                .formatted(path.substring(path.lastIndexOf('/') + 1), version, dependencies))
        .getParent();
  }

  private Path write(String path, String text) throws IOException {
    Path file = temp.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}

package io.github.releasesync.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.artifact.CrateArchive;
import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonValue;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.testing.ArtifactFiles;
import io.github.releasesync.testing.Toolchains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON of a publish is, field by field, what the real cargo sends for the same crate. */
class CratePublishMetadataTest {

  private static RecordingRegistry registry;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    registry = new RecordingRegistry();
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void cargoSendsTheSame(CrateShape shape) throws IOException {
    Path cargo = Toolchains.require("cargo");
    shape.write(folder, registry.index());
    publish(cargo, shape);
    RecordingRegistry.Publish sent = registry.published(shape.name());
    Path crate = folder.resolve(shape.name() + "-3.0.0.crate");
    Files.write(crate, sent.crate());
    String ours = CratePublishMetadata.json(CrateArchive.read(crate).upload(), registry.index());
    assertThat(comparable(ours)).isEqualTo(comparable(sent.json()));
  }

  @Test
  void cratesIoItselfNeedsNoRegistryOfItsOwnCrates() {
    Path file =
        ArtifactFiles.crate(
            folder,
            "demo",
            "1.0.0",
            "[dependencies.serde]\nversion = \"1\"\n[dependencies.other]\nversion = \"1\"\n"
                + "registry-index = \"sparse+https://other.example/index/\"\n");
    String json =
        CratePublishMetadata.json(
            CrateArchive.read(file).upload(), "sparse+https://index.crates.io/");
    List<JsonValue> dependencies = new Json().read(json).get("deps").list();
    assertThat(dependencies.get(0).find("registry")).isEmpty();
    assertThat(dependencies.get(1).get("registry").string())
        .isEqualTo("sparse+https://other.example/index/");
  }

  static Stream<CrateShape> shapes() {
    return CrateShape.all().stream();
  }

  private void publish(Path cargo, CrateShape shape) {
    Map<String, String> variables =
        Map.of(
            "CARGO_HOME", folder.resolve("cargo-home").toString(),
            "CARGO_REGISTRIES_RECORDER_INDEX", registry.index(),
            "CARGO_REGISTRIES_RECORDER_TOKEN", "recorder-token");
    List<String> argv =
        List.of(
            cargo.toString(),
            "publish",
            "--no-verify",
            "--allow-dirty",
            "--registry=recorder",
            "--config=source.crates-io.replace-with=\"recorder\"",
            "--package=" + shape.name());
    ProcessResult result = Toolchains.run(folder, variables, argv);
    assertThat(result.exitCode()).as(result::errorText).isZero();
  }

  /** The members of the document as text, dependencies one by one, maps in one order. */
  private static Map<String, Object> comparable(String json) {
    JsonValue value = new Json().read(json);
    Map<String, Object> members = new TreeMap<>();
    value.members().forEach((key, member) -> members.put(key, canonical(member)));
    return members;
  }

  private static Object canonical(JsonValue value) {
    if (value.isObject()) {
      Map<String, Object> members = new TreeMap<>();
      value.members().forEach((key, member) -> members.put(key, canonical(member)));
      return members;
    }
    if (value.isList()) {
      return value.list().stream().map(CratePublishMetadataTest::canonical).toList();
    }
    return new Json().line(value);
  }
}

package io.github.releasesync.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.files.Sha256;
import io.github.releasesync.problem.Code;
import io.github.releasesync.testing.ArtifactFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Artifacts are what is inside them. */
class ArtifactTest {

  @TempDir Path folder;

  @Test
  void aCrateIsReadFromItsManifest() throws IOException {
    Path file = ArtifactFiles.crate(folder, "demo-core", "1.2.0-rc.1", "readme = \"README.md\"");
    Artifact artifact = Artifact.read(file);
    assertThat(artifact)
        .isEqualTo(
            new Artifact(
                ArtifactKind.CRATE,
                "demo-core",
                "1.2.0-rc.1",
                "demo-core-1.2.0-rc.1.crate",
                Files.size(file),
                Sha256.of(Files.readAllBytes(file))));
    CrateArchive crate = CrateArchive.read(file);
    assertThat(crate.readme()).contains("# demo-core\n");
    assertThat(crate.entries()).contains("demo-core-1.2.0-rc.1/src/lib.rs");
  }

  @Test
  void aWheelIsReadFromItsMetadata() {
    Artifact artifact = Artifact.read(ArtifactFiles.wheel(folder, "demo-py", "1.2.0rc1", ""));
    assertThat(artifact.kind()).isEqualTo(ArtifactKind.WHEEL);
    assertThat(artifact.packageName()).isEqualTo("demo-py");
    assertThat(artifact.version()).isEqualTo("1.2.0rc1");
    assertThat(artifact.filename()).isEqualTo("demo_py-1.2.0rc1-py3-none-any.whl");
  }

  @Test
  void anSdistIsReadFromItsPkgInfo() {
    Artifact artifact = Artifact.read(ArtifactFiles.sdist(folder, "demo-py", "1.2.0", ""));
    assertThat(artifact.kind()).isEqualTo(ArtifactKind.SDIST);
    assertThat(artifact.packageName()).isEqualTo("demo-py");
  }

  @Test
  void aRenamedArtifactIsRefused() throws IOException {
    Path crate = renamed(ArtifactFiles.crate(folder, "demo", "1.0.0", ""), "demo-1.0.1.crate");
    assertThat(Refusals.code(() -> Artifact.read(crate))).isEqualTo(Code.ARCHIVE_PATH_UNSAFE);
    Path wheel =
        renamed(ArtifactFiles.wheel(folder, "demo", "1.0.0", ""), "demo-1.0.1-py3-none-any.whl");
    assertThat(Refusals.code(() -> Artifact.read(wheel))).isEqualTo(Code.ARTIFACT_MISNAMED);
  }

  @Test
  void aManifestOfAnotherVersionIsRefused() {
    Path crate =
        ArtifactFiles.tarGz(
            folder.resolve("demo-1.0.1.crate"),
            Map.of("demo-1.0.1/Cargo.toml", "[package]\nname = \"demo\"\nversion = \"1.0.0\"\n"));
    assertThat(Refusals.code(() -> Artifact.read(crate))).isEqualTo(Code.ARTIFACT_MISNAMED);
    Path sdist =
        ArtifactFiles.tarGz(
            folder.resolve("demo-1.0.1.tar.gz"),
            Map.of("demo-1.0.1/PKG-INFO", ArtifactFiles.metadata("demo", "1.0.0", "")));
    assertThat(Refusals.code(() -> Artifact.read(sdist))).isEqualTo(Code.ARTIFACT_MISNAMED);
    Path wheel =
        ArtifactFiles.zip(
            folder.resolve("demo-1.0.1-py3-none-any.whl"),
            ArtifactFiles.wheelFiles("demo-1.0.1", ArtifactFiles.metadata("other", "1.0.1", "")));
    assertThat(Refusals.message(() -> Artifact.read(wheel))).isEqualTo("holds other 1.0.1");
  }

  @Test
  void namesThatPyPiRefusesAreRefused() throws IOException {
    Path sdist = ArtifactFiles.sdist(folder, "demo", "1.0", "");
    Path spelled = renamed(sdist, "Demo-1.0.tar.gz");
    assertThat(Refusals.message(() -> Artifact.read(spelled))).contains("`demo-1.0.tar.gz`");
    Path wheel = ArtifactFiles.wheel(folder, "demo", "1.0", "");
    Path other = renamed(wheel, "demo-1.0.0-alpha.1-py3-none-any.whl");
    assertThat(Refusals.code(() -> Artifact.read(other))).isEqualTo(Code.ARTIFACT_NAME_INVALID);
    Path upper = renamed(other, "Demo-1.0-py3-none-any.whl");
    assertThat(Refusals.message(() -> Artifact.read(upper))).contains("`demo-1.0-`");
  }

  @Test
  void otherFilesAreNoArtifacts() throws IOException {
    Path text = Files.writeString(folder.resolve("SHA256SUMS"), "");
    assertThat(Refusals.code(() -> Artifact.read(text))).isEqualTo(Code.ARTIFACT_NAME_INVALID);
    assertThat(Refusals.code(() -> Artifact.read(folder.resolve("demo-1.0.0.crate"))))
        .isEqualTo(Code.ARTIFACT_UNREADABLE);
    assertThat(Refusals.code(() -> Artifact.read(folder))).isEqualTo(Code.ARTIFACT_UNREADABLE);
  }

  @Test
  void aMissingFileInsideIsNamed() {
    Path crate =
        ArtifactFiles.tarGz(
            folder.resolve("demo-1.0.0.crate"), Map.of("demo-1.0.0/src/lib.rs", ""));
    assertThat(Refusals.message(() -> Artifact.read(crate)))
        .isEqualTo("there is no `demo-1.0.0/Cargo.toml`");
    Path readme = ArtifactFiles.crate(folder, "demo", "1.0.0", "readme = \"docs/README.md\"");
    assertThat(Refusals.code(() -> Artifact.read(readme))).isEqualTo(Code.ARTIFACT_INCOMPLETE);
    Map<String, String> files =
        ArtifactFiles.wheelFiles("demo-1.0", ArtifactFiles.metadata("demo", "1.0", ""));
    files.remove("demo-1.0.dist-info/RECORD");
    Path wheel = ArtifactFiles.zip(folder.resolve("demo-1.0-py3-none-any.whl"), files);
    assertThat(Refusals.code(() -> Artifact.read(wheel))).isEqualTo(Code.ARTIFACT_INCOMPLETE);
  }

  @Test
  void aManifestThatIsNotTomlIsRefusedWithItsPlace() {
    Path crate =
        ArtifactFiles.tarGz(
            folder.resolve("demo-1.0.0.crate"), Map.of("demo-1.0.0/Cargo.toml", "[package\n"));
    assertThat(Refusals.message(() -> Artifact.read(crate))).contains("demo-1.0.0/Cargo.toml:1:");
    assertThat(Refusals.code(() -> Artifact.read(crate))).isEqualTo(Code.ARTIFACT_METADATA_INVALID);
  }

  @Test
  void aHashIsSixtyFourHexadecimalDigits() {
    Sha256 empty = Sha256.of(new byte[0]);
    assertThat(empty.hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Sha256.parse(empty.hex().toUpperCase(java.util.Locale.ROOT))).isEqualTo(empty);
    assertThat(Sha256.find("e3b0")).isEmpty();
    assertThat(Sha256.find("g".repeat(64))).isEmpty();
  }

  private Path renamed(Path file, String name) throws IOException {
    return Files.move(file, folder.resolve(name));
  }
}

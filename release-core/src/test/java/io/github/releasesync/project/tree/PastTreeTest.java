package io.github.releasesync.project.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.manifest.cargo.CargoManifest;
import io.github.releasesync.manifest.cargo.CrateVersion;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastTreeTest {

  @TempDir private Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"sha1", "sha256"})
  void whatIsUnchangedIsParsedOnceForBothTrees(String ids) throws Exception {
    GitSandbox sandbox = sandbox("--object-format=" + ids);
    sandbox.write("a/Cargo.toml", "\ufeff" + crate("1.0.0")).commit("one");
    FileTree today = today(sandbox, "a/Cargo.toml");
    assertThat(past(sandbox, today).cargoManifest("a/Cargo.toml"))
        .isSameAs(today.cargoManifest("a/Cargo.toml"));
  }

  @Test
  void whatChangedIsReadAsItWas() throws Exception {
    GitSandbox sandbox = sandbox();
    sandbox.write("a/Cargo.toml", crate("1.0.0")).write("b/Cargo.toml", crate("2.0.0"));
    sandbox.commit("one").write("a/Cargo.toml", crate("1.1.0")).delete("b/Cargo.toml");
    FileTree today = today(sandbox, "a/Cargo.toml", "b/Cargo.toml");
    FileTree past = past(sandbox, today);
    assertThat(version(today.cargoManifest("a/Cargo.toml"))).isEqualTo("1.1.0");
    assertThat(version(past.cargoManifest("a/Cargo.toml"))).isEqualTo("1.0.0");
    assertThat(version(past.cargoManifest("b/Cargo.toml"))).isEqualTo("2.0.0");
  }

  @Test
  void otherLineEndsAreAChange() throws Exception {
    GitSandbox sandbox = sandbox();
    sandbox.write("Cargo.toml", crate("1.0.0")).commit("one");
    sandbox.write("Cargo.toml", crate("1.0.0").replace("\n", "\r\n"));
    FileTree past = past(sandbox, today(sandbox, "Cargo.toml"));
    assertThat(past.read("Cargo.toml").content()).isEqualTo(crate("1.0.0"));
  }

  @Test
  void aFileThatIsNoManifestExistsIfTheCommitHasIt() throws Exception {
    GitSandbox sandbox = sandbox();
    sandbox.write("setup.py", "").commit("one").delete("setup.py").write("later.py", "");
    FileTree past = past(sandbox, today(sandbox));
    assertThat(past.exists("setup.py")).isTrue();
    assertThat(past.exists("later.py")).isFalse();
  }

  private GitSandbox sandbox(String... options) throws Exception {
    return GitSandbox.init(temp.toRealPath().resolve("r"), options);
  }

  private static FileTree today(GitSandbox sandbox, String... files) {
    return WorkingTree.of(sandbox.directory(), List.of(files));
  }

  private static FileTree past(GitSandbox sandbox, FileTree today) {
    return new PastTree(sandbox.open().at(sandbox.head(), sandbox.directory()), today);
  }

  private static String crate(String version) {
    return "[package]\nname = \"a\"\nversion = \"" + version + "\"\n";
  }

  private static String version(CargoManifest manifest) {
    return ((CrateVersion.Literal) manifest.crate().orElseThrow().version()).text().value();
  }
}

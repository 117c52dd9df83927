package io.github.releasesync.project.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.VersionSource;
import io.github.releasesync.version.Ecosystem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTagTest {

  @ParameterizedTest
  @CsvSource({
    "1.2.0, '', 1.2.0",
    "v1.2.0, v, 1.2.0",
    "V1.2.0, V, 1.2.0",
    "py-1.2.0rc1, py-, 1.2.0-rc.1",
    "py-1.2.0-rc.1, py-, 1.2.0-rc.1",
    "rust-v0.30.0, rust-v, 0.30.0",
    "bindings/go/v1.2.0, bindings/go/v, 1.2.0",
    "release-1.2.0, release-, 1.2.0",
    "engine@1.2.0, engine@, 1.2.0",
    "v2026.6.3, v, 2026.6.3",
    "arrow-3-v1.0.0, arrow-3-v, 1.0.0",
    "v1.2.0.post1, v, 1.2.0"
  })
  void aTagIsAPrefixAndAVersion(String name, String prefix, String version) {
    ReleaseTag tag = ReleaseTag.of(name).orElseThrow();
    assertThat(tag.prefix()).isEqualTo(prefix);
    assertThat(tag.version()).hasToString(version);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v",
        "nightly",
        "v1",
        "2026",
        "-v1",
        "v1.2.0;rm -rf",
        "v1.2.0\u202e",
        "latest-v1.2.x",
        "abc1.2.0",
        "v\u0661.\u0662.\u0660",
        "v1..2",
        "stable/"
      })
  void otherNamesAreNoReleases(String name) {
    assertThat(ReleaseTag.of(name)).isEmpty();
  }

  @Test
  void anEndlessNameIsNoRelease() {
    assertThat(ReleaseTag.of("1-".repeat(100_000) + "1.2.0")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "engine-core-v1.2.0, engine-core",
    "engine_core-1.2.0, engine-core",
    "Engine.Core/v1.2.0, engine_core",
    "engine-core@1.2.0, engine-core",
    "crates/engine-core/v1.2.0, engine-core",
    "serv-1.2.0, serv",
    "v-v1.2.0, v"
  })
  void aPrefixMayBeTheNameOfAPackage(String tag, String name) {
    assertThat(ReleaseTag.of(tag).orElseThrow().names(crate(name))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "v1.2.0, v",
    "1.2.0, engine",
    "release-1.2.0, engine",
    "engine-v1.2.0, engine-core",
    "engine-core-v1.2.0, engine",
    "engine-core-v1.2.0, core"
  })
  void aPrefixThatOnlyResemblesAPackageDoesNotNameIt(String tag, String name) {
    assertThat(ReleaseTag.of(tag).orElseThrow().names(crate(name))).isFalse();
  }

  private static Package crate(String name) {
    return new Package(
        Ecosystem.CARGO,
        name,
        "Cargo.toml",
        Optional.of("1.2.0"),
        Optional.empty(),
        VersionSource.LITERAL,
        Optional.empty(),
        true);
  }
}

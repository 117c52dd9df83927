package io.github.releasesync.manifest.cargo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.manifest.Refusals;
import io.github.releasesync.problem.Code;
import io.github.releasesync.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The normalised manifest of a crate. */
class PublishedCrateTest {

  private static final String NAMED = "[package]\nname = \"demo\"\nversion = \"1.0.0\"\n";

  @Test
  void everythingThatARegistryWantsIsRead() {
    PublishedCrate crate =
        parse(
            NAMED
                + "description = \"d\"\nreadme = false\nkeywords = [\"k\"]\n"
                + "[badges.maintenance]\nstatus = \"as-is\"\n[features]\nf = [\"dep:x\"]\n"
                + "[dependencies.x]\nversion = \"1\"\noptional = true\ndefault-features = false\n"
                + "package = \"real\"\nregistry-index = \"https://r.example\"\n"
                + "[target.'cfg(unix)'.build-dependencies.cc]\nversion = \"1\"\n");
    assertThat(crate.text("description")).contains("d");
    assertThat(crate.text("readme")).isEmpty();
    assertThat(crate.list("keywords")).containsExactly("k");
    assertThat(crate.badges().get("maintenance")).containsEntry("status", "as-is");
    assertThat(crate.features()).containsEntry("f", List.of("dep:x"));
    PublishedDependency renamed = crate.dependencies().get(0);
    assertThat(renamed.renamed()).contains("real");
    assertThat(renamed.optional()).isTrue();
    assertThat(renamed.defaultFeatures()).isFalse();
    assertThat(renamed.registryIndex()).contains("https://r.example");
    PublishedDependency build = crate.dependencies().get(1);
    assertThat(build.kind()).isEqualTo(DependencyKind.BUILD);
    assertThat(build.target()).contains("cfg(unix)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[package]\nname = \"demo\"\n",
        "[package]\nname = \"demo\"\nversion.workspace = true\n",
        NAMED + "keywords = 1\n",
        NAMED + "[dependencies]\nx = 1\n",
        NAMED + "[features]\nf = \"x\"\n",
      })
  void aManifestThatCargoDidNotNormaliseIsRefused(String text) {
    assertThat(Refusals.refused(() -> parse(text)).code()).isEqualTo(Code.MANIFEST_INVALID);
  }

  private static PublishedCrate parse(String text) {
    return PublishedCrate.parse(SourceText.of("Cargo.toml", text));
  }
}

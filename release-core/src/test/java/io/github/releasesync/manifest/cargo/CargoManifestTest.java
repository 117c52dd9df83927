package io.github.releasesync.manifest.cargo;

import static io.github.releasesync.manifest.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CargoManifestTest {

  @Test
  void aCrateStatesItsNameAndVersion() {
    Crate crate =
        crate(
            """
            [package]
            name = 'engine'
            version = "0.9.3" # the workspace has another
            workspace = "../.."
            """);
    assertThat(crate)
        .isEqualTo(
            new Crate(
                located("engine", 2, 9),
                new CrateVersion.Literal(located("0.9.3", 3, 12)),
                new Publish.Anywhere(),
                Optional.of(located("../..", 4, 14)),
                CrateMetadata.none(place(1, 1)),
                false));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[lib]\\ncrate-type = ['cdylib'] | true",
        "[lib]\\ncrate-type = ['cdylib', 'staticlib'] | true",
        "[lib]\\ncrate_type = ['staticlib'] | true",
        "[lib]\\ncrate-type = ['cdylib', 'rlib'] | false",
        "[lib]\\ncrate-type = ['cdylib']\\n[[bin]]\\nname = 'a' | false",
        "[lib]\\ncrate-type = [] | false",
        "[lib]\\nname = 'a' | false",
      })
  void aLibraryForOtherLanguagesIsToldByItsForms(String lines, boolean expected) {
    String text = "[package]\nname = 'a'\nversion = '1.0.0'\n";
    assertThat(crate(text + lines.replace("\\n", "\n") + "\n").systemLibrary()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {"version.workspace = true", "version = { workspace = true }"})
  void bothSpellingsInheritTheVersion(String line) {
    Crate crate = crate("[package]\nname = \"a\"\n" + line + "\n");
    assertThat(crate.version()).isEqualTo(new CrateVersion.Inherited(place(3, 1)));
  }

  @Test
  void dottedKeysOfTheRootAreAPackageToo() {
    Crate crate = crate("package.name = \"a\"\npackage.version = \"1.0.0\"\n");
    assertThat(crate.version()).isEqualTo(new CrateVersion.Literal(located("1.0.0", 2, 20)));
  }

  @Test
  void aMissingVersionPointsAtThePackage() {
    Crate crate = crate("# tests\n[package]\nname = \"a\"\n");
    assertThat(crate.version()).isEqualTo(new CrateVersion.Missing(place(2, 1)));
  }

  @Test
  void theOldNameOfThePackageTableIsRead() {
    assertThat(crate("[project]\nname = \"a\"\n").name()).isEqualTo(located("a", 2, 9));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "publish = true | Anywhere[stated=true]",
        "publish = false | Nowhere[]",
        "publish = [] | Nowhere[]",
        "publish = [\"crates-io\", 'ours'] | Only[registries=[crates-io, ours]]",
        "publish.workspace = true | Inherited[]",
        "publish = { workspace = true } | Inherited[]",
      })
  void publishSaysWhereTo(String line, String expected) {
    assertThat(crate("[package]\nname = \"a\"\n" + line + "\n").publish()).hasToString(expected);
  }

  @Test
  void aVirtualManifestHasOnlyAWorkspace() {
    CargoManifest manifest =
        manifest(
            """
            [workspace]
            resolver = "2"
            members = [
                "crates/*", # all
                'cli',
            ]
            default-members = ["cli"]
            exclude = ["../contrib"]

            [workspace.package]
            version = "1.2.0"
            publish = false

            [workspace.dependencies]
            engine = { version = "=1.2.0", path = "crates/engine" }
            """);
    assertThat(manifest.crate()).isEmpty();
    assertThat(manifest.workspace())
        .contains(
            new CargoWorkspace(
                List.of(located("crates/*", 4, 6), located("cli", 5, 6)),
                List.of(located("cli", 7, 21)),
                List.of(located("../contrib", 8, 13)),
                Optional.of(located("1.2.0", 11, 12)),
                new Publish.Nowhere(),
                CrateMetadata.none(place(10, 1)),
                List.of(
                    new CargoDependency(
                        "engine",
                        "engine",
                        DependencyKind.NORMAL,
                        Optional.of(located("=1.2.0", 15, 23)),
                        Optional.of(located("crates/engine", 15, 40)),
                        false,
                        false,
                        Optional.empty(),
                        false,
                        List.of(),
                        Optional.empty(),
                        place(15, 1)))));
  }

  @Test
  void aWorkspaceThatSharesNothingPublishesAnywhere() {
    CargoWorkspace workspace = manifest("[workspace]\n").workspace().orElseThrow();
    assertThat(workspace.publish()).isEqualTo(new Publish.Anywhere());
    assertThat(workspace.version()).isEmpty();
    assertThat(workspace.members()).isEmpty();
  }

  @Test
  void everySpellingOfADependencyIsRead() {
    CargoManifest manifest =
        manifest(
            """
            [dependencies]
            serde = "1"
            renamed = { package = "engine", version = '0.9', features = [
              "std",
            ] }
            dotted.workspace = true
            inline = { workspace = true, optional = true }
            remote = { git = "https://example.org/remote" }
            ours = { version = "1", registry = "ours" }

            [dependencies.headed]
            path = "../headed"
            version = "1.2"
            """);
    assertThat(manifest.dependencies())
        .containsExactlyInAnyOrder(
            stated("serde", "serde", DependencyKind.NORMAL, located("1", 2, 10), place(2, 1)),
            new CargoDependency(
                "renamed",
                "engine",
                DependencyKind.NORMAL,
                Optional.of(located("0.9", 3, 44)),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                false,
                List.of(located("std", 4, 4)),
                Optional.empty(),
                place(3, 1)),
            inherited("dotted", false, place(6, 1)),
            inherited("inline", true, place(7, 1)),
            new CargoDependency(
                "remote",
                "remote",
                DependencyKind.NORMAL,
                Optional.empty(),
                Optional.empty(),
                false,
                true,
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                place(8, 1)),
            new CargoDependency(
                "ours",
                "ours",
                DependencyKind.NORMAL,
                Optional.of(located("1", 9, 21)),
                Optional.empty(),
                false,
                false,
                Optional.of("ours"),
                false,
                List.of(),
                Optional.empty(),
                place(9, 1)),
            new CargoDependency(
                "headed",
                "headed",
                DependencyKind.NORMAL,
                Optional.of(located("1.2", 13, 12)),
                Optional.of(located("../headed", 12, 9)),
                false,
                false,
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                place(11, 1)));
  }

  @Test
  void everyTableOfDependenciesIsRead() {
    CargoManifest manifest =
        manifest(
            """
            [dev-dependencies]
            a = "1"
            [build_dependencies]
            b = "1"
            [target.'cfg(target_os = "linux")'.dependencies]
            c = "1"
            [target.x86_64-pc-windows-gnu.dev_dependencies]
            d = "1"
            """);
    assertThat(manifest.dependencies())
        .extracting(CargoDependency::key, CargoDependency::kind, CargoDependency::place)
        .containsExactlyInAnyOrder(
            tuple("a", DependencyKind.DEV, place(2, 1)),
            tuple("b", DependencyKind.BUILD, place(4, 1)),
            tuple("c", DependencyKind.NORMAL, place(6, 1)),
            tuple("d", DependencyKind.DEV, place(8, 1)));
  }

  @Test
  void lineEndsAndByteOrderMarkDoNotMoveAnything() {
    byte[] bytes =
        "\uFEFF[package]\r\nname = \"a\"\r\nversion = \"1.0.0\"\r\n"
            .getBytes(StandardCharsets.UTF_8);
    Crate crate = CargoManifest.parse(SourceText.decode("Cargo.toml", bytes)).crate().orElseThrow();
    assertThat(crate.version()).isEqualTo(new CrateVersion.Literal(located("1.0.0", 3, 12)));
  }

  @Test
  void aTemplateInsideStringsIsReadAsText() {
    assertThat(crate("[package]\nname = \"{{project-name}}\"\n").name().value())
        .isEqualTo("{{project-name}}");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[package]⏎version = \"1.0.0\"|1|1|`[package]` has no name",
        "[package]⏎name = 1|2|1|`name` is not a string",
        "[package]⏎name = \"a\"⏎version = 1.0|3|1|`version` is not a string",
        "[package]⏎name = \"a\"⏎version.workspace = false|3|1|"
            + "`version` is a table without `workspace = true`",
        "[package]⏎name = \"a\"⏎publish = 1|3|1|"
            + "`publish` is not true, false or an array of registries",
        "package = \"a\"|1|1|`package` is not a table",
        "[workspace]⏎members = \"a\"|2|1|`members` is not an array",
        "[workspace]⏎members = [\"a\", 1]|2|1|`members` is not an array of strings",
        "[dependencies]⏎a = 1|2|1|`a` is not a version requirement or a table",
        "[dependencies]⏎a = { version = 1 }|2|7|`version` is not a string",
        "[target]⏎linux = 1|2|1|`linux` is not a table",
      })
  void aKeyOfTheWrongTypeIsRefused(String toml, int line, int column, String message) {
    Problem problem = refused(() -> manifest(toml.replace('⏎', '\n')));
    assertThat(problem.code()).isEqualTo(Code.MANIFEST_INVALID);
    assertThat(problem.place()).isEqualTo(place(line, column));
    assertThat(problem.message()).isEqualTo(message);
  }

  @Test
  void aTemplateOutsideStringsIsRefusedWhereItBegins() {
    Problem problem = refused(() -> manifest("[package]\nname = \"a\"\n{{ extra }}\n"));
    assertThat(problem.code()).isEqualTo(Code.MANIFEST_INVALID);
    assertThat(problem.place()).isEqualTo(place(3, 1));
  }

  private static Crate crate(String toml) {
    return manifest(toml).crate().orElseThrow();
  }

  private static CargoManifest manifest(String toml) {
    return CargoManifest.parse(SourceText.of("Cargo.toml", toml));
  }

  private static CargoDependency stated(
      String key, String crate, DependencyKind kind, Located<String> requirement, Place place) {
    return new CargoDependency(
        key,
        crate,
        kind,
        Optional.of(requirement),
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        false,
        List.of(),
        Optional.empty(),
        place);
  }

  private static CargoDependency inherited(String key, boolean optional, Place place) {
    return new CargoDependency(
        key,
        key,
        DependencyKind.NORMAL,
        Optional.empty(),
        Optional.empty(),
        true,
        false,
        Optional.empty(),
        optional,
        List.of(),
        Optional.empty(),
        place);
  }

  private static Located<String> located(String value, int line, int column) {
    return new Located<>(value, place(line, column));
  }

  private static Place place(int line, int column) {
    return new Place("Cargo.toml", line, column);
  }
}

package io.github.releasesync.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.facts.CopyFiles;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.PastReleases;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.tree.WorkingTree;
import io.github.releasesync.project.workspace.WorkspaceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ways of Cargo's features lead to one that is not released. */
class UnreleasedFeatureTest {

  @TempDir Path root;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "default = ['secret'] | default -> secret",
        "default = ['a']; a = ['b']; b = ['a', 'secret'] | default -> a -> b -> secret",
        "default = ['core/secret'] | default -> core/secret",
        "default = ['dep:core'] | ''",
        "default = ['dep:core', 'core?/secret'] | default -> core/secret",
        "default = ['core?/secret', 'dep:core'] | default -> core/secret",
        "default = ['core?/secret'] | default -> core/secret",
        "default = ['core?/secret']; other = ['dep:core'] | default -> core/secret",
        "default = ['core?/other']; other = ['dep:core'] | ''",
        "default = ['core?/secret', 'core/other'] | default -> core/secret",
        "default = ['core'] | ''",
        "default = ['core', 'core?/secret'] | default -> core/secret",
        "default = ['gone', 'gone/secret', 'dep:gone', '/', 'core/', '?/'] | ''",
        "forwarded = ['core/secret'] | forwarded -> core/secret",
        "own = ['secret'] | ''",
      })
  void everyFormOfAFeatureIsFollowed(String features, String way) throws IOException {
    write("core", "", "[features]\nsecret = []\nother = []\n");
    write(
        "engine",
        "",
        "[dependencies]\ncore = { path = '../core', version = '1', optional = true }\n"
            + "[features]\nsecret = []\n"
            + features.replace("; ", "\n"));
    assertThat(ways("secret")).isEqualTo(way.isEmpty() ? List.of() : List.of(way));
  }

  @ParameterizedTest(name = "{0} in the workspace, {1} in the member")
  @CsvSource(
      delimiter = '|',
      value = {
        "default-features = false | workspace = true | ''",
        "default-features = false | workspace = true, default-features = true | on",
        "default-features = true | workspace = true, default-features = false | on",
        "optional = false | workspace = true | on",
        "optional = false | workspace = true, optional = true | on",
        "default-features = false | workspace = true, features = ['secret'] | on",
        "default-features = false, features = ['secret'] | workspace = true | on",
      })
  void whatTheWorkspaceStatesIsInherited(String workspace, String member, String on)
      throws IOException {
    write("core", "publish = false", "[features]\ndefault = ['secret']\nsecret = []\n");
    write("engine", "", "[dependencies]\ncore = { " + member + " }\n");
    Files.writeString(
        root.resolve("Cargo.toml"),
        "[workspace]\nmembers = ['core', 'engine']\n[workspace.dependencies]\n"
            + "core = { path = 'core', version = '1', "
            + workspace
            + " }\n");
    assertThat(ways("secret")).hasSize(on.isEmpty() ? 0 : 1);
  }

  @Test
  void aFeatureThatNoCrateHasIsRefused() throws IOException {
    write("engine", "", "[features]\nfast = []\n");
    for (String text : List.of("slow", "cargo:engine/slow", "cargo:motor/fast")) {
      ReleaseException refusal = catchThrowableOfType(ReleaseException.class, () -> ways(text));
      assertThat(refusal.problem().code()).isEqualTo(Code.CONFIGURATION_INVALID);
      assertThat(refusal.problem().message()).contains("`" + text + "`");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "cargo:engine", "engine/fast", "cargo:/fast", "a/b/c", "cargo:a/"})
  void whatNamesNoFeatureIsRefused(String text) {
    ReleaseException refusal = catchThrowableOfType(ReleaseException.class, () -> ways(text));
    assertThat(refusal.problem().code()).isEqualTo(Code.CONFIGURATION_INVALID);
  }

  private void write(String crate, String extra, String tail) throws IOException {
    Files.createDirectories(root.resolve(crate));
    Files.writeString(
        root.resolve(crate).resolve("Cargo.toml"),
        "[package]\nname = '" + crate + "'\nversion = '1.0.0'\n" + extra + "\n" + tail);
  }

  private List<String> ways(String unreleased) throws IOException {
    Settings settings = Settings.of(List.of(), List.of(unreleased), null);
    Snapshot snapshot =
        new Snapshot(
            new WorkspaceReader().read(WorkingTree.walk(root.toRealPath())),
            PastReleases.none(),
            List.of(),
            List.of(),
            settings,
            CopyFiles.none(),
            List.of());
    return Assessment.of(snapshot).findings().stream()
        .filter(finding -> finding.code() == Code.UNRELEASED_FEATURE_REACHABLE)
        .map(Problem::message)
        .map(message -> message.substring(message.indexOf(": ") + 2))
        .toList();
  }
}

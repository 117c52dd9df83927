package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.next.NextRelease;
import io.github.releasesync.next.NextRelease.PackageVersion;
import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What next names is what bump changes. */
class OneEngineTest {

  @TempDir Path temp;

  /** An independent follower that shares the text of its lead's version moves with it. */
  @Test
  void aFollowerThatInheritsTheVersionOfTheWorkspaceMovesWithItsLead() {
    GitSandbox git = GitSandbox.init(temp.resolve("r")).withUser();
    git.write(
        "Cargo.toml",
        """
        [workspace]
        members = ["a", "b"]

        [workspace.package]
        version = "1.1.0"
        """);
    for (String crate : List.of("a", "b")) {
      git.write(
          crate + "/Cargo.toml",
          """
          [package]
          name = "%s"
          version.workspace = true
          edition = "2021"
          """
              .formatted(crate));
      git.write(crate + "/src/lib.rs", "");
    }
    git.commit("chore: release").annotatedTag("v1.1.0");
    git.write("a/src/lib.rs", "// more\n").commit("feat: more of a");
    Settings settings =
        Settings.ofGroups(
            List.of(GroupSpec.of(null, "cargo:a", List.of("cargo:b"), "independent", null)));

    NextRelease next = next(git, settings);

    assertThat(next.versions())
        .filteredOn(PackageVersion::changes)
        .extracting(v -> v.member().id())
        .containsExactly("cargo:a", "cargo:b");
    assertThat(next.order()).hasSize(1);
    assertThat(next.order().get(0)).hasSize(2);
  }

  private static NextRelease next(GitSandbox git, Settings settings) {
    Path root = git.directory();
    return new ReleaseSync(GitSandbox.runner())
        .next(new NextRequest(root, Optional.of(root), Optional.empty(), settings, "auto"))
        .next()
        .releases()
        .get(0);
  }
}

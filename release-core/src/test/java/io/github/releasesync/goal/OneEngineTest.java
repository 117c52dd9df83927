package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.next.NextRelease;
import io.github.releasesync.next.NextRelease.PackageVersion;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.tree.WorkingTree;
import io.github.releasesync.project.workspace.WorkspaceReader;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What next names is what bump changes and what prepare tags. */
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

  /**
   * For seeded repositories: the packages that next names are those that bump changes, to the same
   * texts, and its tag is the one that prepare announces. Where next has no version, bump refuses.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void whatNextNamesIsWhatBumpChangesAndPrepareTags(long seed) {
    RandomGroup random = new RandomGroup(seed);
    GitSandbox git = random.write(GitSandbox.init(temp.resolve("r" + seed)).withUser());
    String level = random.level();

    NextRelease next = next(git, random.settings(), level);
    Map<String, String> before = versions(git);
    Optional<String> tag = prepared(git, random.settings(), level);
    Map<String, String> after = bumped(git, random.settings(), level);

    Map<String, String> named = new TreeMap<>(before);
    next.versions().forEach(v -> v.next().ifPresent(text -> named.put(v.member().id(), text)));
    assertThat(after).as("bump %s of seed %d", level, seed).isEqualTo(named);
    assertThat(tag).as("prepare %s of seed %d", level, seed).isEqualTo(next.tag());
  }

  static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("release-sync.engineSeeds", 60));
  }

  private static Optional<String> prepared(GitSandbox git, Settings settings, String level) {
    try {
      PrepareResult result =
          new ReleaseSync(GitSandbox.runner())
              .prepare(PrepareRequests.of(git.directory(), settings, true, level, Map.of()));
      assertThat(result.failed()).as(Printed.text(Printed.of(result))).isFalse();
      return result.record().tag();
    } catch (ReleaseException e) {
      assertThat(e.problem().code()).isEqualTo(Code.LEVEL_REFUSED);
      return Optional.empty();
    }
  }

  private static Map<String, String> bumped(GitSandbox git, Settings settings, String level) {
    try {
      new ReleaseSync(GitSandbox.runner())
          .bump(
              new ChangeRequest(
                  git.directory(),
                  Optional.empty(),
                  settings,
                  Optional.empty(),
                  false,
                  Optional.empty()),
              level,
              BumpOptions.none());
    } catch (ReleaseException e) {
      assertThat(e.problem().code()).isEqualTo(Code.LEVEL_REFUSED);
    }
    return versions(git);
  }

  private static Map<String, String> versions(GitSandbox git) {
    Map<String, String> versions = new TreeMap<>();
    new WorkspaceReader()
        .read(WorkingTree.walk(git.directory()))
        .packages()
        .forEach(p -> versions.put(p.id(), p.version().orElse("")));
    return versions;
  }

  private static NextRelease next(GitSandbox git, Settings settings) {
    return next(git, settings, "auto");
  }

  private static NextRelease next(GitSandbox git, Settings settings, String level) {
    Path root = git.directory();
    return new ReleaseSync(GitSandbox.runner())
        .next(new NextRequest(root, Optional.of(root), Optional.empty(), settings, level))
        .next()
        .releases()
        .get(0);
  }
}

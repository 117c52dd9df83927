package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.next.NextRelease;
import io.github.releasesync.next.NextRelease.Verdict;
import io.github.releasesync.next.NextReleases;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the goal next answers where it cannot see, and where a level does not fit. */
class NextTest {

  @TempDir Path temp;
  private GitSandbox git;

  @BeforeEach
  void aCrate() {
    git = GitSandbox.init(temp.resolve("r"));
    crate("engine", "1.2.0");
  }

  private void crate(String name, String version) {
    git.write(
        name + "/Cargo.toml",
        "[package]\nname = \"" + name + "\"\nversion = \"" + version + "\"\nedition = \"2021\"\n");
    git.write(name + "/src/lib.rs", "");
  }

  private NextResult next(Path root, String level) {
    return new ReleaseSync(GitSandbox.runner())
        .next(
            new NextRequest(
                root,
                Optional.of(root),
                Optional.of(Path.of("target/release-sync")),
                Settings.none(),
                level));
  }

  private NextReleases next(String level) {
    return next(git.directory(), level).next();
  }

  private static List<Code> codes(NextReleases next) {
    return next.problems().stream().map(Problem::code).toList();
  }

  private static List<String> versions(NextReleases next) {
    return next.releases().stream()
        .map(r -> r.group().name() + " " + r.next().map(Object::toString).orElse("-"))
        .toList();
  }

  /** A tag of HEAD would name a commit that has another version. */
  @Test
  void aWrittenVersionIsTaggedOnlyAfterItIsCommitted() {
    git.commit("feat: all").tag("v1.2.0").commit("feat: more");
    crate("engine", "1.3.0");
    assertThat(Printed.of(next(git.directory(), "auto")).lastLine())
        .startsWith(
            "Next: engine 1.3.0, already written, but not committed: commit it, then run this"
                + " again");
    git.commit("chore: 1.3.0");
    assertThat(Printed.of(next(git.directory(), "auto")).lastLine())
        .startsWith("Next: engine 1.3.0, already written. To tag it: git tag -a v1.3.0 -m v1.3.0");
  }

  @Test
  void inAShallowCloneWithoutATagNothingIsKnown() {
    git.commit("feat: all").tag("v1.2.0").commit("feat: more").commit("feat: even more");
    Path clone = temp.resolve("clone");
    git.cloneTo(clone, "--depth=1", "--no-tags");
    NextReleases next = next(clone, "auto").next();
    assertThat(next.releases()).extracting(NextRelease::verdict).containsExactly(Verdict.UNKNOWN);
    assertThat(codes(next)).containsExactly(Code.HISTORY_UNKNOWN);
    assertThat(versions(next(clone, "minor").next())).containsExactly("engine 1.3.0");
  }

  @Test
  void beforeTheFirstCommitTheFirstReleaseIsWhatIsWritten() {
    assertThat(versions(next("auto"))).containsExactly("engine 1.2.0");
  }

  @Test
  void aLevelThatNobodyKnowsIsRefused() {
    ReleaseException refused = catchThrowableOfType(ReleaseException.class, () -> next("medium"));
    assertThat(refused.problem().code()).isEqualTo(Code.LEVEL_INVALID);
    assertThat(refused.problem().place()).hasToString("release-sync.level");
    assertThat(refused.problem().message()).contains("`medium`").contains("`minor`");
  }

  @Test
  void aLevelThatNoGroupTakesFails() {
    git.commit("feat: all").tag("v1.2.0");
    NextResult result = next(git.directory(), "rc");
    assertThat(result.failed()).isTrue();
    assertThat(codes(result.next())).containsExactly(Code.LEVEL_REFUSED);
  }

  @Test
  void aLevelThatOneGroupTakesDoesNotFail() {
    crate("tools", "0.5.0-rc.1");
    git.commit("feat: all").tag("engine-v1.2.0").tag("tools-v0.5.0-rc.1");
    NextResult result = next(git.directory(), "rc");
    assertThat(result.failed()).isFalse();
    assertThat(versions(result.next())).containsExactly("engine -", "tools 0.5.0-rc.2");
    assertThat(result.next().problems())
        .extracting(Problem::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void aLevelBelowTheCommitsIsToldButTaken() {
    git.commit("feat: all").tag("v1.2.0").commit("feat: more");
    NextResult result = next(git.directory(), "patch");
    assertThat(codes(result.next())).containsExactly(Code.LEVEL_TOO_LOW);
    assertThat(result.failed()).isFalse();
    assertThat(codes(next("minor"))).isEmpty();
    assertThat(codes(next("major"))).isEmpty();
    assertThat(codes(next("1.2.1"))).containsExactly(Code.LEVEL_TOO_LOW);
  }

  @Test
  void aTagThatHeadCannotReachIsNotUsedAgain() {
    git.commit("feat: all").tag("v1.2.0");
    git.git("checkout", "--quiet", "-b", "side");
    git.commit("feat: other").tag("v1.3.0");
    git.git("checkout", "--quiet", "main");
    git.commit("feat: more");
    assertThat(versions(next("auto"))).containsExactly("engine 1.4.0");
    assertThat(versions(next("patch"))).containsExactly("engine 1.2.1");
  }

  @Test
  void onABranchOfAnOldLineItsOwnTagsCount() {
    git.commit("feat: all").tag("v1.2.0");
    git.git("checkout", "--quiet", "-b", "old");
    git.git("checkout", "--quiet", "main");
    for (int i = 3; i < 20; i++) {
      git.commit("feat: " + i).tag("v1." + i + ".0");
    }
    assertThat(versions(next("1.20.0"))).containsExactly("engine 1.20.0");
    git.git("checkout", "--quiet", "old");
    git.commit("fix: it");
    assertThat(versions(next("auto"))).containsExactly("engine 1.2.1");
  }

  @Test
  void anOlderWayToCountIsNotTheLastRelease() {
    git.commit("feat: all").tag("v2019.5").commit("feat!: new").tag("v1.2.0").commit("fix: it");
    assertThat(versions(next("auto"))).containsExactly("engine 1.2.1");
  }

  @Test
  void theSameTreeGivesTheSameBytes() throws Exception {
    git.commit("feat: all").tag("v1.2.0").commit("feat: more");
    Path report = git.path("target/release-sync/next.json");
    next("auto");
    byte[] first = java.nio.file.Files.readAllBytes(report);
    next("auto");
    assertThat(java.nio.file.Files.readAllBytes(report)).isEqualTo(first);
    assertThat(git.git("status", "--porcelain")).isEmpty();
  }
}

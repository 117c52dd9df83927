package io.github.releasesync.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.process.SystemProcessRunner;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Opening: what is a repository, and what is said where there is none. */
class GitTest {

  @TempDir Path temp;

  private Path folder;

  @BeforeEach
  void realFolder() throws Exception {
    folder = temp.toRealPath();
  }

  private static GitAnswer open(Path directory) {
    return new Git(GitSandbox.runner()).open(directory);
  }

  private static String reason(GitAnswer answer) {
    assertThat(answer).isInstanceOf(NotARepository.class);
    return ((NotARepository) answer).reason();
  }

  @Test
  void theWorkTreeIsFoundFromAnyFolderInIt() {
    GitSandbox sandbox = GitSandbox.init(folder.resolve("r")).write("a/b/c.txt", "").commit("one");
    GitRepository found = (GitRepository) open(sandbox.path("a/b"));
    assertThat(found.workTree()).isEqualTo(sandbox.directory());
    assertThat(found.head()).contains(sandbox.head());
    assertThat(found.isShallow()).isFalse();
    assertThat(found.isPartial()).isFalse();
  }

  @Test
  void beforeTheFirstCommitThereIsNoHead() {
    GitRepository empty = GitSandbox.init(folder.resolve("r")).write("a.txt", "").open();
    assertThat(empty.hasCommits()).isFalse();
    assertThat(empty.head()).isEmpty();
    assertThat(empty.tagsReachableFromHead()).isEmpty();
    assertThat(empty.files(empty.workTree())).containsExactly("a.txt");
  }

  @Test
  void aFolderOutsideGitHasNoRepository() {
    assertThat(reason(open(folder))).startsWith("not a git repository");
  }

  @Test
  void aBareRepositoryHasNoWorkTree() {
    GitSandbox.init(folder.resolve("bare"), "--bare");
    assertThat(reason(open(folder.resolve("bare")))).contains("has no work tree");
  }

  @Test
  void theInsideOfDotGitIsNoWorkTree() {
    GitSandbox sandbox = GitSandbox.init(folder.resolve("r"));
    assertThat(reason(open(sandbox.path(".git")))).contains("has no work tree");
  }

  @Test
  void withoutGitThereIsNoRepository() {
    GitSandbox.init(folder.resolve("r"));
    ProcessRunner nothing = new SystemProcessRunner(Map.of("PATH", folder.toString()));
    assertThat(reason(new Git(nothing).open(folder.resolve("r"))))
        .isEqualTo("git was not found on the PATH");
  }

  @Test
  void aRepositoryOfSomeoneElseIsNotOpened() {
    GitSandbox.init(folder.resolve("r"));
    ProcessRunner stranger =
        command ->
            GitSandbox.runner()
                .run(command.withEnvironment("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1"));
    assertThat(reason(new Git(stranger).open(folder.resolve("r"))))
        .contains("ownership")
        .hasLineCount(1);
  }

  @Test
  void aDetachedHeadIsAHead() {
    GitSandbox sandbox = GitSandbox.init(folder.resolve("r")).commit("one");
    String first = sandbox.head();
    sandbox.commit("two").git("checkout", "--quiet", "--detach", first);
    assertThat(sandbox.open().head()).contains(first);
  }

  @Test
  void aLinkedWorkTreeHasItsOwnTopAndHead() {
    GitSandbox sandbox = GitSandbox.init(folder.resolve("r")).write("a.txt", "").commit("one");
    GitSandbox linked = sandbox.linkedWorkTree(folder.resolve("linked"));
    linked.write("b.txt", "").commit("two");
    GitRepository found = linked.open();
    assertThat(found.workTree()).isEqualTo(linked.directory());
    assertThat(found.head()).contains(linked.head()).isNotEqualTo(sandbox.open().head());
    assertThat(found.files(linked.directory())).containsExactly("a.txt", "b.txt");
  }

  @Test
  void aShallowCloneIsRecognized() {
    GitSandbox sandbox = GitSandbox.init(folder.resolve("r")).write("a.txt", "1").commit("one");
    sandbox.tag("v1.0.0").commit("two");
    GitRepository shallow = sandbox.cloneTo(folder.resolve("shallow"), "--depth=1").open();
    assertThat(shallow.isShallow()).isTrue();
    assertThat(shallow.head()).contains(sandbox.head());
    assertThat(shallow.tagsReachableFromHead()).isEmpty();
    assertThat(shallow.files(shallow.workTree())).containsExactly("a.txt");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "making symbolic links needs a privilege")
  void aLinkIntoTheWorkTreeLeadsToItsTop() throws Exception {
    GitSandbox sandbox = GitSandbox.init(folder.resolve("r")).write("a/b/c.txt", "");
    Path link = Files.createSymbolicLink(folder.resolve("link"), sandbox.path("a/b"));
    GitRepository found = (GitRepository) open(link);
    assertThat(found.workTree()).isEqualTo(sandbox.directory());
    assertThat(found.files(link)).containsExactly("c.txt");
  }

  @Test
  void aFolderThatIsMissingIsAProblem() {
    assertThat(
            catchThrowableOfType(ReleaseException.class, () -> open(folder.resolve("gone")))
                .problem()
                .message())
        .contains("gone")
        .contains("not a folder");
  }

  @Test
  void aFolderWithALineEndInItsNameIsFound() {
    assumeLineEndsInNames();
    GitSandbox sandbox = GitSandbox.init(folder.resolve("a\nb \"c\" ü")).commit("one");
    assertThat(sandbox.open().workTree()).isEqualTo(sandbox.directory());
  }

  private static void assumeLineEndsInNames() {
    assumeFalse(OS.current() == OS.WINDOWS, "Windows has no line ends in file names");
  }

  @Test
  void aRepositoryThatGitCannotReadIsAProblem() throws Exception {
    GitSandbox sandbox = GitSandbox.init(folder.resolve("r"));
    Files.writeString(sandbox.path(".git/config"), "[core\u001b[31m\n");
    Problem problem =
        catchThrowableOfType(ReleaseException.class, () -> open(sandbox.directory())).problem();
    assertThat(problem.code()).isEqualTo(Code.GIT_FAILED);
    assertThat(problem.place()).isEqualTo(Place.of("."));
    assertThat(problem.message())
        .startsWith("git rev-parse: bad config")
        .contains(".git/config")
        .hasLineCount(1);
    assertThat(problem.help().toString()).contains("git status");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the slow git here is a shell script")
  void aGitThatHangsIsAProblem() throws Exception {
    Path slow = Files.writeString(folder.resolve("git"), "#!/bin/sh\nexec /bin/sleep 300\n");
    assertThat(slow.toFile().setExecutable(true)).isTrue();
    Git git =
        new Git(new SystemProcessRunner(Map.of("PATH", folder.toString())), Duration.ofMillis(200));
    Problem problem =
        catchThrowableOfType(ReleaseException.class, () -> git.open(folder)).problem();
    assertThat(problem.code()).isEqualTo(Code.GIT_FAILED);
    assertThat(problem.message()).isEqualTo("git did not finish within 200 ms");
  }
}

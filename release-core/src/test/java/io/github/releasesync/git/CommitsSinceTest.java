package io.github.releasesync.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.process.SystemProcessRunner;
import io.github.releasesync.testing.GitSandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What git tells of a range of commits, whatever stands in them. */
class CommitsSinceTest {

  @TempDir Path temp;
  private GitSandbox git;

  @BeforeEach
  void repository() throws IOException {
    git = GitSandbox.init(temp.toRealPath().resolve("r"));
  }

  private List<Commit> since(String... others) {
    return read(List.of(others), Optional.empty());
  }

  private List<Commit> withPaths(String... others) {
    return read(List.of(others), Optional.of(git.directory()));
  }

  private List<Commit> read(List<String> others, Optional<Path> root) {
    List<Commit> commits = new ArrayList<>();
    git.open().commitsSince(others, root, commits::add);
    return commits;
  }

  private static List<String> messages(List<Commit> commits) {
    return commits.stream().map(commit -> commit.message().strip()).toList();
  }

  @Test
  void theRangeIsWhatTheOthersDoNotHave() {
    git.commit("one");
    String one = git.head();
    git.commit("two").commit("three");
    assertThat(messages(since(one))).containsExactly("three", "two");
    assertThat(since(one, git.head())).isEmpty();
    assertThat(messages(since())).containsExactly("three", "two", "one");
  }

  @Test
  void aCommitHasItsParentsItsTimeAndItsWholeMessage() {
    git.commit("feat: one\n\nBody.\n\nBREAKING CHANGE: yes");
    String one = git.head();
    git.commit("two");
    Commit last = since().get(0);
    Commit first = since().get(1);
    assertThat(last.parents()).containsExactly(one);
    assertThat(first.id()).isEqualTo(one);
    assertThat(first.parents()).isEmpty();
    assertThat(first.authored()).isEqualTo(GitSandbox.FIRST_COMMIT);
    assertThat(first.message()).isEqualTo("feat: one\n\nBody.\n\nBREAKING CHANGE: yes\n");
    assertThat(first.paths()).isEmpty();
  }

  @Test
  void pathsAreToldAsTheyAreAlsoOfTheFirstCommitAndOfMerges() {
    git.git("config", "log.showRoot", "false");
    git.write("a/ü b", "1").write("b", "1").commit("one");
    git.git("checkout", "--quiet", "-b", "side");
    git.write("side", "1").commit("side");
    git.git("checkout", "--quiet", "main");
    git.commit("nothing").write("c", "1").delete("b").commit("two");
    git.git("merge", "--quiet", "--no-ff", "-m", "joined", "side");
    List<Commit> commits = withPaths();
    assertThat(commits.get(0).isMerge()).isTrue();
    assertThat(commits)
        .extracting(commit -> commit.message().strip() + " " + commit.paths())
        .containsExactlyInAnyOrder(
            "joined [side]", "two [b, c]", "nothing []", "side [side]", "one [a/ü b, b]");
  }

  @Test
  void pathsAreThoseBelowTheRoot() {
    git.write("x", "1").write("sub/a", "1").commit("one").write("x", "2").commit("two");
    List<Commit> commits = read(List.of(), Optional.of(git.path("sub")));
    assertThat(commits).extracting(Commit::paths).containsExactly(List.of(), List.of("a"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows does not have these file names")
  void pathsThatLookLikeTheFormatArePaths() {
    git.write("\n/" + "a".repeat(40), "1").write("\nb", "1").commit("one").commit("two");
    assertThat(withPaths())
        .extracting(Commit::paths)
        .containsExactly(List.of(), List.of("\n/" + "a".repeat(40), "\nb"));
  }

  @Test
  void emptyMessagesAndForeignBytesDoNoHarm() throws IOException {
    git.commit("one");
    git.git("commit", "--allow-empty", "--allow-empty-message", "--message", "");
    commitWith("");
    assertThat(since())
        .extracting(Commit::message)
        .containsExactly("feat: caf\ufffd \u001b[31m", "", "one\n");
  }

  @Test
  void messagesOfAnotherEncodingAreTranslated() throws IOException {
    git.commit("one");
    commitWith("encoding ISO-8859-1\n");
    assertThat(since().get(0).message()).startsWith("feat: caf\u00e9");
  }

  /** As programs write commits that know nothing of encodings; git itself would repair it. */
  private void commitWith(String header) throws IOException {
    String person = "Ada <ada@example.org> 1767225600 +0000\n";
    String commit =
        "tree %s\nparent %s\nauthor %scommitter %s%s\nfeat: caf\u00e9 \u001b[31m"
            .formatted(git.git("rev-parse", "HEAD^{tree}"), git.head(), person, person, header);
    Path file = temp.resolve("commit");
    Files.write(file, commit.getBytes(StandardCharsets.ISO_8859_1));
    git.git("reset", git.git("hash-object", "-t", "commit", "-w", file.toString()));
  }

  @Test
  void aHugeMessageIsCut() throws IOException {
    Path message = temp.resolve("message");
    Files.writeString(message, "feat: x\n\n" + "0123456789\n".repeat(50_000));
    git.commit("one");
    git.git("commit", "--quiet", "--allow-empty", "--file", message.toString());
    assertThat(messages(since()).get(0)).startsWith("feat: x").hasSize(Commit.MESSAGE_LIMIT - 1);
    assertThat(messages(since()).get(1)).isEqualTo("one");
  }

  @Test
  void aHistoryNeedNotFitIntoWhatAProgramMayWrite() {
    for (int i = 0; i < 30; i++) {
      git.commit("commit " + i + " " + "x".repeat(100));
    }
    SystemProcessRunner narrow = new SystemProcessRunner(System.getenv(), 1000);
    List<Commit> commits = new ArrayList<>();
    GitRepository repository = (GitRepository) new Git(narrow).open(git.directory());
    repository.commitsSince(List.of(), Optional.empty(), commits::add);
    assertThat(commits).hasSize(30);
  }

  @Test
  void signaturesOfTheUsersConfigurationAreNotShown() {
    git.git("config", "log.showSignature", "true");
    git.commit("one");
    assertThat(messages(since())).containsExactly("one");
  }

  @Test
  void beforeTheFirstCommitThereAreNone() {
    assertThat(since()).isEmpty();
    assertThat(git.open().tags()).isEmpty();
    assertThat(git.open().reachable(List.of())).isEmpty();
  }

  @Test
  void anUnknownCommitIsAProblemOfGit() {
    git.commit("one");
    assertThatThrownBy(() -> since("0".repeat(40).replace('0', '1')))
        .hasMessageContaining("git log");
  }

  @Test
  void tagsOfOtherBranchesAreNamedToo() {
    git.commit("one").tag("v1.0.0");
    git.git("checkout", "--quiet", "-b", "side");
    git.commit("side").annotatedTag("v1.0.1");
    git.git("checkout", "--quiet", "main");
    GitRepository repository = git.open();
    assertThat(repository.tags()).extracting(Tag::name).containsExactly("v1.0.1", "v1.0.0");
    assertThat(repository.reachable(repository.tags()))
        .extracting(Tag::name)
        .containsExactly("v1.0.0");
  }
}

package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every command of git that a release prints can be typed as it is printed. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "typed into a POSIX shell")
class TypedCommandsTest {

  private static final String BRANCH = "hotfix/a&b";

  @TempDir Path temp;
  private GitSandbox git;

  @BeforeEach
  void aBranchWhoseNameAShellWouldTakeApart() {
    git = GitSandbox.init(temp.resolve("engine")).withUser();
    git.write(
        "Cargo.toml",
        """
        [package]
        name = "engine"
        version = "1.1.0"
        description = "d"
        license = "MIT"
        """);
    git.write("pyproject.toml", "[project]\nname = \"engine\"\nversion = \"1.1.0\"\n");
    git.write("it's.md", "one\n");
    git.commit("chore: release").annotatedTag("v1.1.0");
    git.write("src/lib.rs", "").commit("feat: something new");
    git.git("switch", "--quiet", "--create", BRANCH);
  }

  @Test
  void thePushWhereABranchHasTheNameOfTheTagAndATagThatOfTheBranch() {
    GitSandbox remote = remote();
    git.git("branch", "v1.2.0");
    git.git("tag", BRANCH);

    String last = prepared("minor");

    assertThat(last)
        .endsWith("To push it: git push --atomic origin 'refs/heads/hotfix/a&b' refs/tags/v1.2.0");
    git.type(after(last, "To push it: "));
    assertThat(remote.git("for-each-ref", "--format=%(refname)").lines())
        .contains("refs/heads/" + BRANCH, "refs/tags/v1.2.0")
        .doesNotContain("refs/heads/v1.2.0");
  }

  @Test
  void thePushWhereNothingHasTheName() {
    remote();

    String last = prepared("minor");

    assertThat(last).endsWith("To push it: git push --atomic origin 'hotfix/a&b' v1.2.0");
    git.type(after(last, "To push it: "));
  }

  @Test
  void theCommandsThatKeepWhatCameAfterTheRelease() {
    prepared("minor");
    git.write("src/x.rs", "").commit("feat: more");
    String later = git.head();
    git.git("branch", "later/work");

    Matcher typed = Pattern.compile("git branch (\\S+) && git reset \\S+ \\w+").matcher(refusal());

    assertThat(typed.find()).isTrue();
    git.type(typed.group());
    assertThat(typed.group(1)).isEqualTo("later-2");
    assertThat(git.git("rev-parse", "later-2")).isEqualTo(later);
    rollback();
  }

  @Test
  void theCommandThatGoesBackToTheBranchOfTheRelease() {
    prepared("minor");
    git.git("tag", BRANCH);
    git.git("switch", "--quiet", "main");

    String refusal = refusal();

    git.type(refusal.substring(refusal.indexOf("git switch"), refusal.indexOf(", then run")));
    rollback();
  }

  @Test
  void theCommandThatPutsAnEditedFileAside() {
    prepared("minor");
    git.write("Cargo.toml", "mine");

    git.type(after(refusal(), "run it again: "));

    rollback();
  }

  @Test
  void theCommandThatPutsANewFileOfAnInterruptedReleaseAside() throws Exception {
    Path record = git.path(".release-sync/change/prepared.json");
    releaser().prepare(call("minor").in(git));
    git.git("tag", "--delete", "v1.2.0");
    git.git("reset", "--quiet", "HEAD^");
    java.nio.file.Files.writeString(
        record,
        java.nio.file.Files.readString(record)
            .replace("\"done\": true", "\"done\": false")
            .replace("\"path\": \"Cargo.toml\"", "\"path\": \"new one.md\""));
    git.git("checkout", "--quiet", "Cargo.toml");
    git.write("new one.md", "mine");

    String refusal = refusal();

    assertThat(refusal).endsWith("git stash push --include-untracked -- 'new one.md'");
    git.type(after(refusal, "run it again: "));
    rollback();
  }

  @Test
  void theCommandsThatBringAFixHere() {
    aHotfix("v1.1.1");
    git.git("switch", "--quiet", BRANCH);
    String blocked = PrepareCall.text(releaser().prepare(call("minor").in(git)));
    Matcher typed =
        Pattern.compile("(git cherry-pick -x [^,]+), or (git merge [^;]+);").matcher(blocked);
    assertThat(typed.find()).as(blocked).isTrue();
    String head = git.head();

    git.type(typed.group(2));
    assertThat(releaser().prepare(call("minor").dry().in(git)).blocked()).isFalse();
    git.git("reset", "--quiet", "--hard", head);
    git.type(typed.group(1));
    assertThat(releaser().prepare(call("minor").in(git)).blocked()).isFalse();
  }

  @Test
  void theCommandThatBringsWhatTheRemoteHas() {
    remote();
    GitSandbox other = git.cloneTo(temp.resolve("other")).withUser();
    other.git("remote", "set-url", "origin", temp.resolve("remote.git").toString());
    other.git("switch", "--quiet", BRANCH);
    other.write("elsewhere.txt", "").commit("docs: elsewhere");
    other.git("push", "--quiet", "origin", BRANCH);
    String blocked = PrepareCall.text(releaser().prepare(call("minor").in(git)));
    Matcher typed = Pattern.compile("(git pull --rebase .+)").matcher(blocked);
    assertThat(typed.find()).as(blocked).isTrue();

    git.type(typed.group(1));

    assertThat(releaser().prepare(call("minor").in(git)).blocked()).isFalse();
  }

  @Test
  void theCommandsThatTakeATagBackAndTagTheReleaseAlone() {
    releaser().prepare(call("minor").untagged().in(git));
    git.write("src/more.rs", "").commit("feat: more");
    git.git("branch", "release/tag-1.2.0");
    String text = PrepareCall.text(releaser().tag(call("current").in(git)));
    Matcher delete = Pattern.compile("git tag --delete \\S+(?=\\. )").matcher(text);
    Matcher alone = Pattern.compile("git switch -c \\S+ \\w+").matcher(text);
    assertThat(delete.find() && alone.find()).as(text).isTrue();

    git.type(delete.group());
    git.type(alone.group());

    assertThat(git.git("tag").lines()).doesNotContain("v1.2.0");
    assertThat(git.git("branch", "--show-current")).isEqualTo("release/tag-1.2.0-2");
  }

  private void aHotfix(String tag) {
    git.git("switch", "--quiet", "--create", "hotfix/1.1", "v1.1.0");
    git.write("src/a.rs", "fixed").commit("fix: what crashed");
    releaser().prepare(call("patch").in(git));
    assertThat(git.git("tag").lines()).contains(tag);
    git.git("branch", tag);
  }

  private GitSandbox remote() {
    GitSandbox remote = GitSandbox.init(temp.resolve("remote.git"), "--bare");
    git.git("remote", "add", "origin", remote.directory().toString());
    git.git("push", "--quiet", "--tags", "--set-upstream", "origin", BRANCH);
    return remote;
  }

  private String prepared(String level) {
    PrepareResult result = releaser().prepare(call(level).in(git));
    assertThat(result.failed()).as(PrepareCall.text(result)).isFalse();
    return Printed.of(result).lastLine();
  }

  private void rollback() {
    releaser().rollback(git.directory(), Optional.empty(), false, false);
  }

  private String refusal() {
    return Printed.of(catchThrowableOfType(ReleaseException.class, this::rollback).problem());
  }

  private static String after(String text, String words) {
    return text.substring(text.indexOf(words) + words.length());
  }

  private static ReleaseSync releaser() {
    return new ReleaseSync(GitSandbox.runner());
  }

  private static PrepareCall call(String level) {
    return new PrepareCall(KilledRun.settings()).level(level);
  }
}

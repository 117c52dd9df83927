package io.github.releasesync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.git.Git;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.Command;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.project.CopySpec;
import io.github.releasesync.project.GroupSpec;
import io.github.releasesync.project.Settings;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.testing.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PrepareTest {

  private static final List<String> BRANCHES = List.of("main", "hotfix/*");

  @TempDir Path temp;
  private GitSandbox git;

  @BeforeEach
  void repository() {
    git = GitSandbox.init(temp.resolve("engine")).withUser();
    git.write(
        "Cargo.toml",
        "[package]\nname = \"engine\"\nversion = \"1.1.0\"\ndescription = \"d\"\nlicense = \"MIT\"\n");
    git.write("Cargo.lock", "version = 4\n\n[[package]]\nname = \"engine\"\nversion = \"1.1.0\"\n");
    git.write("pyproject.toml", "[project]\nname = \"engine\"\nversion = \"1.1.0\"\n");
    git.commit("chore: release").annotatedTag("v1.1.0");
    git.write("src/lib.rs", "").commit("feat: something new");
  }

  @Test
  void oneCommitAndOneTagAndNothingElse() {
    String before = git.head();

    PrepareResult result = releaser().prepare(request("minor-beta"));

    assertThat(text(result))
        .containsSubsequence(
            "engine  1.1.0 -> 1.2.0-beta.1  (minor-beta)",
            "Cargo.lock",
            "commit   align: release 1.2.0-beta.1",
            "tag      v1.2.0-beta.1",
            "Prepared 1.2.0-beta.1. To undo it: mvn release-sync:rollback."
                + " To publish it: git push --atomic origin main v1.2.0-beta.1");
    assertThat(result.failed()).isFalse();
    assertThat(git.git("rev-parse", "HEAD^").strip()).isEqualTo(before);
    assertThat(git.git("log", "-1", "--format=%B").strip())
        .isEqualTo("align: release 1.2.0-beta.1");
    assertThat(git.git("cat-file", "-t", "v1.2.0-beta.1").strip()).isEqualTo("tag");
    assertThat(git.git("rev-parse", "v1.2.0-beta.1^{commit}").strip()).isEqualTo(git.head());
    assertThat(git.git("show", "HEAD:pyproject.toml")).contains("version = \"1.2.0b1\"");
    assertThat(git.git("diff", "--name-only", "HEAD^", "HEAD").lines())
        .containsExactly("Cargo.lock", "Cargo.toml", "pyproject.toml");
    assertThat(git.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void thePreviewSaysTheSameAndDoesNothing() {
    String before = state();

    PrepareResult preview = releaser().prepare(request("minor", r -> dry(r)));

    assertThat(state()).isEqualTo(before);
    PrepareResult done = releaser().prepare(request("minor"));
    assertThat(preview.lines()).isEqualTo(done.lines());
    assertThat(preview.lastLine()).startsWith("Nothing was written.");
  }

  @Test
  void whatIsWrittenIsReleasedWithoutACommitWhereNothingChanges() throws IOException {
    for (String file : List.of("Cargo.toml", "Cargo.lock", "pyproject.toml")) {
      git.write(file, Files.readString(git.path(file)).replace("1.1.0", "1.2.0"));
    }
    git.commit("feat: raised by hand");
    String before = git.head();

    releaser().prepare(request("current"));

    assertThat(git.head()).isEqualTo(before);
    assertThat(git.git("rev-parse", "v1.2.0^{commit}").strip()).isEqualTo(before);
  }

  @Test
  void allGuardsSpeakAtOnce() {
    git.git("checkout", "--quiet", "-b", "feature/x");
    git.write("notes.txt", "mine");
    git.write("pyproject.toml", "[project]\nname = \"engine\"\nversion = \"1.1.0\"\n# edited\n");
    git.annotatedTag("unrelated");
    git.git("tag", "v1.2.0-rc.1");
    String before = state();

    PrepareResult result = releaser().prepare(request("1.2.0", r -> r));

    assertThat(result.failed()).isTrue();
    assertThat(text(result))
        .contains("error[RS431] notes.txt: 2 paths are not committed: notes.txt, pyproject.toml;")
        .contains("error[RS432] release-sync.branches: `feature/x` is none of main, hotfix/*;")
        .endsWith("Nothing was changed: 2 things hold it back, as said above\n");
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void whatAnotherBranchReleasedIsNotReleasedAgain() {
    git.git("checkout", "--quiet", "-b", "other");
    git.write("x", "").commit("feat: elsewhere").annotatedTag("v1.2.0");
    git.git("checkout", "--quiet", "main");
    git.git("cherry-pick", "--allow-empty", "other");

    assertThat(text(releaser().prepare(dry(request("minor")))))
        .contains("engine  1.1.0 -> 1.3.0  (minor)");
    assertThatThrownBy(() -> releaser().prepare(request("1.2.0")))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Code.LEVEL_REFUSED));
  }

  @Test
  void aTagThatOnlyTheRemoteHasIsTaken() {
    GitSandbox remote = remote();
    remote.git("tag", "v1.2.0", "v1.1.0");

    PrepareResult result = releaser().prepare(request("minor"));

    assertThat(result.failed()).isTrue();
    assertThat(text(result))
        .contains("error[RS434] v1.2.0: the tag `v1.2.0` is there already on origin");
  }

  @Test
  void whatCheckRefusesIsNotReleased() {
    git.write("Cargo.toml", "[package]\nname = \"engine\"\nversion = \"1.1.0\"\n");
    git.commit("chore: without a license");

    PrepareResult result = releaser().prepare(request("minor"));

    assertThat(result.failed()).isTrue();
    assertThat(text(result)).contains("error[RS435] Cargo.toml").contains("RS214");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the hook is a shell script")
  void aHookThatRefusesLeavesAllAsItWas() throws IOException {
    hook("pre-commit", "exit 1");
    String before = state();

    assertThatThrownBy(() -> releaser().prepare(request("minor")))
        .isInstanceOfSatisfying(
            ReleaseException.class, e -> assertThat(e.problem().code()).isEqualTo(Code.GIT_FAILED));

    assertThat(state()).isEqualTo(before);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the signer is a shell script")
  void aTagThatCannotBeSignedTakesTheCommitBack() throws IOException {
    Path signer = git.path("../no-signer");
    Files.writeString(signer, "#!/bin/sh\nexit 2\n");
    assertThat(signer.toFile().setExecutable(true)).isTrue();
    git.git("config", "gpg.program", signer.toString());
    String before = state();

    assertThatThrownBy(() -> releaser().prepare(signed(request("minor"))))
        .isInstanceOf(ReleaseException.class);

    assertThat(state()).isEqualTo(before);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "ssh-keygen is looked for on the PATH there")
  void tagsAreSignedAsGitIsConfigured() {
    Path key = temp.resolve("key");
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
    git.git("config", "gpg.format", "ssh");
    git.git("config", "user.signingkey", key.toString());
    git.git("config", "tag.gpgSign", "true");

    releaser().prepare(request("minor"));

    assertThat(git.git("cat-file", "-p", "v1.2.0")).contains("BEGIN SSH SIGNATURE");
  }

  @Test
  void rollbackUndoesIt() {
    String before = state();
    releaser().prepare(request("minor"));

    PrepareResult result = releaser().rollback(git.directory(), Optional.empty(), false, false);

    assertThat(result.lastLine()).isEqualTo("The release of 1.2.0 is undone: all is as before it");
    assertThat(state()).isEqualTo(before);
    assertThatThrownBy(() -> releaser().rollback(git.directory(), Optional.empty(), false, false))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Code.NOTHING_PREPARED));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the hook is a shell script")
  void aRemoteThatRefusesLeavesAPreparedRelease() throws IOException {
    GitSandbox remote = remote();
    Path hook = remote.path("hooks/pre-receive");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\nexit 1\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();

    PrepareResult result = releaser().prepare(pushing(request("minor")));

    assertThat(result.failed()).isTrue();
    assertThat(result.lastLine())
        .startsWith("Prepared 1.2.0, but it was not pushed: git push: ")
        .endsWith("To publish it: git push --atomic origin main v1.2.0");
    assertThat(git.git("tag").lines()).contains("v1.2.0");
    assertThat(remote.git("tag").lines()).doesNotContain("v1.2.0");
    assertThat(releaser().rollback(git.directory(), Optional.empty(), false, false).failed())
        .isFalse();
  }

  @Test
  void whatWasEditedSinceIsNotThrownAway() throws IOException {
    releaser().prepare(request("minor"));
    String edited = Files.readString(git.path("Cargo.toml")) + "# mine\n";
    git.write("Cargo.toml", edited);

    assertThatThrownBy(() -> releaser().rollback(git.directory(), Optional.empty(), false, false))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Code.CHANGE_DAMAGED));

    assertThat(git.path("Cargo.toml")).hasContent(edited);
    assertThat(git.git("tag").lines()).contains("v1.2.0");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the hook is a shell script")
  void whatAHookThatRefusesWroteIsThrownAway() throws IOException {
    hook("pre-commit", "echo '# formatted' >> Cargo.toml; exit 1");
    String before = state();

    assertThatThrownBy(() -> releaser().prepare(request("minor")))
        .isInstanceOfSatisfying(
            ReleaseException.class, e -> assertThat(e.problem().code()).isEqualTo(Code.GIT_FAILED));

    assertThat(state()).isEqualTo(before);
  }

  @Test
  void whatWasPushedIsNotUndone() {
    GitSandbox remote = remote();
    releaser().prepare(pushing(request("minor")));
    assertThat(remote.git("tag").lines()).contains("v1.2.0");
    assertThat(remote.git("rev-parse", "main").strip()).isEqualTo(git.head());

    assertThatThrownBy(() -> releaser().rollback(git.directory(), Optional.empty(), false, false))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Code.RELEASE_PUSHED));
  }

  @Test
  void whatFollowedIsNotUndone() {
    releaser().prepare(request("minor"));
    git.write("more", "").commit("feat: after it");
    String before = state();

    assertThatThrownBy(() -> releaser().rollback(git.directory(), Optional.empty(), false, false))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Code.CHANGE_DAMAGED));
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void aBranchThatIsBehindItsRemoteIsNotReleased() {
    GitSandbox remote = remote();
    GitSandbox other = remote.cloneTo(temp.resolve("other"));
    other.git("checkout", "--quiet", "main");
    other.write("theirs", "").commit("feat: theirs");
    other.git("push", "--quiet", "origin", "main");

    PrepareResult result = releaser().prepare(request("minor"));

    assertThat(result.failed()).isTrue();
    assertThat(text(result))
        .contains("error[RS433] main: origin has commits of `main` that are not here");
  }

  @Test
  void aRemoteThatDoesNotAnswerIsNoReasonToStop() {
    git.git("remote", "add", "origin", temp.resolve("gone").toString());

    PrepareResult result = releaser().prepare(request("minor"));

    assertThat(result.failed()).isFalse();
    assertThat(text(result)).contains("origin does not answer: it was not compared with");
  }

  @Test
  void aProtectedBranchIsTaggedAfterTheMerge() {
    git.git("checkout", "--quiet", "-b", "hotfix/release");
    assertThat(releaser().prepare(untagged(request("minor"))).lastLine())
        .endsWith(
            "For a pull request: git push origin hotfix/release; when it is merged:"
                + " mvn release-sync:tag");
    assertThat(git.git("tag").lines()).doesNotContain("v1.2.0");
    git.git("checkout", "--quiet", "main");
    git.git("merge", "--quiet", "--squash", "hotfix/release");
    git.git("commit", "--quiet", "-m", "Release 1.2.0 (#7)");

    PrepareResult result = releaser().tag(request("current"));

    assertThat(result.lastLine()).isEqualTo("Tagged v1.2.0. To publish it: git push origin v1.2.0");
    assertThat(git.git("rev-parse", "v1.2.0^{commit}").strip()).isEqualTo(git.head());
    PrepareResult again = releaser().tag(request("current"));
    assertThat(again.failed()).isTrue();
    assertThat(text(again)).contains("error[RS434] v1.2.0: the tag `v1.2.0` is there already");
  }

  @Test
  void theChangelogSaysWhatTheCommitsDid() throws IOException {
    keepAChangelog();

    PrepareResult result = releaser().prepare(request("auto"));

    assertThat(result.failed()).isFalse();
    assertThat(git.git("show", "HEAD:CHANGELOG.md"))
        .contains("## [Unreleased]")
        .containsSubsequence(
            "## [1.2.0] - 2026-03-04",
            "### Added",
            "- Written by hand.",
            "- something new",
            "### Fixed",
            "- A fragment says so.",
            "## [1.1.0] - 2026-01-01");
    assertThat(git.path("changelog.d/12.fix.md")).doesNotExist();
    assertThat(git.git("ls-files", "changelog.d")).isEmpty();
    assertThat(git.git("status", "--porcelain")).isEmpty();
    assertThat(git.path("target/release-sync/release-notes.md"))
        .content()
        .contains("Release Notes")
        .contains("something new");
  }

  @Test
  void aFixOfPythonAloneHasItsNoteAndNothingElse() throws IOException {
    keepAChangelog();

    releaser().prepare(noted(request("post"), "The wheel for Windows was empty (#7)."));

    assertThat(git.git("diff", "--name-only", "HEAD^", "HEAD").lines())
        .containsExactly("CHANGELOG.md", "pyproject.toml");
    assertThat(git.git("tag").lines()).contains("v1.1.0.post1");
    assertThat(git.git("show", "HEAD:CHANGELOG.md"))
        .containsSubsequence(
            "Written by hand.",
            "1.1.0.post1",
            "The wheel for Windows was empty (#7).",
            "## [1.1.0] - 2026-01-01");
  }

  private void keepAChangelog() {
    git.write(
        "CHANGELOG.md",
        "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Written by hand.\n\n"
            + "## [1.1.0] - 2026-01-01\n\n### Added\n\n- All of it.\n");
    git.write("changelog.d/12.fix.md", "A fragment says so.\n");
    git.commit("chore: a changelog");
  }

  private static PrepareRequest noted(PrepareRequest r, String note) {
    ReleaseText text = ReleaseText.of(r.text().message(), note, null, "2026-03-04");
    return with(r, r.change(), text, true, false, false, r.acknowledged());
  }

  @Test
  void theCommitOfTheLastReleaseMayBeReleasedAgain() {
    git.git("tag", "--delete", "v1.1.0");
    git.write("README.md", "cargo add engine@1.1.0\n").commit("docs: how to add it");
    git.annotatedTag("v1.1.0");
    PrepareRequest r = request("patch");
    ChangeRequest c = r.change();
    Settings settings = c.settings().withCopies(CopySpec.parse("README.md"));

    PrepareResult result =
        releaser()
            .prepare(
                changing(
                    r, new ChangeRequest(c.start(), c.root(), settings, c.group(), c.dryRun())));

    assertThat(text(result)).doesNotContain("RS435");
    assertThat(result.failed()).isFalse();
    assertThat(git.git("show", "v1.1.1:README.md")).isEqualTo("cargo add engine@1.1.1");
  }

  @Test
  void aFixThatOnlyTheHotfixHasHoldsTheNextReleaseBack() {
    git.git("checkout", "--quiet", "-b", "hotfix/1.1", "v1.1.0");
    git.write("src/a.rs", "fixed").commit("fix: what crashed");
    String fix = git.head();
    git.write("docs", "x").commit("docs: a word");
    assertThat(releaser().prepare(request("patch")).failed()).isFalse();
    assertThat(git.git("tag").lines()).contains("v1.1.1");
    git.git("checkout", "--quiet", "main");
    git.write("more", "").commit("feat: more");

    PrepareResult held = releaser().prepare(request("minor"));

    assertThat(held.failed()).isTrue();
    assertThat(text(held))
        .contains(
            "error[RS436] v1.1.1: 1 fix of v1.1.1 is not on this branch: "
                + fix.substring(0, 10)
                + " fix: what crashed; git cherry-pick -x them");
    assertThat(
            releaser().prepare(dry(acknowledging(request("minor"), fix.substring(0, 7)))).failed())
        .isFalse();
    git.git("-c", "user.name=x", "-c", "user.email=x@x", "cherry-pick", fix);
    assertThat(releaser().prepare(request("minor")).failed()).isFalse();
  }

  @Test
  void aFixThatWasPickedWithAConflictIsKnownByItsNote() {
    git.git("checkout", "--quiet", "-b", "hotfix/1.1", "v1.1.0");
    git.write("src/a.rs", "fixed").commit("fix: what crashed");
    String fix = git.head();
    releaser().prepare(request("patch"));
    git.git("checkout", "--quiet", "main");
    git.write("src/b.rs", "fixed in another way")
        .commit("fix: what crashed\n\n(cherry picked from commit " + fix + ")");

    assertThat(releaser().prepare(request("minor")).failed()).isFalse();
  }

  @Test
  void theCommitsSayHowFar() {
    PrepareResult result = releaser().prepare(request("auto"));

    assertThat(text(result)).contains("engine  1.1.0 -> 1.2.0  (minor)");
    assertThatThrownBy(() -> releaser().prepare(request("auto")))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(Code.LEVEL_REFUSED);
              assertThat(e.problem().message()).startsWith("the commits ask for no release: ");
            });
  }

  @Test
  void killedAtAnyStepItIsUndoneOrDone() throws IOException {
    keepAChangelog();
    Path copy = temp.resolve("copy");
    Stepper all = new Stepper(Integer.MAX_VALUE);
    copyTo(copy);
    preparing(copy, all).run(at(copy, request("minor")));
    assertThat(all.done).isGreaterThan(15);
    int undone = 0;
    for (int point = 0; point < all.done; point++) {
      Path tree = temp.resolve("killed-" + point);
      copyTo(tree);
      GitSandbox sandbox = GitSandbox.at(tree);
      String before = state(sandbox);
      Stepper killed = new Stepper(point);
      assertThatThrownBy(() -> preparing(tree, killed).run(at(tree, request("minor"))))
          .isInstanceOf(Killed.class);
      boolean done =
          Files.exists(tree.resolve(".release-sync/change/prepared.json"))
              && Files.readString(tree.resolve(".release-sync/change/prepared.json"))
                  .contains("\"done\": true");
      if (done) {
        assertThat(sandbox.git("tag").lines()).contains("v1.2.0");
        assertThat(sandbox.git("status", "--porcelain")).isEmpty();
      } else {
        commit(tree).repair();
        assertThat(state(sandbox)).as("killed before step " + point).isEqualTo(before);
        undone++;
      }
    }
    assertThat(undone).isGreaterThan(10);
    System.out.println("prepare killed at " + all.done + " points: " + undone + " undone");
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Counts what is done to the disk and to git, and dies before or in the middle of one. */
  private static final class Stepper implements FileActions, ProcessRunner {
    private static final List<String> CHANGING = List.of("add", "commit", "tag", "update-ref");
    private final int most;
    private int done;

    Stepper(int most) {
      this.most = most;
    }

    @Override
    public ProcessResult run(Command command) {
      boolean changing = command.argv().stream().anyMatch(CHANGING::contains);
      if (changing) {
        step();
      }
      ProcessResult result = GitSandbox.runner().run(command);
      if (changing) {
        step();
      }
      return result;
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
      step();
      FileActions.super.write(file, content);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
      step();
      FileActions.super.replace(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
      step();
      FileActions.super.delete(file);
    }

    private void step() {
      if (done++ >= most) {
        throw new Killed();
      }
    }
  }

  private static Preparing preparing(Path tree, Stepper stepper) {
    Git inside = new Git(stepper);
    GitRepository repository = (GitRepository) inside.open(tree);
    return new Preparing(
        inside,
        repository,
        new GitWriter(stepper, tree, Map.of()),
        tree,
        OutputDirectory.byDefault(tree),
        stepper,
        Clock.systemUTC());
  }

  private static ReleaseCommit commit(Path tree) {
    GitRepository repository = (GitRepository) new Git(GitSandbox.runner()).open(tree);
    return new ReleaseCommit(
        tree, repository, new GitWriter(GitSandbox.runner(), tree, Map.of()), FileActions.SYSTEM);
  }

  private void copyTo(Path target) throws IOException {
    try (var files = Files.walk(git.directory())) {
      for (Path file : files.toList()) {
        Path to = target.resolve(git.directory().relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
  }

  /** Everything that prepare may touch: the branch, the index, the files, the tags. */
  private String state() {
    return state(git);
  }

  private static String state(GitSandbox git) {
    try {
      return String.join(
          "\n",
          git.git("rev-parse", "HEAD"),
          git.git("symbolic-ref", "HEAD"),
          git.git("for-each-ref"),
          git.git("status", "--porcelain=v1", "--untracked-files=all"),
          git.git("ls-files", "--stage"),
          Files.readString(git.path("Cargo.toml")),
          Files.readString(git.path("Cargo.lock")),
          Files.readString(git.path("pyproject.toml")),
          Files.exists(git.path("CHANGELOG.md"))
              ? Files.readString(git.path("CHANGELOG.md"))
                  + Files.exists(git.path("changelog.d/12.fix.md"))
              : "");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private GitSandbox remote() {
    GitSandbox remote = GitSandbox.init(temp.resolve("remote.git"), "--bare");
    git.git("remote", "add", "origin", remote.directory().toString());
    git.git("push", "--quiet", "--tags", "--set-upstream", "origin", "main");
    return remote;
  }

  private void hook(String name, String script) throws IOException {
    Path hook = git.path(".git/hooks/" + name);
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\n" + script + "\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
  }

  private void run(String... argv) {
    assertThat(GitSandbox.runner().run(Command.of(temp, argv)).succeeded()).isTrue();
  }

  private static Releaser releaser() {
    return new Releaser(GitSandbox.runner());
  }

  private PrepareRequest request(String level) {
    return request(level, r -> r);
  }

  private PrepareRequest request(String level, UnaryOperator<PrepareRequest> with) {
    Settings settings = Settings.ofGroups(GroupSpec.parse("engine=cargo:engine,pypi:engine"));
    return with.apply(
        new PrepareRequest(
            new ChangeRequest(git.directory(), Optional.empty(), settings, Optional.empty(), false),
            level,
            RaiseOptions.none(),
            Optional.empty(),
            BRANCHES,
            ReleaseText.of("align: release {version}", null, null, "2026-03-04"),
            true,
            false,
            false,
            Optional.empty(),
            false,
            List.of(),
            Optional.empty()));
  }

  private static PrepareRequest acknowledging(PrepareRequest r, String id) {
    return with(r, r.change(), r.text(), true, false, false, List.of(id));
  }

  private static PrepareRequest at(Path tree, PrepareRequest r) {
    ChangeRequest c = r.change();
    return changing(
        r, new ChangeRequest(tree, Optional.empty(), c.settings(), c.group(), c.dryRun()));
  }

  private static PrepareRequest dry(PrepareRequest r) {
    ChangeRequest c = r.change();
    return changing(r, new ChangeRequest(c.start(), c.root(), c.settings(), c.group(), true));
  }

  private static PrepareRequest changing(PrepareRequest r, ChangeRequest c) {
    return with(r, c, r.text(), r.tag(), r.sign(), r.push(), r.acknowledged());
  }

  private static PrepareRequest untagged(PrepareRequest r) {
    return with(r, r.change(), r.text(), false, false, false, r.acknowledged());
  }

  private static PrepareRequest signed(PrepareRequest r) {
    return with(r, r.change(), r.text(), true, true, false, r.acknowledged());
  }

  private static PrepareRequest pushing(PrepareRequest r) {
    return with(r, r.change(), r.text(), true, false, true, r.acknowledged());
  }

  private static PrepareRequest with(
      PrepareRequest r,
      ChangeRequest change,
      ReleaseText text,
      boolean tag,
      boolean sign,
      boolean push,
      List<String> acknowledged) {
    return new PrepareRequest(
        change,
        r.level(),
        r.options(),
        r.development(),
        r.branches(),
        text,
        tag,
        sign,
        push,
        r.remote(),
        r.offline(),
        acknowledged,
        r.outputDirectory());
  }

  private static String text(PrepareResult result) {
    List<String> lines = new ArrayList<>();
    result.lines().stream().map(ReportLine::text).forEach(lines::add);
    lines.add(result.lastLine());
    return String.join("\n", lines) + "\n";
  }
}

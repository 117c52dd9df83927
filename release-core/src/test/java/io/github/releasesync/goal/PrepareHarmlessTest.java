package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.facts.SourceRepository;
import io.github.releasesync.files.FileSystemActions;
import io.github.releasesync.git.Git;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.prepare.Recovered;
import io.github.releasesync.prepare.ReleaseNotesOptions;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a prepare must never change: files that git cannot give back, and another release. */
class PrepareHarmlessTest {

  private static final String RECORD = ".release-sync/change/prepared.json";

  @TempDir Path temp;
  private GitSandbox git;
  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());

  @BeforeEach
  void repository() throws IOException {
    git = GitSandbox.init(temp.toRealPath().resolve("engine")).withUser();
    git.write(
        "pyproject.toml",
        "[build-system]\nrequires = [\"hatchling\"]\nbuild-backend = \"hatchling.build\"\n"
            + "[project]\nname = \"engine\"\nversion = \"1.1.0\"\n");
    git.commit("chore: release").annotatedTag("v1.1.0");
    git.write("a.py", "").commit("feat: something new");
  }

  @Test
  void anIgnoredChangelogIsNeitherChangedNorDeleted() throws IOException {
    git.write(".gitignore", "CHANGELOG.md\n").commit("chore: ignore");
    String mine = "# Changelog\n\n## [Unreleased]\n\n- Mine.\n";
    git.write("CHANGELOG.md", mine);
    String before = RepositoryState.of(git);

    PrepareResult result = releaser.prepare(call("minor").in(git));

    assertThat(result.blocked()).isTrue();
    assertThat(PrepareCall.text(result))
        .contains("error[RS431] CHANGELOG.md: git ignores `CHANGELOG.md`");
    assertThat(RepositoryState.of(git)).isEqualTo(before);
    assertThat(git.path("CHANGELOG.md")).hasContent(mine);
  }

  @Test
  void anIgnoredFragmentIsNotDeleted() throws IOException {
    git.write(".gitignore", "changelog.d/12.fix.md\n");
    git.write("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n").commit("docs: changes");
    git.write("changelog.d/12.fix.md", "Mine.\n");

    PrepareResult result = releaser.prepare(call("minor").in(git));

    assertThat(result.blocked()).isTrue();
    assertThat(PrepareCall.text(result)).contains("RS431] changelog.d/12.fix.md");
    assertThat(git.path("changelog.d/12.fix.md")).hasContent("Mine.");
  }

  @Test
  void anUntrackedFileThatStatusHidesIsNotChanged() {
    git.git("config", "status.showUntrackedFiles", "no");
    git.write("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n\n- Mine.\n");

    PrepareResult result = releaser.prepare(call("minor").in(git));

    assertThat(PrepareCall.text(result)).contains("git does not track `CHANGELOG.md`");
    assertThat(git.path("CHANGELOG.md")).hasContent("# Changelog\n\n## [Unreleased]\n\n- Mine.");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the hook is a shell script")
  void anIgnoredFileThatAHookAddsOutlivesTheUndo() throws IOException {
    git.write(".gitignore", "mine.txt\n").commit("chore: ignore");
    git.write("mine.txt", "mine");
    hook("pre-commit", "git add --force mine.txt; exit 1");

    assertThatThrownBy(() -> releaser.prepare(call("minor").in(git)))
        .isInstanceOf(ReleaseException.class);

    assertThat(git.path("mine.txt")).hasContent("mine");
    assertThat(git.git("status", "--porcelain")).isEmpty();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the hook is a shell script")
  void theUndoBringsBackBytesThatNoCommitHas() throws IOException {
    git.git("update-index", "--assume-unchanged", "pyproject.toml");
    String mine = Files.readString(git.path("pyproject.toml")) + "# mine\n";
    Files.writeString(git.path("pyproject.toml"), mine);
    hook("pre-commit", "exit 1");

    assertThatThrownBy(() -> releaser.prepare(call("minor").in(git)))
        .isInstanceOf(ReleaseException.class);

    assertThat(Files.readString(git.path("pyproject.toml"))).isEqualTo(mine);
  }

  @Test
  void releaseNotesAreNeverAFileOfGitOrAFolder() {
    git.write("docs/a.md", "").commit("docs: a");
    for (String file : new String[] {".git/config", "x/.git/y", ".release-sync/x", "docs", "."}) {
      assertThatThrownBy(
              () -> ReleaseNotesOptions.of("m", null, file, null).requireFile(git.directory()))
          .as(file)
          .isInstanceOfSatisfying(
              ReleaseException.class,
              e -> assertThat(e.problem().code()).isEqualTo(Code.CONFIGURATION_INVALID));
    }
    ReleaseNotesOptions.of("m", null, "new/notes.md", null).requireFile(git.directory());
  }

  @Test
  void aReleaseThatAnotherRunMadeMeanwhileStaysUndoable() throws IOException {
    String before = RepositoryState.of(git);
    AtomicBoolean first = new AtomicBoolean(true);
    ProcessRunner interfering =
        command -> {
          if (command.argv().contains("config") && first.getAndSet(false)) {
            releaser.prepare(call("major").in(git));
          }
          return GitSandbox.runner().run(command);
        };
    PrepareRequest request = call("minor").in(git);
    SourceRepository source =
        SourceRepository.open(new Git(interfering), git.directory(), Optional.empty());
    PrepareGoal goal =
        new PrepareGoal(
            source.repository().orElseThrow(),
            new GitWriter(interfering, git.directory(), Map.of()),
            FileSystemActions.SYSTEM,
            Clock.systemUTC());

    assertThatThrownBy(() -> goal.run(source, Recovered.NOTHING, Optional.empty(), request))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Code.CHANGE_LOCKED));

    assertThat(git.git("tag").lines()).contains("v2.0.0").doesNotContain("v1.2.0");
    assertThat(Files.readString(git.path(RECORD))).contains("2.0.0");
    releaser.rollback(git.directory(), Optional.empty(), false, false);
    assertThat(RepositoryState.of(git)).isEqualTo(before);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the hook is a shell script")
  void aPrepareThatFailsKeepsTheRecordOfTheLastOne() throws IOException {
    String before = RepositoryState.of(git);
    releaser.prepare(call("minor").in(git));
    String record = Files.readString(git.path(RECORD));
    hook("pre-commit", "exit 1");

    assertThatThrownBy(() -> releaser.prepare(call("minor").in(git)))
        .isInstanceOf(ReleaseException.class);

    assertThat(Files.readString(git.path(RECORD))).isEqualTo(record);
    releaser.rollback(git.directory(), Optional.empty(), false, false);
    assertThat(RepositoryState.of(git)).isEqualTo(before);
  }

  @Test
  void aDryRunOnlyNamesWhatWasInterrupted() throws IOException {
    releaser.prepare(call("minor").in(git));
    Path record = git.path(RECORD);
    Files.writeString(record, Files.readString(record).replaceAll("(\"done\": ?)true", "$1false"));
    String interrupted = Files.readString(record);
    assertThat(interrupted).contains("false");
    String before = RepositoryState.of(git);
    ChangeRequest change = call("minor").dry().in(git).change();
    String notice = "a prepare was interrupted here: mvn release-sync:rollback undoes it";

    assertThat(PrepareCall.text(releaser.prepare(call("minor").dry().in(git)))).contains(notice);
    assertThat(PrepareCall.text(releaser.tag(call("minor").dry().in(git)))).contains(notice);
    assertThat(Printed.text(Printed.of(releaser.bump(change, "minor", BumpOptions.none()))))
        .contains(notice);
    assertThat(Printed.text(Printed.of(releaser.sync(change)))).contains(notice);

    assertThat(RepositoryState.of(git)).isEqualTo(before);
    assertThat(Files.readString(record)).isEqualTo(interrupted);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the hook is a shell script")
  void nothingWasChangedIsSaidOnlyWhereItIsKnown() throws IOException {
    hook("pre-commit", "exit 1");

    assertThatThrownBy(() -> releaser.prepare(call("minor").in(git)))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> assertThat(e.problem().help().toString()).endsWith("; nothing was changed"));

    GitWriter writer = new GitWriter(GitSandbox.runner(), git.directory(), Map.of());
    assertThatThrownBy(
            () -> writer.takeBack(git.head(), "0123456789012345678901234567890123456789"))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> assertThat(e.problem().help().toString()).doesNotContain("nothing was changed"));
  }

  @Test
  void aReportThatCannotBeWrittenStopsTheGoalBeforeItActs() {
    git.write(".gitignore", "target/\n").commit("chore: ignore");
    git.write("target/release-sync/prepare.json/in-the-way", "");
    String before = RepositoryState.of(git);

    assertThatThrownBy(() -> releaser.prepare(call("minor").in(git)))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Code.OUTPUT_UNWRITABLE));

    assertThat(RepositoryState.of(git)).isEqualTo(before);
  }

  @Test
  void noOldReportStaysWhenTheGoalFails() {
    releaser.prepare(call("minor").dry().in(git));
    assertThat(git.path("target/release-sync/prepare.json")).exists();

    assertThatThrownBy(() -> releaser.prepare(call("no-level").in(git)))
        .isInstanceOf(ReleaseException.class);

    assertThat(git.path("target/release-sync/prepare.json")).doesNotExist();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the hook is a shell script")
  void aReportThatCannotBeWrittenAfterTheGoalDoesNotHideThatItIsDone() throws IOException {
    hook("pre-commit", "mkdir -p target/release-sync/prepare.json/in-the-way");

    assertThatThrownBy(() -> releaser.prepare(call("minor").in(git)))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(Code.OUTPUT_UNWRITABLE);
              assertThat(e.problem().message())
                  .startsWith("the goal is done, but its report cannot be written");
            });

    assertThat(git.git("tag").lines()).contains("v1.2.0");
  }

  private void hook(String name, String script) throws IOException {
    Path hook = git.path(".git/hooks/" + name);
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\n" + script + "\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
  }

  private static PrepareCall call(String level) {
    return new PrepareCall(Settings.ofGroups(GroupSpec.parse("engine=pypi:engine"))).level(level);
  }
}

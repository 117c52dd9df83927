package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a goal asks git, and what. */
class GitQuestionsTest {

  /** By what its call contains; the first that fits. */
  private static final Map<String, String> QUESTIONS = questions();

  private static Map<String, String> questions() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("rev-parse --is-shallow-repository", "the work tree and HEAD");
    names.put("--literal-pathspecs ls-files", "which files of the release are tracked");
    names.put("check-ignore", "which files of the release are ignored");
    names.put("grep -I", "the files with the old version");
    names.put("ls-files", "the manifests");
    names.put("diff --cached", "what is staged");
    names.put("%(refname) refs/heads/", "the names that a push would confuse");
    names.put("for-each-ref --merged", "the tags that HEAD can reach");
    names.put("for-each-ref --format", "all tags");
    names.put("config --get-regexp", "whether the clone is partial");
    names.put("ls-tree", "the files of a release");
    names.put("--name-only", "the commits for the changelog, with their files");
    names.put(" log -z", "the commits since the releases");
    names.put("config --list", "the configuration");
    names.put("symbolic-ref", "the branch");
    names.put("status", "what is not committed");
    names.put("--git-path index.lock", "the lock of the index");
    names.put("rev-parse --verify --quiet --end-of-options", "whether all is as it was read");
    names.put("rev-parse --verify", "the id of what was made");
    return names;
  }

  @TempDir Path temp;
  private final List<String> asked = new ArrayList<>();
  private GitSandbox git;
  private ReleaseSync releaseSync;

  @BeforeEach
  void aReleaseAndAFeature() {
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
    git.commit("chore: release").annotatedTag("v1.1.0");
    git.write("src/lib.rs", "").commit("feat: something new");
    ProcessRunner runner = GitSandbox.runner();
    releaseSync =
        new ReleaseSync(
            command -> {
              asked.add(question(command.argv()));
              return runner.run(command);
            });
  }

  @Test
  void checkAsksSixQuestions() {
    releaseSync.check(
        new CheckRequest(
            git.directory(), Optional.empty(), Optional.empty(), List.of(), FailOn.ERROR));

    assertThat(asked)
        .containsExactly(
            "the work tree and HEAD",
            "the manifests",
            "the tags that HEAD can reach",
            "all tags",
            "whether the clone is partial",
            "the files of a release");
  }

  @Test
  void bumpAutoAsksSevenQuestions() {
    releaseSync.bump(
        new ChangeRequest(
            git.directory(),
            Optional.empty(),
            Settings.none(),
            Optional.empty(),
            false,
            Optional.empty()),
        "auto",
        BumpOptions.none());

    assertThat(asked)
        .containsExactly(
            "the work tree and HEAD",
            "the manifests",
            "the tags that HEAD can reach",
            "all tags",
            "whether the clone is partial",
            "the files of a release",
            "the commits since the releases");
  }

  @Test
  void prepareAsksEighteenQuestionsBeforeItCommitsAndTags() {
    releaseSync.prepare(
        PrepareRequests.of(git.directory(), Settings.none(), false, "auto", Map.of()));

    assertThat(asked)
        .containsExactly(
            "the work tree and HEAD",
            "the manifests",
            "the tags that HEAD can reach",
            "all tags",
            "whether the clone is partial",
            "the files of a release",
            "the commits since the releases",
            "the commits for the changelog, with their files",
            "the configuration",
            "the files with the old version",
            "the branch",
            "what is not committed",
            "which files of the release are tracked",
            "which files of the release are ignored",
            "the lock of the index",
            "whether all is as it was read",
            "the branch",
            "whether all is as it was read",
            "what is staged",
            "act: add",
            "act: commit",
            "act: reset",
            "the id of what was made",
            "act: tag",
            "the id of what was made",
            "the names that a push would confuse");
  }

  /** The name of a question; a call that is not in this table fails the test that made it. */
  private static String question(List<String> argv) {
    String call = String.join(" ", argv);
    for (String act : List.of("add", "commit", "reset", "tag")) {
      if (argv.contains("--literal-pathspecs") && argv.contains(act)) {
        return "act: " + act;
      }
    }
    return QUESTIONS.entrySet().stream()
        .filter(entry -> call.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("a question without a name: " + call));
  }
}

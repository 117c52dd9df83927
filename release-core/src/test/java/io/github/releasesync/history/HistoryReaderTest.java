package io.github.releasesync.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.git.Git;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.group.Groups;
import io.github.releasesync.project.group.PastReleases;
import io.github.releasesync.project.group.ReachableTag;
import io.github.releasesync.project.tree.ManifestNames;
import io.github.releasesync.project.tree.WorkingTree;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.project.workspace.WorkspaceReader;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.ScriptedHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which commits count for which group. */
class HistoryReaderTest {

  private static final String TWO = "engine=cargo:engine;tools=cargo:tools";

  @TempDir Path temp;
  private final List<String> logs = new ArrayList<>();
  private GitSandbox git;

  @BeforeEach
  void twoCrates() throws IOException {
    git = GitSandbox.init(temp.toRealPath().resolve("r"));
    git.write("Cargo.toml", "[workspace]\nmembers = [\"engine\", \"tools\"]\n");
    crate("engine", "1.0.0");
    crate("tools", "0.5.0");
  }

  private void crate(String name, String version) {
    git.write(
        name + "/Cargo.toml",
        "[package]\nname = \"" + name + "\"\nversion = \"" + version + "\"\n");
    git.write(name + "/src/lib.rs", "");
  }

  private Map<String, CommitSummary> since(Path root, String groups) {
    ProcessRunner runner = GitSandbox.runner();
    ProcessRunner counting =
        command -> {
          if (command.argv().contains("log")) {
            logs.add(String.join(" ", command.argv()));
          }
          return runner.run(command);
        };
    GitRepository repository = (GitRepository) new Git(counting).open(root);
    Workspace workspace =
        new WorkspaceReader().read(WorkingTree.of(root, repository.files(root, ManifestNames.ALL)));
    List<Group> all = Groups.of(workspace, PastReleases.none(), GroupSpec.parse(groups));
    List<ReachableTag> tags =
        repository.tagsReachableFromHead().stream()
            .map(tag -> ReachableTag.of(tag.name(), tag.commit(), true, repository.isAtHead(tag)))
            .toList();
    Map<String, CommitSummary> byName = new HashMap<>();
    new HistoryReader(repository, root)
        .since(workspace, GroupTags.of(workspace, all, tags, PastReleases.none()))
        .forEach((group, changes) -> byName.put(group.name(), changes));
    return byName;
  }

  private List<String> counted(String group) {
    return since(git.directory(), TWO).get(group).deciding().stream()
        .map(CountedCommit::title)
        .toList();
  }

  private void play(String... lines) {
    ScriptedHistory.play(git, "commit all\ntag v1.0.0\n" + String.join("\n", lines));
  }

  private void playWithBothTags(String... lines) {
    ScriptedHistory.play(
        git, "commit all\ntag engine-v1.0.0\ntag tools-v0.5.0\n" + String.join("\n", lines));
  }

  @Test
  void aCommitCountsForThePackagesWhoseFolderItTouches() {
    playWithBothTags(
        "commit fix: one",
        "  + engine/src/lib.rs",
        "commit fix: both",
        "  + engine/x",
        "  + tools/x");
    assertThat(counted("engine")).containsExactly("fix: both", "fix: one");
    assertThat(counted("tools")).containsExactly("fix: both");
  }

  @Test
  void aChangeOfSharedFilesThatIsAboutNoPackageCountsForNone() {
    git.write("Cargo.lock", "version = 4\n");
    playWithBothTags("commit fix: one", "  + Cargo.toml", "commit fix: two", "  + Cargo.lock");
    assertThat(counted("engine")).isEmpty();
    assertThat(counted("tools")).isEmpty();
  }

  @Test
  void whatBelongsToNoPackageCountsForNone() {
    playWithBothTags("commit fix: one", "  + docs/guide.md", "  + README.md");
    assertThat(counted("engine")).isEmpty();
    assertThat(since(git.directory(), TWO).get("tools").elsewhere()).isEqualTo(1);
  }

  @Test
  void aCommitWithoutFilesCountsForAllButAMergeWithoutDoesNot() {
    playWithBothTags(
        "branch side",
        "commit docs: side",
        "  + side",
        "checkout main",
        "commit docs: same",
        "  + side",
        "merge side fix: nothing new",
        "commit feat!: declared");
    assertThat(counted("engine")).containsExactly("feat!: declared");
    assertThat(since(git.directory(), TWO).get("tools").total()).isEqualTo(1);
  }

  @Test
  void aMergeOfItsOwnTitleCountsForWhatItBrings() {
    playWithBothTags(
        "branch side",
        "commit wip",
        "  + tools/new",
        "checkout main",
        "commit docs: meanwhile",
        "  + README.md",
        "merge side feat: new tool (#4)");
    assertThat(counted("tools")).containsExactly("feat: new tool (#4)");
    assertThat(counted("engine")).isEmpty();
  }

  @Test
  void whereThereIsOneGroupAllCommitsCount() {
    play("commit fix: one", "  + docs/guide.md");
    Map<String, CommitSummary> changes = since(git.directory(), "engine=cargo:engine,cargo:tools");
    assertThat(changes.get("engine").total()).isEqualTo(1);
    assertThat(logs).singleElement().asString().doesNotContain("--name-only");
  }

  @Test
  void aRootBelowTheTopCountsOnlyWhatTouchesIt() {
    git.delete("Cargo.toml");
    play("commit fix: one", "  + engine/x", "commit fix: two", "  + tools/x", "commit fix: none");
    CommitSummary changes = since(git.path("engine"), "engine=cargo:engine").get("engine");
    assertThat(changes.deciding()).extracting(CountedCommit::title).containsExactly("fix: one");
  }

  @Test
  void gitIsAskedOncePerLastRelease() {
    playWithBothTags("commit fix: one");
    assertThat(since(git.directory(), TWO)).containsOnlyKeys("engine", "tools");
    assertThat(logs).hasSize(1);
    ScriptedHistory.play(git, "tag tools-v0.5.1");
    since(git.directory(), TWO);
    assertThat(logs).hasSize(3);
  }

  @Test
  void aGroupWithoutAReleaseIsNotRead() {
    ScriptedHistory.play(git, "commit all\ntag engine-v1.0.0");
    assertThat(since(git.directory(), TWO)).containsOnlyKeys("engine");
  }

  @Test
  void aFixOfAnOlderLineThatWasMergedIsNewToThisOne() {
    ScriptedHistory.play(
        git,
        """
        commit all
        tag v0.9.0
        branch hotfix
        commit fix: it
        checkout main
        commit feat: more
        tag v1.0.0
        checkout hotfix
        commit docs: it
        tag v0.9.1
        checkout main
        merge hotfix Merge branch 'hotfix'
        """);
    CommitSummary changes = since(git.directory(), "engine=cargo:engine,cargo:tools").get("engine");
    assertThat(changes.deciding()).extracting(CountedCommit::title).containsExactly("fix: it");
  }
}

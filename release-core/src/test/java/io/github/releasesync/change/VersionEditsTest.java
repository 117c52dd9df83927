package io.github.releasesync.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.facts.SnapshotReader;
import io.github.releasesync.git.Git;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.group.Groups;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.tree.EditedTree;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionEditsTest {

  private static final Settings SETTINGS =
      Settings.ofGroups(GroupSpec.parse("engine=cargo:engine,pypi:engine"));

  @TempDir Path temp;
  private FileTree tree;
  private Snapshot snapshot;
  private List<Group> groups;

  @BeforeEach
  void repository() {
    GitSandbox git = GitSandbox.init(temp.resolve("repository"));
    git.write("Cargo.toml", "[package]\nname = \"engine\"\nversion = \"1.2.0\"\n");
    git.write("pyproject.toml", "[project]\nname = \"engine\"\nversion = \"1.1.0\" # old\n");
    git.commit("now");
    SnapshotReader reader = new SnapshotReader(new Git(GitSandbox.runner()), git.directory());
    tree = reader.tree();
    snapshot = reader.readWithCopies(tree, SETTINGS);
    groups = Groups.of(snapshot.workspace(), snapshot.past(), SETTINGS.groups());
  }

  @Test
  void theTreeAfterwardsIsNotWritten() {
    EditedTree edited =
        VersionEdits.of(tree, snapshot, groups, TargetVersions.toFollow(groups.get(0), List.of()));

    assertThat(edited.edited()).containsOnlyKeys("pyproject.toml");
    assertThat(edited.read("pyproject.toml").content()).contains("version = \"1.2.0\" # old\n");
    assertThat(tree.read("pyproject.toml").content()).contains("version = \"1.1.0\" # old\n");
  }

  @Test
  void whatDoesNotReadAsItShouldIsNotTaken() {
    FileTree forgetful = new Forgetful(tree);

    assertThatThrownBy(
            () ->
                VersionEdits.of(
                    forgetful, snapshot, groups, TargetVersions.toFollow(groups.get(0), List.of())))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Code.EDIT_NOT_KEPT));
  }

  /** A tree that lost a manifest since it was looked at. */
  private record Forgetful(FileTree tree) implements FileTree {

    @Override
    public List<String> manifests() {
      return List.of("Cargo.toml");
    }

    @Override
    public boolean exists(String path) {
      return tree.exists(path);
    }

    @Override
    public SourceText read(String path) {
      return tree.read(path);
    }
  }
}

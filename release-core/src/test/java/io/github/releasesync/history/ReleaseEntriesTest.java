package io.github.releasesync.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.changelog.ChangelogEntry;
import io.github.releasesync.changelog.CommitKinds;
import io.github.releasesync.facts.Unreleased;
import io.github.releasesync.facts.UnreleasedReader;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a changelog is told of commits that take others back. */
class ReleaseEntriesTest {

  @TempDir Path temp;

  @Test
  void aRevertIsOnlyToldWhereItTakesBackWhatWasReleased() {
    GitSandbox git = GitSandbox.init(temp.resolve("r"));
    git.write("Cargo.toml", "[package]\nname = \"engine\"\nversion = \"1.0.0\"\n");
    git.write("src/lib.rs", "").commit("feat: old");
    String released = git.head();
    git.annotatedTag("v1.0.0").commit("feat: one").commit("feat: two");
    String two = git.head();
    git.commit("feat: three").commit("revert: feat: one");
    git.commit("fix: back to old\n\nThis reverts commit " + two + ".");
    git.commit("revert: feat: old").commit("revert!: feat: three");
    assertThat(told(git, released))
        .containsExactly("Changed feat: three", "Reverted feat: old", "Fixed back to old");
  }

  private static List<String> told(GitSandbox git, String released) {
    Unreleased unreleased = new UnreleasedReader(git.open(), git.directory()).read(Settings.none());
    Group group = unreleased.groups().get(0).group();
    CommitKinds kinds = CommitKinds.DEFAULT.with(Map.of("revert", "Reverted"));
    List<ChangelogEntry> entries =
        new ReleaseEntries(git.open(), git.directory(), kinds)
            .since(unreleased.workspace(), List.of(group), group, released);
    return entries.stream().map(entry -> entry.section() + " " + entry.text()).toList();
  }
}

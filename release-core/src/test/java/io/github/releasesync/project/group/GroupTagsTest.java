package io.github.releasesync.project.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.facts.SnapshotReader;
import io.github.releasesync.git.Git;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.version.ReleaseVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By which tags groups were released, and how many commits are read to know. */
class GroupTagsTest {

  @TempDir Path temp;
  private final List<String> treesRead = new ArrayList<>();
  private GitSandbox git;

  @BeforeEach
  void aCrate() {
    git = GitSandbox.init(temp.resolve("r"));
    crate("engine", "1.0.0");
    git.commit("one");
  }

  @Test
  void withoutATagTheFirstReleaseIsNamedAsUsual() {
    assertThat(formats()).containsExactly("engine v{version}");
    crate("tools", "3.0.0");
    assertThat(formats()).containsExactly("engine {group}-v{version}", "tools {group}-v{version}");
  }

  @Test
  void releasesAreNamedAsTheNewestTagIs() {
    git.tag("v1.0.0");
    crate("engine", "1.1.0");
    git.commit("two").tag("1.1.0").commit("on");
    GroupTags tags = tags().get(0);
    assertThat(tags.format()).hasToString("{version}");
    assertThat(tags.releases()).extracting(r -> r.tag().name()).containsExactly("1.1.0");
    assertThat(tags.nameOf(ReleaseVersion.of(1, 2, 0))).isEqualTo("1.2.0");
  }

  @Test
  void whatIsAtHeadItselfDoesNotSayHowTagsAreNamed() {
    git.tag("v1.0.0");
    crate("engine", "1.1.0");
    git.commit("two").tag("1.1.0");
    assertThat(formats()).containsExactly("engine v{version}");
  }

  @Test
  void aTagIsOfTheGroupThatItNames() {
    crate("tools", "3.0.0");
    git.commit("two").tag("tools-v3.0.0").tag("engine@1.0.0").commit("on");
    assertThat(formats()).containsExactly("engine engine@{version}", "tools tools-v{version}");
  }

  @Test
  void aTagOfAnotherPrefixIsOfTheGroupThatHadItsVersion() {
    crate("tools", "3.0.0");
    git.commit("two").tag("rs-1.0.0").commit("three").tag("cli-3.0.0").commit("on");
    crate("engine", "1.1.0");
    crate("tools", "3.1.0");
    assertThat(formats()).containsExactly("engine rs-{version}", "tools cli-{version}");
    assertThat(treesRead).hasSize(2);
  }

  @Test
  void aTagOfSomethingElseIsOfNoGroup() {
    git.tag("v1.0.0").commit("on").tag("node-v7.0.0").commit("on").tag("node-v7.1.0").commit("on");
    assertThat(formats()).containsExactly("engine v{version}");
  }

  @Test
  void whereVersionsAreWrittenWhilePublishingPlainTagsAreOfTheOnlyGroup() {
    git.tag("v4.0.0").commit("on").tag("v4.1.0").commit("on");
    assertThat(tags().get(0).releases())
        .extracting(r -> r.version().toString())
        .containsExactly("4.1.0", "4.0.0");
  }

  @Test
  void ofSeveralTagsForOneReleaseThePlainOneCounts() {
    git.tag("v1.0.0").annotatedTag("bindings/go/v1.0.0").commit("on");
    assertThat(formats()).containsExactly("engine v{version}");
  }

  @Test
  void whereNothingTellsWhoseTheyArePlainTagsAreOfTheLargestGroup() {
    crate("engine-core", "1.0.0");
    crate("a-tool", "0.3.0");
    git.commit("two").tag("v4.0.0").commit("on");
    assertThat(formats()).containsExactly("engine v{version}", "a-tool {group}-v{version}");
  }

  @Test
  void aConfiguredFormatCounts() {
    git.tag("v1.0.0").tag("release1.0.0-x").commit("on");
    Settings settings =
        Settings.ofGroups(
            List.of(GroupSpec.of("e", "cargo:engine", List.of(), null, "release{version}-x")));
    GroupTags tags = tags(settings).get(0);
    assertThat(tags.releases()).extracting(r -> r.tag().name()).containsExactly("release1.0.0-x");
  }

  @Test
  void oneCommitIsReadWhereAllTagsAreAlike() {
    for (int i = 1; i < 12; i++) {
      crate("engine", "1." + i + ".0");
      git.commit("release").tag("v1." + i + ".0");
    }
    git.commit("on");
    formats();
    assertThat(treesRead).hasSize(1);
  }

  @Test
  void noMoreThanEightCommitsAreReadHoweverTagsAreNamed() {
    for (int i = 1; i < 20; i++) {
      git.commit("release").tag("line" + i + "-1.0.0");
    }
    git.commit("on");
    formats();
    assertThat(treesRead).hasSize(8);
  }

  @Test
  void cratesReleasedOneByOneAreNotReadOneByOne() {
    for (int i = 1; i < 7; i++) {
      crate("part" + i, "0." + i + ".0");
      git.commit("release").tag("part" + i + "-v0." + i + ".0");
    }
    git.commit("on");
    formats();
    assertThat(treesRead).hasSize(1);
  }

  private List<String> formats() {
    return tags().stream().map(t -> t.group().name() + " " + t.format()).toList();
  }

  private List<GroupTags> tags() {
    return tags(Settings.none());
  }

  private List<GroupTags> tags(Settings settings) {
    ProcessRunner runner = GitSandbox.runner();
    SnapshotReader reader =
        new SnapshotReader(
            new Git(
                command -> {
                  if (command.argv().contains("ls-tree")) {
                    treesRead.add(command.toString());
                  }
                  return runner.run(command);
                }),
            realRoot());
    Snapshot snapshot = reader.read(reader.tree(), settings);
    return GroupTags.of(
        snapshot.workspace(),
        Groups.of(snapshot.workspace(), snapshot.past(), settings.groups()),
        snapshot.tags(),
        snapshot.past());
  }

  private Path realRoot() {
    return git.open().workTree();
  }

  private void crate(String name, String version) {
    git.write(
        name + "/Cargo.toml",
        "[package]\nname = \"" + name + "\"\nversion = \"" + version + "\"\n");
  }
}

package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.facts.SnapshotReader;
import io.github.releasesync.facts.UnreleasedReader;
import io.github.releasesync.git.Git;
import io.github.releasesync.next.NextRelease;
import io.github.releasesync.next.NextReleases;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.group.Groups;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.version.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeparateFollowerReleaseTest {

  private static final String TOOLS = "pypi:engine-tools";
  private static final String LOG =
      "# Changelog\n\n## [Unreleased]\n\n## [1.1.0] - 2026-01-01\n\n### Added\n- all\n";

  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());

  @TempDir Path temp;
  private GitSandbox git;

  @BeforeEach
  void aCrateAndItsToolsAtOneRelease() {
    git = GitSandbox.init(temp.resolve("engine")).withUser();
    git.write(
        "Cargo.toml",
        "[package]\nname = \"engine\"\nversion = \"1.1.0\"\ndescription = \"d\"\nlicense = \"MIT\"\n");
    git.write("CHANGELOG.md", LOG);
    git.write(
        "tools/pyproject.toml",
        "[build-system]\nrequires = [\"hatchling\"]\nbuild-backend = \"hatchling.build\"\n\n"
            + "[project]\nname = \"engine-tools\"\nversion = \"1.1.0\"\n");
    git.write("tools/CHANGELOG.md", LOG);
    git.commit("chore: release").annotatedTag("v1.1.0");
    git.write("tools/main.py", "").commit("fix: tools find their files");
    git.write("src/lib.rs", "").commit("fix: engine keeps its order");
  }

  @Test
  void theFollowerAloneGetsItsOwnVersionChangelogAndTag() {
    PrepareResult result = alone("patch");

    assertThat(PrepareCall.text(result))
        .startsWith("engine-tools  1.1.0 -> 1.1.1  (patch)\n")
        .endsWith(
            "Prepared engine-tools 1.1.1. To undo it: mvn release-sync:rollback. To push it: git"
                + " remote add origin URL, then git push --atomic origin main engine-tools-v1.1.1\n");
    assertThat(changed()).containsExactly("tools/CHANGELOG.md", "tools/pyproject.toml");
    assertThat(git.git("show", "HEAD:tools/CHANGELOG.md"))
        .contains("## [1.1.1] - 2026-03-04\n\n### Fixed\n- tools find their files\n\n## [1.1.0]");
    assertThat(git.git("cat-file", "-t", "engine-tools-v1.1.1").strip()).isEqualTo("tag");
    assertThat(errors()).isEmpty();
  }

  @Test
  void theGroupGoesOnByItselfAndTellsWhatIsItsOwn() {
    alone("patch");

    assertThat(PrepareCall.text(group("patch"))).contains("tag      v1.1.1\n");

    assertThat(changed()).containsExactly("CHANGELOG.md", "Cargo.toml");
    assertThat(git.git("show", "HEAD:CHANGELOG.md"))
        .contains("### Fixed\n- engine keeps its order\n\n## [1.1.0]");
    assertThat(errors()).isEmpty();
  }

  @Test
  void eachGoesOnFromItsOwnLastRelease() {
    alone("patch");
    group("patch");
    git.write("tools/main.py", "x").commit("fix: tools are quick");

    assertThat(PrepareCall.text(alone("patch"))).contains("tag      engine-tools-v1.1.2\n");

    assertThat(git.git("show", "HEAD:tools/CHANGELOG.md"))
        .contains("### Fixed\n- tools are quick\n\n## [1.1.1]");
  }

  @Test
  void aNewMinorBringsOutBothAndCountsForBoth() {
    alone("patch");
    git.write("src/lib.rs", "x").commit("feat: engine does more");
    git.write("tools/main.py", "x").commit("fix: tools are quick");
    group("minor");
    assertThat(changed())
        .containsExactly(
            "CHANGELOG.md", "Cargo.toml", "tools/CHANGELOG.md", "tools/pyproject.toml");
    assertThat(git.git("tag", "--points-at", "HEAD")).isEqualTo("v1.2.0");
    git.write("tools/main.py", "y").commit("fix: tools are quicker");

    assertThat(PrepareCall.text(alone("patch"))).contains("tag      engine-tools-v1.2.1\n");

    assertThat(git.git("show", "HEAD:tools/CHANGELOG.md"))
        .contains("### Fixed\n- tools are quicker\n\n## [1.2.0]");
  }

  @Test
  void whatItReleasedItselfIsNotReleasedAgain() {
    alone("patch");
    git.git("reset", "--quiet", "--hard", "HEAD^");

    assertThat(PrepareCall.text(alone("patch"))).contains("engine-tools  1.1.0 -> 1.1.2  (patch)");
  }

  @Test
  void aProtectedBranchIsTaggedWithTheFollowersTag() {
    git.write("tools/pyproject.toml", "[project]\nname = \"engine-tools\"\nversion = \"1.1.1\"\n");
    git.commit("align: release 1.1.1 (#8)");

    releaser.tag(ofTools().in(git));

    assertThat(git.git("tag", "--points-at", "HEAD")).isEqualTo("engine-tools-v1.1.1");
  }

  /** Without the package, the command would tag the group. */
  @Test
  void theCommandThatTagsTheMergedCommitNamesThePackage() {
    PrepareResult result = releaser.prepare(ofTools().level("patch").untagged().in(git));

    assertThat(PrepareCall.text(result))
        .endsWith("when it is merged: mvn release-sync:tag -Drelease-sync.package=" + TOOLS + "\n");
  }

  @Test
  void onlyItsOwnWorkOnTopOfItsReleaseIsWarnedOf() {
    releaser.prepare(ofTools().level("patch").untagged().in(git));
    git.write("src/lib.rs", "x").commit("feat: engine reads more");
    assertThat(PrepareCall.text(releaser.tag(ofTools().dry().in(git)))).doesNotContain("holds");
    git.write("tools/main.py", "x").commit("feat: tools find more");

    assertThat(PrepareCall.text(releaser.tag(ofTools().dry().in(git))))
        .startsWith("engine-tools-v1.1.1 contains 1 commit that its changelog may not list")
        .contains("feat: tools find more");
  }

  @Test
  void whatIsCheckedOutAtItsTagIsItsReleaseOnly() {
    assertThat(atHead()).isEmpty();
    alone("patch");
    assertThat(atHead().orElseThrow().members()).extracting(Package::id).containsExactly(TOOLS);
    group("patch");
    assertThat(atHead()).isEmpty();
  }

  @Test
  void aNewMinorLiftsTheCratesThatDependOnIt() {
    git.write("Cargo.toml", "[workspace]\nmembers = [\"engine\", \"cli\"]\n");
    git.write("engine/Cargo.toml", crate("engine", "1.1.0"));
    git.write(
        "cli/Cargo.toml",
        crate("engine-cli", "0.4.2")
            + "[dependencies]\nengine = { path = \"../engine\", version = \"1.1.0\" }\n");
    git.commit("chore: a workspace");
    GroupSpec cli = GroupSpec.of("cli", "cargo:engine-cli", List.of(), null, null);
    Settings both = Settings.ofGroups(List.of(settings().groups().get(0), cli));

    PrepareResult result =
        releaser.prepare(
            new PrepareCall(both)
                .level("minor")
                .group("engine")
                .options(new BumpOptions(Optional.empty(), true))
                .in(git));

    assertThat(PrepareCall.text(result))
        .contains("engine  1.1.0 -> 1.2.0  (minor)")
        .contains("cli  0.4.2 -> 0.5.0  (depends on a bumped package)");
    assertThat(git.git("show", "HEAD:cli/Cargo.toml"))
        .contains("version = \"0.5.0\"")
        .contains("version = \"1.2.0\"");
    assertThat(git.git("tag", "--points-at", "HEAD")).isEqualTo("v1.2.0");
  }

  @Test
  void theCommitsTellWhatEachIsWorth() {
    NextReleases next = next();

    assertThat(next.releases())
        .extracting(r -> r.group().lead().id() + " " + r.next().orElseThrow())
        .containsExactly("cargo:engine 1.1.1", TOOLS + " 1.1.1");
    assertThat(next.releases())
        .extracting(NextRelease::of)
        .containsExactly(Optional.empty(), Optional.of("engine"));
    alone("auto");
    assertThat(git.git("tag", "--points-at", "HEAD")).isEqualTo("engine-tools-v1.1.1");
    assertThat(next().releases()).extracting(r -> r.group().name()).containsExactly("engine");
    group("auto");
    assertThat(git.git("tag", "--points-at", "HEAD")).isEqualTo("v1.1.1");
    assertThat(next().releases())
        .extracting(NextRelease::verdict)
        .containsExactly(NextRelease.Verdict.NOTHING);
  }

  @Test
  void aFeatureOfAFollowerIsAMinorOfItsGroup() {
    git.write("tools/main.py", "x").commit("feat: tools do more");

    assertThat(next().releases())
        .extracting(r -> r.group().lead().id() + " " + r.next().orElseThrow())
        .containsExactly("cargo:engine 1.2.0");
    assertThatThrownBy(() -> alone("auto"))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(Code.LEVEL_REFUSED);
              assertThat(e.problem().message()).contains("none of engine-tools by itself");
            });
  }

  private NextReleases next() {
    return NextReleases.of(
        new UnreleasedReader(new Git(GitSandbox.runner()).open(git.directory()), git.directory())
            .read(settings()),
        Level.Word.AUTO);
  }

  private static String crate(String name, String version) {
    return "[package]\nname = \"%s\"\nversion = \"%s\"\ndescription = \"d\"\nlicense = \"MIT\"\n"
        .formatted(name, version);
  }

  private Optional<Group> atHead() {
    SnapshotReader reader = new SnapshotReader(new Git(GitSandbox.runner()), git.directory());
    Snapshot snapshot = reader.read(reader.tree(), settings());
    return snapshot.followerAtHead(
        Groups.of(snapshot.workspace(), snapshot.past(), settings().groups()));
  }

  private List<String> changed() {
    return git.git("diff", "--name-only", "HEAD^", "HEAD").lines().toList();
  }

  private List<String> errors() {
    return releaser
        .check(
            new CheckRequest(
                git.directory(),
                Optional.empty(),
                Optional.empty(),
                settings(),
                List.of(),
                FailOn.ERROR))
        .assessment()
        .findings()
        .stream()
        .map(Problem::toString)
        .toList();
  }

  private static PrepareCall ofTools() {
    return new PrepareCall(settings()).options(new BumpOptions(Optional.of(TOOLS), false));
  }

  private PrepareResult alone(String level) {
    return releaser.prepare(ofTools().level(level).in(git));
  }

  private PrepareResult group(String level) {
    return releaser.prepare(new PrepareCall(settings()).level(level).in(git));
  }

  private static Settings settings() {
    return Settings.ofGroups(
        List.of(GroupSpec.of("engine", "cargo:engine", List.of(TOOLS), "major-minor", null)));
  }
}

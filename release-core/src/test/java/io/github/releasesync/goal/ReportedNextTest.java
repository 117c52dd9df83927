package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.problem.ReleaseException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What next, bump and prepare say of repositories as users reported them. */
class ReportedNextTest {

  @TempDir Path temp;
  private ReportedRepository r;

  @BeforeEach
  void repository() {
    r = new ReportedRepository(temp.resolve("r"));
  }

  @Test
  void a19MessagesThatFollowNoConventionAreToldSo() {
    r.crate(".", "engine", "1.0.0").commit("first").tag("v1.0.0");
    r.commit("Speed up the parser (#12)").commit("JIRA-7 Better errors");
    assertThat(r.printed("auto"))
        .contains("none of 2 commits since v1.0.0 follows Conventional Commits")
        .contains("-Drelease-sync.level=patch")
        .doesNotContain("nothing for users");
    assertThatThrownBy(() -> r.prepare("auto"))
        .isInstanceOf(ReleaseException.class)
        .hasMessageContaining("none of 2 commits since v1.0.0 follows Conventional Commits");
  }

  @Test
  void a19OneThatFollowsItIsEnough() {
    r.crate(".", "engine", "1.0.0").commit("first").tag("v1.0.0");
    r.commit("Speed up the parser (#12)").commit("chore: tidy");
    assertThat(r.printed("auto")).contains("2 commits since v1.0.0, nothing for users");
  }

  private void firstBesideASnapshot() {
    r.crate(".", "engine", "0.3.0").pom("java", "engine-jar", "0.3.0-SNAPSHOT");
    r.python("python", "engine-py", "0.3.0").commit("feat: first");
  }

  @Test
  void a6TheFirstReleaseBesideASnapshot() {
    firstBesideASnapshot();
    assertThat(r.proposals()).containsExactly("engine 0.3.0 v0.3.0");
    for (String level : new String[] {"release", "patch", "auto"}) {
      assertThat(r.bumped(level)).as(level).isEqualTo("0.3.0");
    }
    for (String level : new String[] {"release", "patch", "auto"}) {
      assertThat(r.prepare(level).toString()).as(level).contains("0.3.0");
    }
  }

  @Test
  void a6TheWrittenVersionIsCurrent() {
    firstBesideASnapshot();
    assertThat(r.bumped("current")).isEqualTo("0.3.0");
  }

  @Test
  void a6DevelopmentFormsOfEachEcosystem() {
    r.crate(".", "engine", "1.7.0-alpha.0").pom("java", "engine-jar", "1.7.0-SNAPSHOT");
    r.python("python", "engine-py", "1.7.0.dev0").commit("feat: first");
    assertThat(r.proposals()).containsExactly("engine 1.7.0 v1.7.0");
    assertThat(r.bumped("release")).isEqualTo("1.7.0");
    assertThat(r.bumped("patch")).isEqualTo("1.7.0");
    assertThat(r.bumped("auto")).isEqualTo("1.7.0");
  }

  @Test
  void a6APatchFinishesWhatASnapshotSaysIsOpen() {
    r.crate(".", "engine", "0.2.0").pom("java", "engine-jar", "0.2.0");
    r.commit("feat: first").tag("v0.2.0");
    r.crate(".", "engine", "0.3.0").pom("java", "engine-jar", "0.3.0-SNAPSHOT");
    r.commit("feat: more");
    assertThat(r.bumped("patch")).isEqualTo("0.3.0");
    assertThat(r.bumped("auto")).isEqualTo("0.3.0");
    assertThat(r.bumped("minor")).isEqualTo("0.3.0");
  }

  @Test
  void c5TheFirstReleaseBesideASnapshotWithEachLead() {
    r.python(".", "engine", "2.0.0").reactor("java", "engine-parent", "2.0.0-SNAPSHOT", "core");
    r.commit("feat: first");
    assertThat(r.proposals()).singleElement().asString().contains(" 2.0.0 v2.0.0");
    assertThat(r.bumped("release")).isEqualTo("2.0.0");
    assertThat(r.bumped("patch")).isEqualTo("2.0.0");
  }

  @Test
  void a30TheFamilyOfTagsThatHeadCannotReach() {
    r.crate(".", "engine", "0.4.0").commit("feat: first");
    r.git().git("checkout", "-q", "-b", "rel");
    r.commit("chore: out").tag("release-0.4.0");
    r.git().git("checkout", "-q", "main");
    r.commit("fix: more");
    assertThat(r.proposals()).containsExactly("engine 0.4.1 release-0.4.1");
  }

  @Test
  void a15ABumpWithoutAGroupRaisesNoDemo() {
    r.pom(".", "engine", "1.1.0-SNAPSHOT").crate("example/src/main/rust/demo", "demo", "0.1.0");
    r.commit("feat: first");
    assertThatThrownBy(() -> r.bump("patch"))
        .isInstanceOf(ReleaseException.class)
        .hasMessageContaining("which of 2 groups");
    r.pom(".", "engine", "1.0.0").commit("chore: 1.0.0").tag("v1.0.0");
    r.pom(".", "engine", "1.1.0-SNAPSHOT").commit("fix: y");
    assertThat(r.bumped("patch")).isEqualTo("1.1.0");
  }

  @Test
  void a15AReactorWithoutCrates() {
    r.reactor(".", "engine", "1.1.0-SNAPSHOT", "core").commit("feat: first").tag("v1.0.0");
    r.commit("fix: y");
    assertThat(r.printed("auto")).contains("Run mvn release-sync:prepare");
    assertThat(r.bumped("patch")).isEqualTo("1.1.0");
    assertThat(r.prepare("auto").guards().failed()).isEmpty();
  }

  @Test
  void a15TheGroupThatHasReleaseTagsIsTheDefault() {
    r.crate("a", "alpha", "1.0.0").crate("b", "beta", "0.3.0");
    r.commit("feat: first").tag("v1.0.0");
    r.commit("fix: y");
    assertThat(r.bumped("patch")).isEqualTo("1.0.1");
  }

  @Test
  void a29ANumberThatIsLeftOutHasAReason() {
    r.crate(".", "engine", "7.0.0").commit("feat: first").tag("v7.0.0");
    r.git().git("checkout", "-q", "-b", "release/7.1");
    r.crate(".", "engine", "7.1.0").commit("chore: 7.1.0").tag("v7.1.0");
    r.git().git("checkout", "-q", "main");
    r.commit("feat: more");
    assertThat(r.printed("auto"))
        .contains("7.0.0 -> 7.2.0")
        .contains("because 1 feature since v7.0.0; 7.1.0 is tagged already");
  }

  @Test
  void c26ALowerBoundThatAdmitsTheNextVersionStays() {
    r.python("core", "engine-core", "1.1.0");
    r.write(
        "app/pyproject.toml",
        "[project]\nname = \"engine-app\"\nversion = \"1.1.0\"\ndependencies = [\"engine-core>=1.0, <2\"]\n");
    r.commit("feat: first").tag("v1.1.0");
    assertThat(r.bump("minor").files())
        .filteredOn(f -> f.path().equals("app/pyproject.toml"))
        .singleElement()
        .satisfies(f -> assertThat(f.after().content()).contains("engine-core>=1.0, <2"));
  }
}

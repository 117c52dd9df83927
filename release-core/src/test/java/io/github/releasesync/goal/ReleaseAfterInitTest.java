package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.check.Verdict;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.WrittenPom;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Teams without Maven: the POM that init makes for them is in no release of theirs. */
class ReleaseAfterInitTest {

  private static final String CRATE =
      "[package]\nname = \"engine\"\nversion = \"%s\"\ndescription = \"d\"\nlicense = \"MIT\"\n";
  private static final String LOCK =
      "version = 4\n\n[[package]]\nname = \"engine\"\nversion = \"%s\"\n";
  private static final String PROJECT =
      """
      [build-system]
      requires = ["hatchling"]
      build-backend = "hatchling.build"

      [project]
      name = "engine"
      version = "1.1.0"
      """;

  @TempDir Path temp;
  private ReleaseSync releaser;
  private GitSandbox git;

  @BeforeEach
  void repository() {
    releaser = new ReleaseSync(GitSandbox.runner());
    git = GitSandbox.init(temp.resolve("engine")).withUser();
  }

  @Test
  void ofACrateAlone() throws Exception {
    git.write("Cargo.toml", CRATE.formatted("1.1.0")).write("Cargo.lock", LOCK.formatted("1.1.0"));

    released("cargo:engine");
    assertThat(changed()).containsExactly("Cargo.lock", "Cargo.toml");
  }

  @Test
  void ofAPythonProjectAlone() throws Exception {
    git.write("pyproject.toml", PROJECT);

    released("pypi:engine");
    assertThat(changed()).containsExactly("pyproject.toml");
  }

  @Test
  void ofACrateAndAPythonProject() throws Exception {
    git.write("Cargo.toml", CRATE.formatted("1.1.0")).write("Cargo.lock", LOCK.formatted("1.1.0"));
    git.write("pyproject.toml", PROJECT);

    released("cargo:engine", "pypi:engine");
    assertThat(changed()).containsExactly("Cargo.lock", "Cargo.toml", "pyproject.toml");
  }

  /** Releases 1.1.0 by hand, then runs init and what comes after it. */
  private void released(String... members) throws Exception {
    git.commit("chore: release").annotatedTag("v1.1.0");
    releaser.init(new InitRequest(change(Settings.none()), "0.1.0"));
    git.commit("build: release-sync");
    git.write("src/lib.rs", "").commit("feat: something new");
    Settings settings = WrittenPom.settings(git.directory().resolve("pom.xml"));

    var checked = releaser.check(check(settings)).assessment();
    assertThat(checked.verdict()).isEqualTo(Verdict.IN_SYNC);
    assertThat(checked.findings()).isEmpty();
    assertThat(checked.groups())
        .singleElement()
        .extracting(Group::members)
        .satisfies(found -> assertThat(found).extracting(Package::id).containsExactly(members));

    PrepareResult prepared = releaser.prepare(new PrepareCall(settings).in(git));
    assertThat(prepared.failed()).as(Printed.text(Printed.of(prepared))).isFalse();
    assertThat(git.git("describe").strip()).isEqualTo("v1.2.0");
    assertThat(releaser.check(check(settings)).assessment().findings()).isEmpty();
  }

  private List<String> changed() {
    return git.git("diff", "--name-only", "HEAD^", "HEAD").lines().toList();
  }

  private ChangeRequest change(Settings settings) {
    return new ChangeRequest(
        git.directory(), Optional.empty(), settings, Optional.empty(), false, Optional.empty());
  }

  private CheckRequest check(Settings settings) {
    return new CheckRequest(
        git.directory(),
        Optional.empty(),
        Optional.of(temp.resolve("check")),
        settings,
        List.of(),
        FailOn.ERROR);
  }
}

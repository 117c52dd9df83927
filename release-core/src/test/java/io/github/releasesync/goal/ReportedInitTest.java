package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.check.Assessment;
import io.github.releasesync.check.Verdict;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.WrittenPom;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users reported of init: each test is the smallest repository that shows it. */
class ReportedInitTest {

  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());

  @TempDir Path temp;
  private GitSandbox git;

  @BeforeEach
  void repository() {
    git = GitSandbox.init(temp.resolve("r")).withUser();
    git.write(".gitignore", "target/\n");
  }

  private void crate(String folder, String name, String version, String more) {
    git.write(
        folder + "/Cargo.toml",
        "[package]\nname = \"%s\"\nversion = \"%s\"\nedition = \"2021\"\ndescription = \"d\"\nlicense = \"MIT\"\n%s"
            .formatted(name, version, more));
    git.write(folder + "/src/lib.rs", "");
  }

  private void pom(String folder, String artifact, String version, String more) {
    git.write(
        folder + "/pom.xml",
        "<project>\n<modelVersion>4.0.0</modelVersion>\n<groupId>org.example</groupId>\n<artifactId>%s</artifactId>\n<version>%s</version>\n%s</project>\n"
            .formatted(artifact, version, more));
  }

  private void module(String folder, String artifact, String version) {
    git.write(
        folder + "/pom.xml",
        "<project>\n<modelVersion>4.0.0</modelVersion>\n<parent>\n<groupId>org.example</groupId>\n<artifactId>engine-parent</artifactId>\n<version>%s</version>\n</parent>\n<artifactId>%s</artifactId>\n</project>\n"
            .formatted(version, artifact));
  }

  private String init() {
    return Printed.text(Printed.of(run(Settings.none())));
  }

  private InitResult run(Settings settings) {
    ChangeRequest change =
        new ChangeRequest(
            git.directory(), Optional.empty(), settings, Optional.empty(), false, Optional.empty());
    return releaser.init(new InitRequest(change, "0.1.0"));
  }

  private String pom() throws Exception {
    return Files.readString(git.directory().resolve("pom.xml"));
  }

  private Settings written() throws Exception {
    return WrittenPom.settings(git.directory().resolve("pom.xml"));
  }

  private CheckResult check(Settings settings) {
    return releaser.check(
        new CheckRequest(
            git.directory(),
            Optional.empty(),
            Optional.of(temp.resolve("check")),
            settings,
            List.of(),
            FailOn.ERROR));
  }

  private static List<String> loud(Assessment assessment) {
    return assessment.findings().stream()
        .filter(f -> f.severity() != Severity.INFO)
        .map(ReportedInitTest::shown)
        .toList();
  }

  private static String shown(Problem finding) {
    return finding.code().id() + " " + finding.place() + " " + finding.message();
  }

  /** A8: what init names on its own is no statement of the team. */
  @Test
  void a8WhatInitNamesIsNotMeantToBePublished() throws Exception {
    crate(".", "engine", "1.0.0", "");
    crate(
        "jni",
        "engine-jni",
        "1.0.0",
        "\n[lib]\ncrate-type = [\"cdylib\"]\n\n[dependencies]\nengine = { path = \"..\" }\n\n[workspace]\n");
    pom("java", "engine-java", "1.0.0", "");
    git.commit("feat: all").annotatedTag("v1.0.0");
    Assessment before = check(Settings.none()).assessment();
    assertThat(before.verdict()).isEqualTo(Verdict.IN_SYNC);

    init();
    Assessment after = check(written()).assessment();
    assertThat(loud(after)).isEqualTo(loud(before));
    assertThat(after.verdict()).isEqualTo(Verdict.IN_SYNC);
    assertThat(after.groups())
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.inferred()).isTrue();
              assertThat(group.evidence()).isEqualTo(before.groups().get(0).evidence());
              assertThat(group.members()).extracting(Package::id).contains("cargo:engine-jni");
            });
  }

  /** A8: the same rules hold afterwards, also of what is forgotten after init. */
  @Test
  void a8WhatIsForgottenAfterInitIsJudgedAsBefore() throws Exception {
    crate(".", "engine", "1.0.0", "");
    pom("java", "engine-java", "1.0.0", "");
    git.commit("feat: all").annotatedTag("v1.0.0");
    init();
    git.commit("build: release-sync");
    pom("java", "engine-java", "1.1.0", "");
    git.commit("feat: the crate is forgotten");

    Assessment without = check(Settings.none()).assessment();
    Assessment with = check(written()).assessment();
    assertThat(loud(with)).isEqualTo(loud(without));
    assertThat(loud(with)).singleElement().asString().startsWith("RS102 Cargo.toml:3:12");
  }

  /** A22: coordinates that stand twice take nothing else out of the group, and the parent leads. */
  @Test
  void a22TheParentLeadsAndNothingIsLost() throws Exception {
    pom(
        ".",
        "engine-parent",
        "1.0.0",
        "<packaging>pom</packaging>\n<modules><module>core</module><module>shim-a</module><module>shim-b</module></modules>\n");
    module("core", "engine-core", "1.0.0");
    module("shim-a", "engine-shim", "1.0.0");
    module("shim-b", "engine-shim", "1.0.0");
    git.commit("feat: all").annotatedTag("v1.0.0");

    assertThat(init()).doesNotContain("left out");
    assertThat(pom()).contains("<lead>maven:org.example:engine-parent</lead>");
    assertThat(check(written()).assessment().groups())
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.name()).isEqualTo("org.example:engine-parent");
              assertThat(group.members()).hasSize(4);
            });
  }

  /** A22: a lead whose coordinates stand twice gives its place to one that a POM can name. */
  @Test
  void a22AnotherMemberLeadsWhereTheLeadHasNoNameOfItsOwn() throws Exception {
    pom("a", "engine", "1.0.0", "");
    pom("b", "engine", "1.0.0", "");
    pom("c", "engine-tools", "1.0.0", "");
    git.commit("feat: all").annotatedTag("v1.0.0");
    Assessment before = check(Settings.none()).assessment();

    assertThat(init()).doesNotContain("left out");
    assertThat(pom()).contains("<lead>maven:org.example:engine-tools</lead>");
    Assessment after = check(written()).assessment();
    assertThat(loud(after)).isEqualTo(loud(before));
    assertThat(after.groups())
        .singleElement()
        .satisfies(group -> assertThat(group.members()).hasSize(3));
  }

  /** A34: the next crate of a workspace is in the group, though no list names it. */
  @Test
  void a34TheNextCrateIsInTheGroup() throws Exception {
    List<String> crates = IntStream.range(0, 60).mapToObj(i -> "engine-" + i).toList();
    workspace(crates);
    git.commit("feat: all").annotatedTag("v1.0.0");
    init();
    assertThat(pom()).doesNotContain("<follower>");
    List<String> more = IntStream.range(0, 61).mapToObj(i -> "engine-" + i).toList();
    workspace(more);
    crate("crates/other", "other", "0.4.0", "");
    git.commit("feat: two more");

    List<Group> groups = check(written()).assessment().groups();
    assertThat(groups).hasSize(2);
    assertThat(groups.get(0).members()).hasSize(61);
    assertThat(groups.get(1).lead().id()).isEqualTo("cargo:other");
  }

  private void workspace(List<String> crates) {
    git.write(
        "Cargo.toml",
        "[workspace]\nmembers = [\"crates/*\"]\n\n[workspace.package]\nversion = \"1.0.0\"\n");
    for (String crate : crates) {
      git.write(
          "crates/" + crate + "/Cargo.toml",
          "[package]\nname = \"%s\"\nversion.workspace = true\ndescription = \"d\"\nlicense = \"MIT\"\n"
              .formatted(crate));
      git.write("crates/" + crate + "/src/lib.rs", "");
    }
  }

  /** A34: one setting of another tool is one line, whatever the number of groups. */
  @Test
  void a34OneSettingIsOneLine() throws Exception {
    git.write("Cargo.toml", "[workspace]\nmembers = [\"crates/*\"]\n");
    git.write("release.toml", "tag-prefix = \"{{crate_name}}/\"\n");
    for (int i = 0; i < 16; i++) {
      crate("crates/c" + i, "c" + i, (i + 1) + ".0.0", "");
    }
    git.commit("feat: all");

    assertThat(init())
        .containsOnlyOnce("tag-prefix")
        .contains("tag-prefix: tagFormat c0/v{version} of group c0, and so for 15 more groups");
    assertThat(pom()).contains("<tagFormat>c15/v{version}</tagFormat>");
  }

  /** D8: the POM that init wrote is in no list of check. */
  @Test
  void d8ThePomOfInitIsNoRemarkOfCheck() throws Exception {
    crate(".", "engine", "1.0.0", "");
    git.commit("feat: all").annotatedTag("v1.0.0");
    init();

    CheckResult after = check(written());
    assertThat(after.assessment().findings()).isEmpty();
    assertThat(after.assessment().groups())
        .singleElement()
        .satisfies(group -> assertThat(group.members()).hasSize(1));
    assertThat(Printed.text(Printed.of(after))).doesNotContain("in no group", "engine-build");
  }
}

package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.ReactorProject;
import io.github.releasesync.project.settings.RuleSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.publish.ExecutionListener;
import io.github.releasesync.publish.Timeouts;
import io.github.releasesync.testing.GitSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The version that a Maven build really has, beside the one that the tree states. */
class ReportedReactorTest {

  @TempDir Path temp;
  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());
  private GitSandbox git;

  @BeforeEach
  void aReactorWithACrate() {
    git = GitSandbox.init(temp.resolve("r")).withUser();
    git.write(".gitignore", "target/\n");
    crate("Cargo.toml", "engine", "2.2.0-dev.0", "publish = false\n");
    git.write("src/lib.rs", "");
    git.write(
        "pom.xml",
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>org.example</groupId>
          <artifactId>engine-parent</artifactId>
          <version>${revision}</version>
          <packaging>pom</packaging>
          <properties>
            <revision>2.2.0-SNAPSHOT</revision>
          </properties>
        </project>
        """);
    for (String module : List.of("engine", "native")) {
      git.write(
          module + "/pom.xml",
          """
          <project>
            <modelVersion>4.0.0</modelVersion>
            <parent>
              <groupId>org.example</groupId>
              <artifactId>engine-parent</artifactId>
              <version>${revision}</version>
            </parent>
            <artifactId>%s</artifactId>
          </project>
          """
              .formatted(module));
    }
    git.commit("feat: first");
  }

  private void crate(String path, String name, String version, String more) {
    git.write(
        path,
        """
        [workspace]
        [package]
        name = "%s"
        version = "%s"
        edition = "2021"
        description = "d"
        license = "MIT"
        """
                .formatted(name, version)
            + more);
  }

  private void published() {
    crate("Cargo.toml", "engine", "2.2.0-dev.0", "");
    git.commit("build: it is published");
  }

  private Settings reactor(String version) {
    return reactor(Settings.none(), version);
  }

  private Settings reactor(Settings settings, String version) {
    return settings.withReactor(
        List.of(
            new ReactorProject("org.example:engine-parent", git.directory(), version),
            new ReactorProject("org.example:engine", git.path("engine"), version),
            new ReactorProject("org.example:native", git.path("native"), version)));
  }

  private CheckResult check(Settings settings, List<RuleSpec> rules) {
    return releaser.check(
        new CheckRequest(
            git.directory(), Optional.empty(), Optional.empty(), settings, rules, FailOn.ERROR));
  }

  private List<Problem> findings(Settings settings) {
    return check(settings, List.of()).assessment().findings().stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .toList();
  }

  private Problem refusal(Runnable call) {
    ReleaseException refused = catchThrowableOfType(ReleaseException.class, call::run);
    assertThat(refused).isNotNull();
    return refused.problem();
  }

  private String read(String path) {
    try {
      return Files.readString(git.path(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PackageRequest packaging(Settings settings, Optional<String> group) {
    return new PackageRequest(
        git.directory(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        settings,
        group,
        BuildOptions.defaults());
  }

  private void build(Settings settings, Optional<String> group) {
    releaser.build(packaging(settings, group), event -> {});
  }

  private void publish(Settings settings) {
    releaser.publish(
        new PublishRequest(
            git.directory(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            settings,
            Optional.empty(),
            false,
            true,
            Optional.of("sparse+http://127.0.0.1:1/"),
            Optional.of("http://127.0.0.1:1/legacy/"),
            Optional.of("http://127.0.0.1:1/simple/"),
            Timeouts.standard()),
        ExecutionListener.NONE);
  }

  @Test
  void d2AnOverriddenRevisionIsAWarningOfCheck() {
    assertThat(findings(reactor("9.9.9")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(Code.REACTOR_VERSION);
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.place()).hasToString("pom.xml:8:15");
              assertThat(finding.message())
                  .isEqualTo(
                      "this Maven build gives version 9.9.9 to maven:org.example:engine-parent,"
                          + " maven:org.example:engine, maven:org.example:native, but the tree"
                          + " states 2.2.0-SNAPSHOT");
            });
    assertThat(findings(reactor("2.2.0-SNAPSHOT"))).isEmpty();
    assertThat(findings(Settings.none())).isEmpty();
  }

  @Test
  void d2ARuleCanMakeItAnErrorOrSwitchItOff() {
    assertThat(check(reactor("9.9.9"), RuleSpec.parse("RS116=error")).failed()).isTrue();
    assertThat(
            check(reactor("9.9.9"), RuleSpec.parse("RS116=off:the version is CI's"))
                .assessment()
                .findings())
        .noneMatch(finding -> finding.code() == Code.REACTOR_VERSION);
  }

  @Test
  void d2PackageBuildsNothingBesideAJarOfAnotherVersion() {
    Problem problem = refusal(() -> build(reactor("9.9.9"), Optional.empty()));

    assertThat(problem.code()).isEqualTo(Code.REACTOR_VERSION);
    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(git.path("target")).doesNotExist();
    build(reactor("2.2.0-SNAPSHOT"), Optional.empty());
  }

  @Test
  void d2PublishRefusesInTheSameWay() {
    published();
    Problem problem = refusal(() -> publish(reactor("9.9.9")));

    assertThat(problem.code()).isEqualTo(Code.REACTOR_VERSION);
    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(refusal(() -> publish(reactor("2.2.0-SNAPSHOT"))).code())
        .isNotEqualTo(Code.REACTOR_VERSION);
  }

  @Test
  void d2AnotherGroupIsNoReasonToRefuse() {
    crate("tools/Cargo.toml", "tools", "0.1.0", "publish = false\n");
    git.write("tools/src/lib.rs", "").commit("feat: tools");
    Settings grouped =
        reactor(
            Settings.ofGroups(
                GroupSpec.parse("engine=cargo:engine,maven:org.example:*;tools=cargo:tools")),
            "9.9.9");

    build(grouped, Optional.of("tools"));
    assertThat(refusal(() -> build(grouped, Optional.of("engine"))).code())
        .isEqualTo(Code.REACTOR_VERSION);
  }

  @Test
  void d2AVersionThatTheTreeDoesNotStateIsComparedWithItsLead() {
    git.write("pom.xml", read("pom.xml").replaceAll("(?s)  <properties>.*</properties>\n", ""))
        .commit("build: the version is given");
    Settings grouped =
        Settings.ofGroups(GroupSpec.parse("engine=cargo:engine,maven:org.example:*"));

    assertThat(findings(reactor(grouped, "9.9.9")))
        .extracting(Problem::message)
        .contains(
            "this Maven build gives version 9.9.9 to maven:org.example:engine-parent, but"
                + " cargo:engine, its lead, is 2.2.0-dev.0");
    assertThat(findings(reactor(grouped, "2.2.0-SNAPSHOT"))).isEmpty();
  }

  /** The build read the poms before they change. */
  @Test
  void d2AChangeOfTheVersionIsNoDifference() {
    published();
    ChangeRequest change =
        new ChangeRequest(
            git.directory(),
            Optional.empty(),
            reactor("2.2.0-SNAPSHOT"),
            Optional.empty(),
            false,
            Optional.empty());

    assertThat(releaser.bump(change, "release", BumpOptions.none()).left()).isEmpty();
    assertThat(read("pom.xml")).contains("<revision>2.2.0</revision>");
  }
}

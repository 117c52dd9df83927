package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.check.Verdict;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.settings.CopySpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.WrittenPom;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users reported of versions in other files than manifests. */
class ReportedCopiesTest {

  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());

  @TempDir Path temp;
  private GitSandbox git;

  @BeforeEach
  void repository() {
    git = GitSandbox.init(temp.resolve("r")).withUser();
    git.write(".gitignore", "target/\n");
  }

  private void crate(String folder, String name, String version) {
    git.write(
        folder + "/Cargo.toml",
        "[package]\nname = \"%s\"\nversion = \"%s\"\nedition = \"2021\"\ndescription = \"d\"\nlicense = \"MIT\"\n"
            .formatted(name, version));
    git.write(folder + "/src/lib.rs", "");
  }

  private void readme(String version) {
    git.write("README.md", "# engine\n\n    engine = \"" + version + "\"\n");
  }

  private void release(String version) {
    git.commit("chore: release").annotatedTag("v" + version);
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

  private List<Problem> stale() {
    return check(Settings.none()).assessment().findings().stream()
        .filter(f -> f.code() == Code.STALE_COPY)
        .toList();
  }

  private InitResult init(Settings settings) {
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

  /** D3: a README that kept 0.3.0 in the commit of v0.3.1 is found at the tag and after it. */
  @Test
  void d3WhatTheReleaseForgotIsFoundAtTheTagAndAfterIt() {
    crate(".", "engine", "0.3.0");
    readme("0.3.0");
    release("0.3.0");
    crate(".", "engine", "0.3.1");
    release("0.3.1");
    assertThat(stale()).singleElement().extracting(f -> f.place().file()).isEqualTo("README.md");

    git.write("src/lib.rs", "//\n").commit("feat: more");
    assertThat(stale())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message()).contains("this still says 0.3.0, as at v0.3.0");
              assertThat(finding.help().toString()).contains("copies");
            });
    readme("0.3.1");
    assertThat(stale()).isEmpty();
  }

  /** A25: many generated files that a bump left behind are one row. */
  @Test
  void a25ManyCopiesOfOneReleaseAreOneRow() {
    crate(".", "engine", "0.3.0");
    for (int i = 0; i < 74; i++) {
      git.write("doc/%02d/README.md".formatted(i), "    engine = \"0.3.0\"\n");
    }
    release("0.3.0");
    crate(".", "engine", "0.4.0");
    git.commit("chore: bump");

    CheckResult result = check(Settings.none());
    assertThat(result.assessment().findings()).hasSize(74);
    String printed = Printed.text(Printed.of(result));
    assertThat(printed)
        .contains("and 68 more [RS231]: doc/06/README.md:1:15, ")
        .contains("74 warnings")
        .doesNotContain("more findings");
    assertThat(printed.lines().filter(line -> line.contains("this still says"))).hasSize(6);
  }

  /** Note b): forges make lightweight tags, so that one is no more than information. */
  @Test
  void bNoteALightweightTagIsInformation() {
    crate(".", "engine", "0.3.0");
    git.commit("feat: all").tag("v0.3.0");
    CheckResult result = check(Settings.none());
    assertThat(result.assessment().findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(Code.TAG_LIGHTWEIGHT);
              assertThat(finding.severity()).isEqualTo(Severity.INFO);
            });
  }

  /** D3: init proposes the files that state the version, so that bump writes it there. */
  @Test
  void d3InitProposesTheCopiesThatItFound() throws Exception {
    crate(".", "engine", "0.3.0");
    readme("0.3.0");
    git.write("CITATION.cff", "title: engine\nversion: 0.3.0\n");
    git.write("docs/old.md", "    engine = \"0.2.0\"\n");
    git.write("docs/both.md", "    engine = \"0.2.0\"\n    engine = \"0.3.0\"\n");
    release("0.3.0");
    init(Settings.none());

    assertThat(written().copies())
        .extracting(CopySpec::file)
        .containsExactly("CITATION.cff", "README.md");
    git.commit("build: release-sync");
    assertThat(check(written()).assessment().findings()).isEmpty();
    ChangeRequest change =
        new ChangeRequest(
            git.directory(),
            Optional.empty(),
            written(),
            Optional.empty(),
            false,
            Optional.empty());
    releaser.bump(change, "minor", BumpOptions.none());
    assertThat(Files.readString(git.directory().resolve("README.md"))).contains("\"0.4.0\"");
    assertThat(check(written()).assessment().verdict()).isEqualTo(Verdict.IN_SYNC);
  }

  /** D3: a copy names its group where there are several, also of groups that init leaves out. */
  @Test
  void d3ACopyNamesItsGroupWhereThereAreSeveral() throws Exception {
    crate("engine", "engine", "0.3.0");
    crate("tools", "tools", "0.9.0");
    git.write("README.md", "    engine = \"0.3.0\"\n    tools = \"0.9.0\"\n");
    git.write("tools/README.md", "    tools = \"0.9.0\"\n");
    git.write("CITATION.cff", "title: all\nversion: 0.3.0\n");
    git.commit("feat: all");
    init(Settings.none());

    assertThat(written().copies())
        .extracting(copy -> copy.group().orElse("") + ":" + copy.file())
        .containsExactly("engine:README.md", "tools:README.md", "tools:tools/README.md");
    git.commit("build: release-sync");
    assertThat(check(written()).assessment().findings()).isEmpty();
  }

  /** D3: copies that were given stay, and what they name is not proposed again. */
  @Test
  void d3InitKeepsTheCopiesThatWereGiven() throws Exception {
    crate(".", "engine", "0.3.0");
    readme("0.3.0");
    git.write("CITATION.cff", "title: engine\nversion: 0.3.0\n");
    git.write("docs/conf.py", "release = \"0.3.0\"\n");
    release("0.3.0");
    init(Settings.none().withCopies(CopySpec.parse("docs/*.py=release = \"{version}\";README.md")));

    assertThat(pom())
        .contains("<file>docs/*.py</file>", "<pattern>release = \"{version}\"</pattern>");
    assertThat(written().copies())
        .extracting(CopySpec::file)
        .containsExactly("docs/*.py", "README.md", "CITATION.cff");
  }

  /** D3: copies that the POM has are its own. */
  @Test
  void d3CopiesOfThePomStayAsTheyAre() throws Exception {
    crate(".", "engine", "0.3.0");
    readme("0.3.0");
    git.write("CITATION.cff", "title: engine\nversion: 0.3.0\n");
    git.write(
        "pom.xml",
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>engine</groupId>
          <artifactId>engine-build</artifactId>
          <version>0.0.0-SNAPSHOT</version>
          <packaging>pom</packaging>
          <properties><maven.deploy.skip>true</maven.deploy.skip></properties>
          <build>
            <plugins>
              <plugin>
                <groupId>io.github.releasesync</groupId>
                <artifactId>release-sync-maven-plugin</artifactId>
                <version>0.1.0</version>
                <configuration>
                  <copies>
                    <copy><file>README.md</file></copy>
                  </copies>
                </configuration>
              </plugin>
            </plugins>
          </build>
        </project>
        """);
    release("0.3.0");
    init(Settings.none().withCopies(CopySpec.parse("README.md")));
    assertThat(pom()).containsOnlyOnce("<copies>");
    assertThat(written().copies()).extracting(CopySpec::file).containsExactly("README.md");
  }
}

package io.github.releasesync.goal;

import static io.github.releasesync.goal.ReportedRepository.members;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.settings.CopySpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places of versions and requirements as users reported them, each with its smallest input. */
class ReportedEntriesTest {

  private static final String NO_PROJECT =
      "[build-system]\nrequires = [\"setuptools\", \"setuptools-rust\"]\nbuild-backend = \"setuptools.build_meta\"\n";

  private static final String POETRY =
      "[build-system]\nrequires = [\"poetry-core\"]\nbuild-backend = \"poetry.core.masonry.api\"\n\n";

  @TempDir Path temp;
  private ReportedRepository r;

  @BeforeEach
  void repository() {
    r = new ReportedRepository(temp.resolve("r"));
  }

  private String after(BumpResult result, String file) {
    return result.files().stream()
        .filter(f -> f.path().equals(file))
        .map(f -> f.after().content())
        .findFirst()
        .orElse("unchanged");
  }

  private List<String> packages() {
    return r.check().assessment().workspace().packages().stream()
        .map(p -> p.id() + " " + p.version().orElse("-"))
        .toList();
  }

  private void setupPy(String version) {
    r.write(
        "python/setup.py",
        "from setuptools import setup\nsetup(name='engine', version='%s', packages=['engine'])\n"
            .formatted(version));
  }

  @Test
  void a11ALiteralVersionInSetupPy() {
    r.crate(".", "engine", "1.0.0");
    setupPy("1.0.0");
    r.write("python/engine/version.py", "__version__ = '1.0.0'\n");
    r.commit("feat: first").tag("v1.0.0");
    assertThat(packages()).contains("pypi:engine 1.0.0");
    r.crate(".", "engine", "1.1.0").commit("feat: more");
    assertThat(r.errors()).containsExactly("RS102 python/setup.py");
    setupPy("1.1.0");
    r.commit("fix: setup.py");
    assertThat(r.errors()).isEmpty();
    assertThat(r.findings(Severity.WARNING)).contains("RS231 python/engine/version.py");
  }

  @Test
  void a12ThePatternOfHatchling() {
    r.crate(".", "engine", "1.0.0");
    r.write(
        "python/pyproject.toml",
        """
        [build-system]
        requires = ["hatchling"]
        build-backend = "hatchling.build"

        [project]
        name = "engine"
        dynamic = ["version"]

        [tool.hatch.version]
        path = "../Cargo.toml"
        pattern = "version = \\"(?P<version>.+?)\\""
        """);
    r.commit("feat: first").tag("v1.0.0");
    assertThat(packages()).contains("pypi:engine 1.0.0");
    assertThat(r.check().assessment().groups()).hasSize(1);
    assertThat(r.printed("major")).contains("order   cargo engine; pypi engine");
  }

  @Test
  void a13AsInTheReleaseBefore() {
    r.workspace("engine", "cli").crate("engine", "engine", "1.0.0");
    String cli = "[package]\nname = \"cli\"\nversion = \"%s\"\nedition = \"2021\"\n";
    r.write("cli/Cargo.toml", cli.formatted("1.0.0")).write("cli/src/lib.rs", "");
    r.commit("feat: first").tag("v1.0.0");
    r.crate("engine", "engine", "1.1.0").write("cli/Cargo.toml", cli.formatted("1.1.0"));
    r.commit("feat: more");
    assertThat(r.findings(Severity.WARNING)).contains("RS214 cli/Cargo.toml");
    assertThat(r.errors()).isEmpty();
    r.tag("v1.1.0");
    assertThat(r.errors()).isEmpty();
    assertThat(r.findings(Severity.WARNING)).contains("RS214 cli/Cargo.toml");
  }

  @Test
  void c7RequirementsOfPoetry() {
    r.write(
        "core/pyproject.toml",
        POETRY + "[tool.poetry]\nname = \"engine-core\"\nversion = \"1.2.0\"\n");
    r.write(
        "app/pyproject.toml",
        POETRY
            + "[tool.poetry]\nname = \"engine-app\"\nversion = \"1.2.0\"\n\n[tool.poetry.dependencies]\nengine-core = \"^1.2.0\"\n");
    r.write(
        "cli/pyproject.toml",
        """
        [build-system]
        requires = ["poetry-core"]
        build-backend = "poetry.core.masonry.api"

        [tool.poetry]
        name = "engine-cli"
        version = "1.2.0"

        [tool.poetry.dependencies]
        engine-core = "1.2.0"
        engine-app = { version = "~1.2.0", optional = true }

        [tool.poetry.group.dev.dependencies]
        engine-core = { path = "../core", develop = true }
        """);
    r.commit("feat: first").tag("v1.2.0");
    r.commit("feat!: more");
    BumpResult bump = r.bump("auto");
    assertThat(after(bump, "app/pyproject.toml")).contains("engine-core = \"^2.0.0\"");
    assertThat(after(bump, "cli/pyproject.toml"))
        .contains("engine-core = \"2.0.0\"")
        .contains("engine-app = { version = \"~2.0.0\", optional = true }")
        .contains("engine-core = { path = \"../core\", develop = true }");
    r.write(
        "core/pyproject.toml",
        POETRY + "[tool.poetry]\nname = \"engine-core\"\nversion = \"2.0.0\"\n");
    assertThat(r.errors()).contains("RS203 app/pyproject.toml");
  }

  @Test
  void c10RequirementsThatStandElsewhere() {
    r.write(
        "pyproject.toml",
        """
        [tool.uv]
        dev-dependencies = ["engine-gpu==1.2.0"]
        constraint-dependencies = ["engine-gpu==1.2.0"]
        override-dependencies = ["engine-core==1.2.0"]

        [tool.uv.workspace]
        members = ["packages/*"]
        """);
    r.python("packages/core", "engine-core", "1.2.0");
    r.python("packages/gpu", "engine-gpu", "1.2.0");
    r.write(
        "uv.lock",
        """
        version = 1
        revision = 2
        requires-python = ">=3.9"

        [manifest]
        members = [
            "engine-core",
            "engine-gpu",
        ]
        constraints = [{ name = "engine-gpu", specifier = "==1.2.0" }]
        overrides = [{ name = "engine-core", specifier = "==1.2.0" }]

        [[package]]
        name = "engine-core"
        version = "1.2.0"
        source = { editable = "packages/core" }

        [[package]]
        name = "engine-gpu"
        version = "1.2.0"
        source = { editable = "packages/gpu" }
        """);
    r.commit("feat: first").tag("v1.2.0");
    r.commit("feat: more");
    BumpResult bump = r.bump("minor");
    assertThat(after(bump, "pyproject.toml"))
        .contains("dev-dependencies = [\"engine-gpu==1.3.0\"]")
        .contains("constraint-dependencies = [\"engine-gpu==1.3.0\"]")
        .contains("override-dependencies = [\"engine-core==1.3.0\"]");
    assertThat(after(bump, "uv.lock"))
        .contains("constraints = [{ name = \"engine-gpu\", specifier = \"==1.3.0\" }]")
        .contains("overrides = [{ name = \"engine-core\", specifier = \"==1.3.0\" }]");
  }

  @Test
  void c12AnEntryOfTheWorkspaceThatNoMemberInherits() {
    String root =
        members("crates/app", "crates/unused")
            + "\n[workspace.package]\nversion = \"%s\"\n\n[workspace.dependencies]\nengine-unused = { path = \"crates/unused\", version = \"1.4.2\" }\n";
    r.write("Cargo.toml", root.formatted("1.4.2"));
    for (String name : List.of("app", "unused")) {
      r.write(
          "crates/" + name + "/Cargo.toml",
          "[package]\nname = \"engine-%s\"\nversion.workspace = true\nedition = \"2021\"\ndescription = \"d\"\nlicense = \"MIT\"\n"
              .formatted(name));
      r.write("crates/" + name + "/src/lib.rs", "");
    }
    r.commit("feat: first").tag("v1.4.2");
    r.commit("feat!: more");
    assertThat(after(r.bump("auto"), "Cargo.toml"))
        .contains("engine-unused = { path = \"crates/unused\", version = \"2.0.0\" }");
    r.write("Cargo.toml", root.formatted("2.0.0"));
    assertThat(r.errors()).contains("RS203 Cargo.toml");
  }

  private void revision(String changelist) {
    r.write(
        "pom.xml",
        """
        <project>
        <modelVersion>4.0.0</modelVersion>
        <groupId>org.example</groupId>
        <artifactId>engine-parent</artifactId>
        <version>${revision}${sha1}${changelist}</version>
        <packaging>pom</packaging>
        <properties><revision>1.1.0</revision><sha1/><changelist>%s</changelist></properties>
        <modules><module>engine</module></modules>
        </project>
        """
            .formatted(changelist));
    r.write(
        "engine/pom.xml",
        """
        <project>
        <modelVersion>4.0.0</modelVersion>
        <parent>
        <groupId>org.example</groupId>
        <artifactId>engine-parent</artifactId>
        <version>${revision}${sha1}${changelist}</version>
        </parent>
        <artifactId>engine</artifactId>
        </project>
        """);
    r.crate(".", "engine", "1.1.0").commit("feat: first" + changelist);
  }

  @Test
  void c14ThreePropertiesMakeTheVersion() {
    for (String changelist : List.of("-SNAPSHOT", "")) {
      revision(changelist);
      BumpResult bump = r.bump("1.2.0");
      assertThat(after(bump, "pom.xml"))
          .contains("<revision>1.2.0</revision><sha1/><changelist></changelist>")
          .contains("<version>${revision}${sha1}${changelist}</version>");
      assertThat(after(bump, "engine/pom.xml")).isEqualTo("unchanged");
    }
    assertThat(after(r.bump("development"), "pom.xml"))
        .contains("<changelist>-SNAPSHOT</changelist>");
  }

  @Test
  void c15AMavenArtifactAtItsLastReleaseOnPurpose() {
    r.write(
        "pom.xml",
        """
        <project>
        <modelVersion>4.0.0</modelVersion>
        <groupId>org.example</groupId>
        <artifactId>engine-jar</artifactId>
        <version>1.0.10</version>
        <packaging>pom</packaging>
        <modules><module>scm</module></modules>
        <dependencyManagement><dependencies><dependency>
        <groupId>org.example</groupId><artifactId>scm-jar</artifactId><version>1.0.9</version>
        </dependency></dependencies></dependencyManagement>
        </project>
        """);
    r.pom("scm", "scm-jar", "1.0.10").crate("native", "engine", "1.0.10");
    r.commit("feat: first");
    assertThat(r.errors()).isEmpty();
    assertThat(r.sync(true).files()).isEmpty();
    assertThat(after(r.bump("patch"), "pom.xml"))
        .contains("<artifactId>scm-jar</artifactId><version>1.0.9</version>");
  }

  @Test
  void c23aAVersionThatOnlyCargoHas() {
    r.crate(".", "engine", "1.0.0-rc1").commit("feat: first").tag("v1.0.0-rc1");
    r.commit("fix: y");
    for (String level : List.of("release", "patch", "1.0.0")) {
      assertThat(r.bumped(level)).as(level).isEqualTo("1.0.0");
    }
  }

  @Test
  void c24AProjectWhoseVersionStandsInSetupPy() {
    r.crate(".", "engine", "1.2.0").write("pyproject.toml", NO_PROJECT);
    r.write(
        "setup.py",
        "from setuptools import setup\nfrom setuptools_rust import RustExtension\nsetup(name=\"engine\", version=\"1.1.0\", rust_extensions=[RustExtension(\"engine\")])\n");
    r.commit("feat: first");
    assertThat(packages()).contains("pypi:engine 1.1.0");
  }

  @Test
  void c28StaticBadgesOfPreReleases() {
    r.crate(".", "engine", "1.0.0")
        .write("README.md", "![v](https://img.shields.io/badge/engine-1.0.0-blue)\n");
    r.commit("feat: first");
    Settings settings = Settings.none().withCopies(CopySpec.parse("README.md"));
    ChangeRequest request =
        new ChangeRequest(
            r.git().directory(),
            Optional.empty(),
            settings,
            Optional.empty(),
            false,
            Optional.empty());
    ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());
    BumpResult bump = releaser.bump(request, "1.1.0-beta.2", BumpOptions.none());
    assertThat(after(bump, "README.md")).contains("badge/engine-1.1.0--beta.2-blue");
    assertThat(releaser.sync(request).files()).isEmpty();
    assertThat(after(releaser.bump(request, "1.1.0", BumpOptions.none()), "README.md"))
        .contains("badge/engine-1.1.0-blue");
  }
}

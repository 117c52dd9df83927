package io.github.releasesync.manifest.python;

import static io.github.releasesync.manifest.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.RequirementSyntax;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PyProjectTest {

  private static final String DEFAULT_PATTERN =
      "(?i)^(__version__|VERSION)(?: ?\\: ?str)? *= *(['\"])v?(?P<version>.+?)\\2";

  @Test
  void aMaturinProjectTakesItsVersionFromTheCrate() {
    PyProject project =
        project(
            """
            [build-system]
            requires = ["maturin>=1.7,<2.0"]
            build-backend = "maturin"

            [project]
            name = "Engine_Py"
            dynamic = [
              "description",
              'version',
            ]

            [tool.maturin]
            manifest-path = "../engine/Cargo.toml" # out of the project
            module-name = "engine._engine"
            """);
    assertThat(project.name()).contains(located("Engine_Py", 6, 9));
    assertThat(project.backend()).contains("maturin");
    assertThat(project.buildRequires()).containsExactly("maturin>=1.7,<2.0");
    assertThat(project.version())
        .isEqualTo(new PythonVersion.Dynamic(place(9, 4), new DynamicSource.FromCrate()));
    assertThat(project.maturin())
        .contains(
            new Maturin(
                Optional.of(located("../engine/Cargo.toml", 13, 18)),
                Optional.of("engine._engine")));
  }

  @Test
  void aStaticVersionWinsOverTheCrate() {
    PyProject project =
        project("[build-system]\nbuild-backend='maturin'\n[project]\nversion = '1.2.0b1'\n");
    assertThat(project.version()).isEqualTo(new PythonVersion.Literal(located("1.2.0b1", 4, 12)));
    assertThat(project.maturin()).contains(new Maturin(Optional.empty(), Optional.empty()));
  }

  @Test
  void aMaturinProjectThatStatesNothingTakesTheCratesVersion() {
    String build = "[build-system]\nbuild-backend = \"maturin\"\n";
    assertThat(project(build + "[project]\nname = \"a\"\n").version())
        .isEqualTo(new PythonVersion.Dynamic(place(3, 1), new DynamicSource.FromCrate()));
    assertThat(project(build).version())
        .isEqualTo(
            new PythonVersion.Dynamic(Place.of("pyproject.toml"), new DynamicSource.FromCrate()));
  }

  @Test
  void aBackendOfOnesOwnThatConfiguresMaturinIsMaturin() {
    PyProject project =
        project(
            """
            [build-system]
            build-backend = "bootstrap"
            backend-path = ["bootstrap"]
            [project]
            dynamic = ["version"]
            [tool.maturin]
            bindings = "bin"
            """);
    assertThat(project.version())
        .isEqualTo(new PythonVersion.Dynamic(place(5, 13), new DynamicSource.FromCrate()));
  }

  @Test
  void aMissingVersionPointsAtTheProject() {
    assertThat(project("[tool.ruff]\n").version())
        .isEqualTo(new PythonVersion.Missing(Place.of("pyproject.toml")));
    assertThat(project("\n[project]\nname = 'a'\n").version())
        .isEqualTo(new PythonVersion.Missing(place(2, 1)));
  }

  @Test
  void poetryKeepsItsOwnTable() {
    PyProject project =
        project(
            """
            [tool.poetry]
            name = "engine"
            version = "1.2.0"
            classifiers = ["Private :: Do Not Upload"]
            [build-system]
            requires = ["poetry-core"]
            build-backend = "poetry.core.masonry.api"
            """);
    assertThat(project.name()).contains(located("engine", 2, 9));
    assertThat(project.version()).isEqualTo(new PythonVersion.Literal(located("1.2.0", 3, 12)));
    assertThat(project.privateProject()).isTrue();
  }

  @Test
  void poetryMayNameTheVersionThatTheProjectLeavesDynamic() {
    PyProject project =
        project(
            """
            project.dynamic = ["version"]
            tool.poetry.version = "1.2.0"
            build-system.build-backend = "poetry.core.masonry.api"
            """);
    assertThat(project.version()).isEqualTo(new PythonVersion.Literal(located("1.2.0", 2, 24)));
  }

  @Test
  void poetrysPlaceholderIsNoVersion() {
    PyProject project =
        project(
            """
            [tool.poetry]
            version = "0.0.0"
            [build-system]
            requires = ["poetry-core", "Poetry_Dynamic_Versioning>=1"]
            build-backend = "poetry_dynamic_versioning.backend"
            """);
    assertThat(project.version())
        .isEqualTo(new PythonVersion.Dynamic(place(2, 12), new DynamicSource.FromVcs()));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '~',
      value = {
        "setuptools.build_meta§§tool.setuptools.dynamic.version = { attr = 'engine.v.__version__' }"
            + "§FromAttribute[roots=[, src], module=engine.v, attribute=__version__]",
        "§§tool.setuptools.dynamic.version.attr = '__version__'"
            + "§FromAttribute[roots=[, src], module=__init__, attribute=__version__]",
        "setuptools.build_meta:__legacy__§§tool.setuptools.dynamic.version.file = ['VERSION']"
            + "§FromFile[candidates=[VERSION], attribute=]",
        "setuptools.build_meta§§tool.setuptools.dynamic.version.file = 'VERSION'"
            + "§FromFile[candidates=[VERSION], attribute=]",
        "setuptools.build_meta§'setuptools_scm[toml]>=8'§§FromVcs[]",
        "setuptools.build_meta§§tool.setuptools_scm.root = '..'§FromVcs[]",
        "setuptools.build_meta§§§FromSetup[]",
        "§§tool.setuptools = { package-dir = { '' = 'py' }, packages.find.where = ['lib'],"
            + " dynamic.version.attr = 'e.v' }"
            + "§FromAttribute[roots=[py, lib, , src], module=e, attribute=v]",
        "setuptools.build_meta§§tool.setuptools.dynamic.version.attr = 'versioneer.get_version'"
            + "§FromVcs[]",
        "hatchling.build§§tool.hatch.version.path = 'src/engine/__about__.py'"
            + "§FromPattern[path=src/engine/__about__.py, pattern="
            + DEFAULT_PATTERN
            + "]",
        "hatchling.build§§tool.hatch.version = { path = 'a.py', pattern = true }"
            + "§FromPattern[path=a.py, pattern="
            + DEFAULT_PATTERN
            + "]",
        "hatchling.build§§tool.hatch.version = { path = 'a.py', pattern = 'V = (?P<version>.*)' }"
            + "§FromPattern[path=a.py, pattern=V = (?P<version>.*)]",
        "hatchling.build§§tool.hatch.version = { path = 'a.py', pattern = 'V = (.*)' }"
            + "§Unknown[why=the regular expression that finds it in a.py is not one that is read]",
        "hatchling.build§§tool.hatch.version.source = 'uv-dynamic-versioning'§Unknown[why=only its build backend knows it]",
        "hatchling.build§'uv-dynamic-versioning'§tool.hatch.version.source ="
            + " 'uv-dynamic-versioning'§FromVcs[]",
        "hatchling.build§§tool.hatch.version = { source = 'code', path = 'a.py' }"
            + "§FromFile[candidates=[a.py], attribute=__version__]",
        "hatchling.build§§tool.hatch.version = { source = 'code', path = 'a.py', expression = 'v()' }"
            + "§Unknown[why=only its build backend knows it]",
        "hatchling.build§'hatch-vcs'§tool.hatch.version.source = 'vcs'§FromVcs[]",
        "hatchling.build§§§Unknown[why=only its build backend knows it]",
        "flit_core.buildapi§§§FromFile[candidates=[the_engine/__init__.py, the_engine.py, "
            + "src/the_engine/__init__.py, src/the_engine.py], attribute=__version__]",
        "flit_core.buildapi§§tool.flit.module.name = 'a.b'§FromFile[candidates=[a/b/__init__.py, "
            + "a/b.py, src/a/b/__init__.py, src/a/b.py], attribute=__version__]",
        "pdm.backend§§tool.pdm.version = { source = 'file', path = 'a.py' }"
            + "§FromFile[candidates=[a.py], attribute=__version__]",
        "pdm.backend§§tool.pdm.version.source = 'scm'§FromVcs[]",
        "pdm.backend§§tool.pdm.version = { source = 'call', getter = 'a:b' }§Unknown[why=only its build backend knows it]",
        "scikit_build_core.build§'setuptools-scm'§§FromVcs[]",
        "scikit_build_core.build§§tool.scikit-build.metadata.version.provider ="
            + " 'scikit_build_core.metadata.setuptools_scm'§FromVcs[]",
        "scikit_build_core.build§§tool.scikit-build.metadata.version = { input = 'a.h', regex ="
            + " 'V (?P<value>.+)', provider = 'scikit_build_core.metadata.regex' }"
            + "§FromPattern[path=a.h, pattern=V (?P<value>.+)]",
        "flit_scm:buildapi§'flit_scm'§§FromVcs[]",
        "uv_build§§§Unknown[why=only its build backend knows it]",
      })
  void everyBackendFindsADynamicVersionItsOwnWay(
      String backend, String requires, String tool, String expected) {
    PyProject project =
        project(
            String.join(
                "\n",
                tool == null ? "" : tool,
                "build-system.requires = [" + (requires == null ? "" : requires) + "]",
                backend == null ? "" : "build-system.build-backend = '" + backend + "'",
                "[project]",
                "name = 'the-engine'",
                "dynamic = ['version']"));
    assertThat(project.version()).isInstanceOf(PythonVersion.Dynamic.class);
    PythonVersion.Dynamic dynamic = (PythonVersion.Dynamic) project.version();
    assertThat(dynamic.place()).isEqualTo(place(6, 13));
    assertThat(dynamic.from()).hasToString(expected);
  }

  private static PythonRequirement required(String name, String specifier, Place place) {
    return new PythonRequirement(name, specifier, place, RequirementSyntax.PEP440);
  }

  @Test
  void requirementsStandInSettingsOfToolsToo() {
    PyProject project =
        project(
            """
            [build-system]
            requires = ["builder==1.0"]
            [tool.uv]
            constraint-dependencies = ["a==1.0", "none", "b==next"]
            [tool.hatch.envs.test]
            dependencies = ["c>=1"]
            [[tool.other.list]]
            requires = ["d<2"]
            [tool.poetry.dependencies]
            python = "^3.9"
            e = { version = "1.0", optional = true }
            f = { path = "../f" }
            [tool.poetry.group.dev.dependencies]
            g = [{ version = "~1.0" }, { version = "*" }]
            """);
    assertThat(project.requirements())
        .extracting(r -> r.name() + " " + r.specifier() + " " + r.syntax())
        .containsExactly(
            "builder ==1.0 PEP440",
            "a ==1.0 PEP440",
            "c >=1 PEP440",
            "d <2 PEP440",
            "python ^3.9 POETRY",
            "e 1.0 POETRY",
            "g ~1.0 POETRY",
            "g * POETRY");
  }

  @Test
  void withoutProjectTheOldFilesOfSetuptoolsCount() {
    PyProject project = project("[build-system]\nrequires = ['setuptools', 'setuptools-rust']");
    assertThat(project.readsSetupFiles()).isTrue();
    assertThat(project.version()).isInstanceOf(PythonVersion.Missing.class);
    PyProject scm = project("[tool.setuptools_scm]");
    assertThat(((PythonVersion.Dynamic) scm.version()).from())
        .isEqualTo(new DynamicSource.FromVcs());
    assertThat(project("build-system.build-backend = 'hatchling.build'").readsSetupFiles())
        .isFalse();
  }

  @Test
  void flitOfOldTakesNameAndVersionFromTheModule() {
    PyProject project =
        project(
            "build-system.build-backend = 'flit_core.buildapi'\n[tool.flit.metadata]\n"
                + "module = 'engine'");
    assertThat(project.name()).contains(located("engine", 3, 11));
    assertThat(((PythonVersion.Dynamic) project.version()).from())
        .isInstanceOf(DynamicSource.FromFile.class);
  }

  @Test
  void requirementsComeFromDependenciesExtrasAndGroups() {
    PyProject project =
        project(
            """
            [project]
            dependencies = [
              "engine-runtime == 1.43.2 ; python_version > '3.9'",
              "NumPy[all] (>=1.2, <3)",
              "plain",
              "direct @ https://example.org/direct-1.0.tar.gz",
              "{{ template }}",
              "ends-",
              "open[extra",
            ]
            [project.optional-dependencies]
            more = ["extra~=1.0"]
            [dependency-groups]
            dev = [{ include-group = "test" }, "pytest>=8"]
            """);
    assertThat(project.requirements())
        .containsExactly(
            required("engine-runtime", "== 1.43.2", place(3, 4)),
            required("NumPy", ">=1.2, <3", place(4, 4)),
            required("plain", "", place(5, 4)),
            required("direct", "", place(6, 4)),
            required("extra", "~=1.0", place(12, 10)),
            required("pytest", ">=8", place(14, 37)));
  }

  @Test
  void setuptoolsRustNamesTheCratesThatItBuilds() {
    PyProject project =
        project(
            """
            [[tool.setuptools-rust.ext-modules]]
            target = "engine._engine"
            path = "rust/Cargo.toml"
            [[tool.setuptools-rust.bins]]
            target = "engine"
            """);
    assertThat(project.rustExtensions())
        .containsExactly(located("rust/Cargo.toml", 3, 9), located("Cargo.toml", 4, 1));
  }

  @Test
  void aClassifierKeepsAProjectPrivate() {
    assertThat(project("project.classifiers = ['Private :: Us']").privateProject()).isTrue();
    assertThat(project("project.classifiers = ['Typing :: Typed']").privateProject()).isFalse();
  }

  @Test
  void uvMayCallAProjectNoPackage() {
    assertThat(project("tool.uv.package = false").uvPackage()).contains(false);
    assertThat(project("tool.uv.managed = true").uvPackage()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "project = 1",
        "[project]\nname = 1",
        "[project]\nversion = 1.2",
        "[project]\ndynamic = 'version'",
        "[project]\ndependencies = [1]",
        "[project.optional-dependencies]\na = 'b'",
        "[build-system]\nbuild-backend = []",
        "[tool]\nmaturin = true",
        "[tool.maturin]\nmanifest-path = 1",
        "[tool.uv]\npackage = 'no'",
        "[dependency-groups]\na = 'b'",
      })
  void aKeyOfTheWrongTypeIsRefused(String toml) {
    Problem problem = refused(() -> project(toml));
    assertThat(problem.code()).isEqualTo(Code.MANIFEST_INVALID);
    assertThat(problem.place()).isEqualTo(place(toml.contains("\n") ? 2 : 1, 1));
  }

  @Test
  void recordsCannotBeChangedFromOutside() {
    PyProject project = project("project.dependencies = ['a']");
    assertThat(List.of(project.requirements(), project.buildRequires(), project.rustExtensions()))
        .allSatisfy(list -> assertThat(list).isUnmodifiable());
  }

  private static PyProject project(String toml) {
    return PyProject.parse(SourceText.of("pyproject.toml", toml));
  }

  private static Located<String> located(String value, int line, int column) {
    return new Located<>(value, place(line, column));
  }

  private static Place place(int line, int column) {
    return new Place("pyproject.toml", line, column);
  }
}

package io.github.releasesync.manifest.python;

import static io.github.releasesync.manifest.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetupCfgTest {

  @Test
  void metadataStatesNameAndVersion() {
    SetupCfg setup =
        setup(
            """
            # comment
            [options]
            version = 9
            install_requires =
                a
                version = 8

            [metadata]
            Name: engine
            ; version = 7
            version =  1.2.0
            """);
    assertThat(setup.name()).contains(located("engine", 9, 7));
    assertThat(setup.version()).isEqualTo(new PythonVersion.Literal(located("1.2.0", 11, 12)));
  }

  @Test
  void aValueMayBeginOnTheNextLine() {
    assertThat(setup("[metadata]\r\nversion =\r\n  # now\r\n    1.2.0\r\n").version())
        .isEqualTo(new PythonVersion.Literal(located("1.2.0", 4, 5)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "attr: engine.version.__version__|"
            + "FromAttribute[roots=[, src], module=engine.version, attribute=__version__]",
        "file: VERSION, OTHER|FromFile[candidates=[VERSION, OTHER], attribute=]",
      })
  void theVersionMayComeFromElsewhere(String value, String expected) {
    PythonVersion version = setup("[metadata]\nversion = " + value + "\n").version();
    assertThat(version).isInstanceOf(PythonVersion.Dynamic.class);
    assertThat(((PythonVersion.Dynamic) version).place()).isEqualTo(new Place("setup.cfg", 2, 11));
    assertThat(((PythonVersion.Dynamic) version).from()).hasToString(expected);
  }

  @Test
  void requirementsAreOfOptionsAndExtras() {
    SetupCfg setup =
        setup(
            """
            [options]
            install_requires =
                a==1.0
                # b==1.0
                c >=1 ; python_version < "3.9"
            python_requires = >=3.9
            [options.extras_require]
            x = d==1.0
            [other]
            install_requires = e==1.0
            """);
    assertThat(setup.requirements())
        .extracting(r -> r.place().line() + " " + r.name() + r.specifier())
        .containsExactly("3 a==1.0", "5 c>=1", "8 d==1.0");
  }

  @Test
  void withoutVersionThePlaceIsTheSection() {
    assertThat(setup("[flake8]\n[metadata]\nname = a\n").version())
        .isEqualTo(new PythonVersion.Missing(new Place("setup.cfg", 2, 1)));
    assertThat(setup("[flake8]\n").version())
        .isEqualTo(new PythonVersion.Missing(Place.of("setup.cfg")));
    assertThat(setup("[metadata]\nversion =\n").version())
        .isEqualTo(new PythonVersion.Missing(new Place("setup.cfg", 1, 1)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "version = 1|1|1",
        "[metadata]⏎version|2|1",
        "[metadata]⏎version = 1⏎VERSION = 2|3|1",
        "[metadata]⏎<<<<<<< HEAD⏎version = 1|2|1",
      })
  void whatConfigparserRefusesIsRefused(String ini, int line, int column) {
    Problem problem = refused(() -> setup(ini.replace('⏎', '\n')));
    assertThat(problem.code()).isEqualTo(Code.MANIFEST_INVALID);
    assertThat(problem.place()).isEqualTo(new Place("setup.cfg", line, column));
  }

  private static SetupCfg setup(String ini) {
    return SetupCfg.parse(SourceText.of("setup.cfg", ini));
  }

  private static Located<String> located(String value, int line, int column) {
    return new Located<>(value, new Place("setup.cfg", line, column));
  }
}

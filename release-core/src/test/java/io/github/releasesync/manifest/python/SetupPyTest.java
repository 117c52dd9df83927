package io.github.releasesync.manifest.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.releasesync.problem.Place;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetupPyTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "setup(name=\"engine\", version=\"1.2\")|1|31",
        "setup(version='1.2')|1|16",
        "setup ( version = u'1.2' , )|1|21",
        "setuptools.setup(⏎  # version=\"9\"⏎  version=\"1.2\",⏎)|3|12",
        "from distutils import core⏎core.setup(version='1.2')|2|21",
        "import setuptools⏎if True:⏎  setuptools.setup(x={'version': '9'}, version='1.2')|3|49",
        "VERSION = \"1.2\"⏎setup(version=VERSION)|1|12",
        "VERSION: str = '1.2' # why⏎setup(version=VERSION)|1|17",
        "a = 1; b = 2⏎v = '''1.2'''; c = 3⏎setup(f(v='9'), version=v)|2|8",
        "'''⏎setup(version='9')⏎'''⏎setup(version=r'1.2')|4|17",
        "def setup():⏎  pass⏎x.setup(version='9')⏎setup(version='1.2')|4|16",
        "é = '🦀'; setup(version='1.2')|1|25",
      })
  void aPlainVersionHasItsPlace(String python, int line, int column) {
    assertThat(setup(python.replace('⏎', '\n')).version())
        .isEqualTo(new PythonVersion.Literal(located("1.2", line, column)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "setup(version=get())",
        "setup(version='1' '2')",
        "setup(version='1' + '2')",
        "setup(version=f'1.{x}')",
        "setup(version='1\\x2e2')",
        "setup(version=('1.2'))",
        "setup(version=ABOUT['version'])",
        "setup(version=UNKNOWN)",
        "setup(**arguments)",
        "V = '1'⏎V = '2'⏎setup(version=V)",
        "V = '1'⏎V += '.dev0'⏎setup(version=V)",
        "V = '1'⏎if nightly:⏎  V = '2'⏎setup(version=V)",
        "if nightly:⏎  V = '2'⏎setup(version=V)",
        "V = '1' + x⏎setup(version=V)",
        "V = '1'⏎from meta import V⏎setup(version=V)",
        "V = '1'⏎with open(x) as V: pass⏎setup(version=V)",
        "if a:⏎  setup(version='1')⏎else:⏎  setup(version='1')",
      })
  void whatIsComputedIsUnknown(String python) {
    PythonVersion version = setup(python.replace('⏎', '\n')).version();
    assertThat(version).isInstanceOf(PythonVersion.Dynamic.class);
    assertThat(((PythonVersion.Dynamic) version).from()).isInstanceOf(DynamicSource.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "setup(use_scm_version=True)",
        "setup(use_scm_version={'root': '..'}, name='a')",
        "setup(setup_requires=['pbr'], pbr=True)",
        "setup(version=versioneer.get_version(), cmdclass=versioneer.get_cmdclass())",
        "from setuptools_scm import get_version⏎setup(version=get_version(root='..'))",
      })
  void aVersionOfGitIsOne(String python) {
    PythonVersion version = setup(python.replace('⏎', '\n')).version();
    assertThat(((PythonVersion.Dynamic) version).from()).isEqualTo(new DynamicSource.FromVcs());
  }

  @Test
  void withoutVersionThePlaceIsTheCall() {
    assertThat(setup("import setuptools\nsetuptools.setup(use_scm_version=False)").version())
        .isEqualTo(new PythonVersion.Missing(new Place("setup.py", 2, 12)));
  }

  @Test
  void theNameMayBeAConstantToo() {
    assertThat(setup("N = 'engine'\nsetup(name=N)").name()).contains(located("engine", 1, 6));
    SetupPy computed = setup("setup(name=N)");
    assertThat(computed.name()).isEmpty();
    assertThat(computed.nameComputed()).isTrue();
    assertThat(setup("setup(**x)").nameComputed()).isTrue();
    assertThat(setup("setup(ext_modules=[])").nameComputed()).isFalse();
  }

  @Test
  void cratesAreThoseOfRustExtensions() {
    SetupPy setup =
        setup(
            "setup(rust_extensions=[RustExtension('a', path='rust/Cargo.toml'), RustBin('b'),"
                + " RustExtension('c', 'c/Cargo.toml'), RustExtension('d', path=p)])");
    assertThat(setup.rustExtensions())
        .extracting(Located::value)
        .containsExactly("rust/Cargo.toml", "Cargo.toml", "c/Cargo.toml");
  }

  @Test
  void aPrivateClassifierKeepsItFromPypi() {
    assertThat(setup("setup(classifiers=['A', 'Private :: x'])").privateProject()).isTrue();
    assertThat(setup("setup(classifiers=['A'], x='Private :: x')").privateProject()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "import setup", "setup", "def setup(): pass", "x.setup()"})
  void withoutCallThereIsNoSetup(String python) {
    assertThat(SetupPy.parse(SourceText.of("setup.py", python))).isEmpty();
  }

  @Test
  void noTextMakesItFail() {
    Random random = new Random(7);
    String letters = "setup( name=version'\"\\\n\r)[]{}#;:.,*=+rbfé🦀 ";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder python = new StringBuilder("setup(");
      for (int j = random.nextInt(40); j > 0; j--) {
        python.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertThatCode(() -> SetupPy.parse(SourceText.of("setup.py", python.toString())))
          .as(python.toString())
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"setup(", "setup(version=", "'", "\\", "a = ", "(", "V='1'\n"})
  void aLargeFileTakesNoTime(String part) {
    String python = part.repeat(600_000 / part.length()) + "\nsetup(version=V)";
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> SetupPy.parse(SourceText.of("setup.py", python)));
  }

  private static SetupPy setup(String python) {
    return SetupPy.parse(SourceText.of("setup.py", python)).orElseThrow();
  }

  private static Located<String> located(String value, int line, int column) {
    return new Located<>(value, new Place("setup.py", line, column));
  }
}

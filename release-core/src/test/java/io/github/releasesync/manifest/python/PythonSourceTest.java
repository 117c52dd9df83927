package io.github.releasesync.manifest.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.releasesync.problem.Place;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonSourceTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "__version__ = \"1.2\"|1|16",
        "__version__='1.2' # why|1|14",
        "__version__: str = \"1.2\"|1|21",
        "__version__ = r'1.2'; x = 1|1|17",
        "__version__ = \"\"\"1.2\"\"\"|1|18",
        "__version__ = version = '1.2'|1|26",
        "version = __version__ = '1.2'|1|26",
        "'''⏎__version__ = \"9\"⏎'''⏎__version__ = \"1.2\"|4|16",
        "# __version__ = \"9\"⏎x = {⏎'a': (1,⏎2)}⏎__version__ = \"1.2\"|5|16",
        "x = 1 + \\⏎2⏎__version__ = \"1.2\"|3|16",
        "if x:⏎    __version__ = \"9\"⏎__version__ = \"1.2\"|3|16",
        "s = \"it's \\\" ( [\"⏎__version__ = \"1.2\"|2|16",
        "é = '🦀'; y = 1⏎__version__ = \"1.2\"|2|16",
      })
  void theFirstTopLevelLiteralIsFound(String python, int line, int column) {
    assertThat(version(python.replace('⏎', '\n')))
        .contains(new Located<>("1.2", new Place("v.py", line, column)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "__version__",
        "__version__ = ",
        "__version__ = version('engine')",
        "__version__ = '1' + '2'",
        "__version__ = '1' '2'",
        "__version__ = f'{x}'",
        "__version__ = b'1.2'",
        "__version__ = '1.2'.strip()",
        "__version__ = '1\\x2e2'",
        "__version__ = '1.2",
        "__version__ = '''1.2",
        "__version__ == '1.2'",
        "__version__ += '1.2'",
        "__version__: str",
        "x.__version__ = '1.2'",
        "  __version__ = '1.2'",
        "(\n__version__ = '1.2'\n)",
        "__version__x = '1.2'",
      })
  void whatIsComputedOrElsewhereIsNotFound(String python) {
    assertThat(version(python)).isEmpty();
  }

  @Test
  void windowsLineEndsAreLineEnds() {
    assertThat(version("'''a\r\nb'''\r\n__version__ = '1.2'\r\n"))
        .contains(new Located<>("1.2", new Place("v.py", 3, 16)));
  }

  @Test
  void oneOfSeveralNamesIsEnough() {
    SourceText text = SourceText.of("v.py", "VERSION = '1.2'\n");
    assertThat(PythonSource.assignedString(text, "__version__|VERSION"))
        .contains(new Located<>("1.2", new Place("v.py", 1, 12)));
    assertThat(PythonSource.assignedString(text, "__version__")).isEmpty();
  }

  @Test
  void noSourceIsTooBroken() {
    Random random = new Random(20261120);
    String alphabet = "__version__ = '1.2'\"\"\"()[]{}#\\\n\r:;rfb";
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 20_000; i++) {
            StringBuilder python = new StringBuilder("__version__ = '1.2'\n");
            for (int j = random.nextInt(30); j > 0; j--) {
              python.insert(
                  random.nextInt(python.length()),
                  alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThatCode(() -> version(python.toString())).doesNotThrowAnyException();
          }
          assertThat(version("('''".repeat(300_000))).isEmpty();
        });
  }

  private static Optional<Located<String>> version(String python) {
    return PythonSource.assignedString(SourceText.of("v.py", python), "__version__");
  }
}

package io.github.releasesync.manifest.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.releasesync.problem.Place;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionPatternTest {

  private static final String DEFAULT =
      "(?i)^(__version__|VERSION)(?: ?\\: ?str)? *= *(['\"])v?(?P<version>.+?)\\2";

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '~',
      value = {
        "version = \"(?P<version>.+?)\"§[package]⏎version = \"1.2\"⏎§2§12",
        "^version = \"(?P<version>.+)\"$§rust-version = \"9\"⏎version = \"1.2\"⏎§2§12",
        "version\\s*=\\s*(['\"])(?P<version>[^'\"]+)\\1§version⏎= '1.2'§2§4",
        "^#define V_STRING\\s+\"(?P<version>[\\d.]+)\"§#define V_STRING\t\"1.2\"§1§19",
        "(?:v|V)er: (?P<version>\\d{1,3}(\\.\\d+)?)§Ver: 1.2 §1§6",
        "V=(?P<q>['\"])(?P<version>.*)(?P=q)§V='1.2'§1§4",
        "[]a[&-]+=(?P<version>\\S+)§]&-[=1.2§1§6",
        "{(?P<version>[0-9]\\.\\d)}§x {1.2}§1§4",
        "\\AV (?P<version>.*)\\Z§V 1.2§1§3",
        "(?s)a.b (?P<version>...)§a⏎b 1.2§2§3",
      })
  void aMatchHasItsPlace(String regex, String content, int line, int column) {
    for (String lineEnd : new String[] {"\n", "\r\n", "\r"}) {
      Optional<Located<String>> found = find(regex, content.replace("⏎", lineEnd));
      assertThat(found).as(lineEnd).map(Located::value).contains("1.2");
      if (!lineEnd.equals("\r")) {
        assertThat(found.get().place()).isEqualTo(new Place("v.py", line, column));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "__version__ = '1.2'",
        "VERSION='v1.2'",
        "version: str = \"1.2\"",
        "__VERSION__ :str = '1.2'",
      })
  void theDefaultOfHatchlingIsRead(String python) {
    assertThat(find(DEFAULT, "import os\n" + python + "\n")).map(Located::value).contains("1.2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version = (.*)",
        "(?P<other>.*)",
        "(?=a)(?P<version>.*)",
        "(?<!a)(?P<version>.*)",
        "(?P<version>(\\d+\\.)*\\d+)",
        "(?P<version>(?:a+)+)b",
        "(?P<version>a{1}{2})",
        "(?P<version>a*+)",
        "(?P<version>a{99999})",
        "(?x) (?P<version> a)",
        "(?P<version>a",
        "(?P<version>a))",
        "(?P<version>[a",
        "(?P<version>a)\\2",
        "*(?P<version>a)",
        "(?P<version>\\p{L})",
        "(?P<version>\\Qa\\E)",
        "(?P<version>(a)|(b)|(c)|(d)|(e)|(f)|(g)|(h)|(i)|(j))",
        "\\",
        "",
      })
  void whatMeansSomethingElseInJavaOrMayTakeAgesIsNotRead(String regex) {
    assertThat(VersionPattern.of(regex, "version")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".*.*.*.*.*(?P<version>x)",
        "(?P<version>a*a*a*a*a*a*)b",
        "(?s).*(?P<version>a).*b",
        "(?P<version>\\s*\\s*\\s*\\s*)x",
        "(?P<version>.)",
      })
  void noSearchTakesAges(String regex) {
    for (String content : new String[] {"a".repeat(1 << 20), " \n".repeat(1 << 19), "", "a"}) {
      assertTimeoutPreemptively(Duration.ofSeconds(10), () -> find(regex, content));
    }
  }

  @Test
  void anEmptyMatchIsNoVersion() {
    assertThat(find("V=(?P<version>.*)", "V=\n")).isEmpty();
    assertThat(find("V=(?P<version>\\d)?", "V=\n")).isEmpty();
    assertThat(find("V=(?P<version>\\d)", "V=a\n")).isEmpty();
  }

  @Test
  void aLongExpressionIsNotRead() {
    assertThat(VersionPattern.of("(?P<version>a)" + "b".repeat(500), "version")).isEmpty();
  }

  private static Optional<Located<String>> find(String regex, String content) {
    return VersionPattern.of(regex, "version").orElseThrow().find(SourceText.of("v.py", content));
  }
}

package io.github.releasesync.manifest.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TomlFileTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[package]⏎version = \"1.0\"|2|12",
        "[package]⏎  version='1.0'|2|12",
        "[package]⏎\"version\"\t = \"1.0\"|2|15",
        "package.version = \"1.0\"|1|20",
        "package = { name = \"a=b\", version = \"1.0\" }|1|38",
        "[package]⏎version = \"\"\"1.0\"\"\"|2|14",
        "[package]⏎x = \"é🦀\"⏎version = \"1.0\" # why|3|12",
      })
  void aStringStandsInsideItsQuotes(String toml, int line, int column) {
    TomlFile.Table root = TomlFile.parse(text(toml.replace('⏎', '\n')));
    Located<String> version = root.table("package").orElseThrow().string("version").orElseThrow();
    assertThat(version.value()).isEqualTo("1.0");
    assertThat(version.place()).isEqualTo(new Place("Cargo.toml", line, column));
  }

  @Test
  void theStringsOfAnArrayHaveTheirPlaces() {
    TomlFile.Table root = TomlFile.parse(text("members = [\n  \"a\",\n  'b', # c\n]\n"));
    assertThat(root.strings("members"))
        .containsExactly(
            new Located<>("a", new Place("Cargo.toml", 2, 4)),
            new Located<>("b", new Place("Cargo.toml", 3, 4)));
  }

  @Test
  void theTablesOfAnArrayHaveTheirPlaces() {
    TomlFile.Table root = TomlFile.parse(text("[[package]]\nname = \"a\"\n[[package]]\nname='b'"));
    assertThat(root.tables("package").get(1).place()).isEqualTo(new Place("Cargo.toml", 3, 1));
  }

  @Test
  void aValueOfAnotherTypeIsRefusedWithItsPlace() {
    TomlFile.Table root = TomlFile.parse(text("a = 1\nversion = 1.2\n"));
    Problem problem = refused(() -> root.string("version"));
    assertThat(problem.code()).isEqualTo(Code.MANIFEST_INVALID);
    assertThat(problem.place()).isEqualTo(new Place("Cargo.toml", 2, 1));
    assertThat(problem.message()).isEqualTo("`version` is not a string");
  }

  @Test
  void brokenSyntaxIsRefusedWithItsPlace() {
    Problem problem = refused(() -> TomlFile.parse(text("[package]\nversion = \"1.0\n")));
    assertThat(problem.code()).isEqualTo(Code.MANIFEST_INVALID);
    assertThat(problem.place().line()).isEqualTo(2);
  }

  @Test
  void theLineEndAfterTheOpeningQuotesIsNotPartOfTheString() {
    TomlFile.Table root = TomlFile.parse(text("version = \"\"\"\r\n1.0\"\"\""));
    assertThat(root.string("version"))
        .contains(new Located<>("1.0", new Place("Cargo.toml", 2, 1)));
  }

  @Test
  void anInlineTableThatBreaksOffInACommentIsRefused() {
    Problem problem = refused(() -> TomlFile.parse(text("b = { a = 1,# c\n[d]\n")));
    assertThat(problem.code()).isEqualTo(Code.MANIFEST_INVALID);
    assertThat(problem.place().file()).isEqualTo("Cargo.toml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "x = [", "x = {a=", "a."})
  void deepNestingIsRefused(String part) {
    Problem problem = refused(() -> TomlFile.parse(text(part.repeat(10_000))));
    assertThat(problem.code()).isEqualTo(Code.MANIFEST_INVALID);
  }

  private static SourceText text(String toml) {
    return SourceText.of("Cargo.toml", toml);
  }

  private static Problem refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(ReleaseException.class, call).problem();
  }
}

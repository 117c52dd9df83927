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

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "package = {⏎  name = \"a\", # = {⏎  version = \"1.0\",⏎}|3|14",
        "package = { version = '1.0', }|1|24",
        "package = { x = \"\\e[1m\\x41\",⏎ version = \"1.0\" }|2|13",
        "[package]⏎x = \"\\e\"⏎y = 07:32⏎version = \"1.0\"|4|12",
        "package = { x = \"\"\"⏎{⏎\"\"\", y = [⏎],⏎'version' = \"1.0\"⏎}|5|14",
      })
  void cargoReadsTomlOfTheNextVersion(String toml, int line, int column) {
    String written = toml.replace('⏎', '\n');
    for (String document : new String[] {written, written.replace("\n", "\r\n")}) {
      TomlFile.Table root = TomlFile.parse(SourceText.of("a/Cargo.toml", document));
      Located<String> version = root.table("package").orElseThrow().string("version").orElseThrow();
      assertThat(version.value()).isEqualTo("1.0");
      assertThat(version.place()).isEqualTo(new Place("a/Cargo.toml", line, column));
      Problem problem = refused(() -> TomlFile.parse(SourceText.of("pyproject.toml", document)));
      assertThat(problem.code()).isEqualTo(Code.MANIFEST_INVALID);
    }
  }

  @Test
  void theNewEscapesAreCharacters() {
    TomlFile.Table root = TomlFile.parse(text("a = \"\\e\\x41\\xe9\""));
    assertThat(root.string("a")).map(Located::value).contains("\u001bA\u00e9");
    refused(() -> TomlFile.parse(text("a = \"\\x4\"")));
    refused(() -> TomlFile.parse(text("a = { b = 1,, }")));
    refused(() -> TomlFile.parse(text("a = { b = 1\n c = 2 }")));
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

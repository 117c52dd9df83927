package io.github.releasesync.manifest.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTomlTest {

  private static final int MUTANTS = Integer.getInteger("release-sync.tomlMutants", 4_000);

  private static final String MANIFEST =
      """
      # é
      [package]
      name = "engine" # why
      version.workspace = true
      publish = ["own", 'other',]
      metadata . "docs.rs" . all-features = false

      [workspace]
      members = [
        "a", # one
        "b/*",
      ]
      package = { version = "1.2.0", edition = '2021', x.y = [{ z = 1 }, { z = 20 }] }

      [dependencies]
      serde = "1"
      core = { path = "../core", version = "1.2.0", features = [] }
      [target.'cfg(windows)'.dependencies]
      winapi = {}
        [[bin]]
      name = "one"
      [bin.more]
      x = 1
      [[bin]]
      name = "two"
      [target.x.y]
      z = 3
      """;

  /** What only Cargo reads: lines, comments and a last comma in inline tables. */
  private static final String CARGO =
      """
      [dependencies]
      core = {
        path = "../core", # why
        version = "1.2.0",
        features = [ "a", { x = {
          y = 1,
        } } ],
      }
      a = { b = 1, }
      c = { # nothing
      }
      d = { e
        = 1 }
      [workspace.package]
      version = "1.2.0"
      """;

  /** What a mutant gets where it loses something: what TOML is made of, and what it is not. */
  private static final List<String> PIECES =
      List.of(
          "\"",
          "'",
          "\"\"\"",
          "'''",
          "[",
          "]",
          "[[",
          "]]",
          "{",
          "}",
          ",",
          ".",
          "=",
          "#",
          "\n",
          "\r\n",
          "\r",
          " ",
          "\t",
          "\\",
          "\\u00e9",
          "0",
          "1",
          "_",
          "-",
          "+",
          "1.5",
          "1e3",
          "true",
          "false",
          "inf",
          "nan",
          "1979-05-27",
          "07:32:00",
          "\u0000",
          "\u0007",
          "\u007f",
          "\u0085",
          "é",
          "\ud83e\udd80",
          "\ud83e",
          "\ufeff",
          "\u2028",
          "\f",
          "a",
          "a.b",
          "a = 1\n",
          "[package]\n",
          "[bin]\n",
          "[[bin]]\n",
          "[workspace.package]\n",
          "[target]\n",
          "name = \"x\"\n");

  @Test
  void whatManifestsAreWrittenInIsRead() {
    for (TomlDialect dialect : TomlDialect.values()) {
      assertThat(PlainToml.read(MANIFEST, dialect)).isNotNull();
      assertThat(PlainToml.read(MANIFEST.replace("\n", "\r\n"), dialect)).isNotNull();
    }
    assertSameAsTomlj(MANIFEST);
    assertSameAsTomlj(MANIFEST.replace("\n", "\r\n"));
  }

  @Test
  void tablesOfSeveralLinesAreReadInTheDialectOfCargo() {
    String toml = CARGO.replace("e\n  = 1", "e = 1");
    assertThat(PlainToml.read(toml, TomlDialect.V1_1)).isNotNull();
    assertThat(PlainToml.read(toml.replace("\n", "\r\n"), TomlDialect.V1_1)).isNotNull();
    assertThat(PlainToml.read(toml, TomlDialect.V1_0)).isNull();
    assertThat(PlainToml.read("a = { b = 1, }", TomlDialect.V1_1)).isNotNull();
    assertThat(PlainToml.read("a = { , }", TomlDialect.V1_1)).isNull();
    assertThat(PlainToml.read("a = { b = 1,, }", TomlDialect.V1_1)).isNull();
    assertSameAsTomlj(toml);
    assertSameAsTomlj(toml.replace("\n", "\r\n"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "a = 1\\na = 2",
        "a = 1\\na.b = 2",
        "a.b = 1\\n[a]",
        "[a.b]\\n[a]",
        "[a]\\n[a]",
        "[a]\\nb.c = 1\\n[a.b]",
        "a = {b = 1}\\na.c = 2",
        "a = {b = 1,}",
        "a = [,]",
        "a = []\\n[[a]]",
        "a = 01",
        "a = 1.5",
        "a = \"\"\"x\"\"\"",
        "a = \"\\\\n\"",
        "a = true1",
        "a = 1 b = 2",
        "a = 99999999999999999999",
        "a = \"x",
        "a = 'x' 'y'",
        "[a",
        "[[a]",
        "[]",
        "=",
        "a =",
      })
  void whatIsUnusualOrWrongIsLeftToTomlj(String toml) {
    assertThat(PlainToml.read(toml.replace("\\n", "\n"), TomlDialect.V1_0)).isNull();
  }

  @Test
  void nestingBeyondAnyManifestIsLeftToTomlj() {
    for (TomlDialect dialect : TomlDialect.values()) {
      assertThat(PlainToml.read("a = " + "[".repeat(100_000), dialect)).isNull();
      assertThat(PlainToml.read("a = " + "{a=".repeat(100_000), dialect)).isNull();
      assertThat(PlainToml.read("a = " + "{a=\n".repeat(100_000), dialect)).isNull();
    }
  }

  /** The reader may always pass; what it reads, tomlj must read alike, positions included. */
  @Test
  void whatIsReadIsWhatTomljReads() {
    Random random = new Random(7);
    for (int i = 0; i < MUTANTS; i++) {
      assertSameAsTomlj(mutant(random));
    }
  }

  private static String mutant(Random random) {
    List<String> lines = (random.nextBoolean() ? MANIFEST : CARGO).lines().toList();
    int from = random.nextInt(lines.size());
    int to = from + 1 + random.nextInt(lines.size() - from);
    StringBuilder text = new StringBuilder(String.join("\n", lines.subList(from, to)) + "\n");
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + random.nextInt(3));
      text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static void assertSameAsTomlj(String toml) {
    for (String file : List.of("Cargo.toml", "pyproject.toml")) {
      Map<String, TomlNode> plain = PlainToml.read(toml, TomlDialect.of(file));
      if (plain != null) {
        assertThat(plain.toString()).as(toml).isEqualTo(whole(file, toml));
      }
    }
  }

  private static String whole(String file, String toml) {
    try {
      return TomlFile.whole(SourceText.of(file, toml)).toString();
    } catch (ReleaseException e) {
      return e.problem().message();
    }
  }
}

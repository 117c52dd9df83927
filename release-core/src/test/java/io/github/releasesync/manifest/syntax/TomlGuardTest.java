package io.github.releasesync.manifest.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TomlGuardTest {

  /** A comment that makes every document large enough to be looked at. */
  private static final String LARGE = "# " + "-".repeat(20_000) + "\n";

  private static final String EVERY_SHAPE =
      """
      # it's [not a header], and 'no string = either
      bare-key = 1 # one
      "quoted = key"."a#b" = 'it = "literal" \\'
      'k[' = "escaped \\" quote [ and # \\\\"
      long = QQQfirst "two" \\"
      [not.a.table] = x
      ends with a quote"QQQ
      raw = '''it's
      ['''
      date = 1979-05-27 07:32:00
      a = [ 1, +2, -3.5e7, inf, -nan, 0xff, true, false, 1979-05-27 07:32:00, 07:32:00 ]
      empty = [ ]
      nested = [ [ ], [ "a]", 'b[' ], # a comment, with ] and "
        [[1], [2,],],
      ]
      tables = [
        { a = 1, "b]" = [ "x", { c = '}' } ] }, # and
        {},
      ]
      inline = { d = { e = "}" }, f = [1, 2] }

      [header."a.[b]"] # ] comment
      x = 1
      [[array.of.tables]]
      y = QQQ
      QQQ
      """
          .replace("QQQ", "\"\"\"");

  private static final String EVERY_SHAPE_OF_CARGO =
      EVERY_SHAPE
          + """
          [lines]
          a = { # one, } =
            "b}" = 1, c.'d =' = [ { e = 'x' }, {
            }, [ 1, 2, ], ], # two
            f = 1979-05-27 07:32:00, g = { }, h = -inf,
            i = { j = { k = "}", }, },
            l = QQQ
          }
          QQQ
          }
          m = { n = 1, }
          """
              .replace("QQQ", "\"\"\"");

  @Test
  void everyShapeOfCargoIsAccepted() {
    for (String document :
        new String[] {EVERY_SHAPE_OF_CARGO, EVERY_SHAPE_OF_CARGO.replace("\n", "\r\n")}) {
      assertThat(TomlFile.parse(SourceText.of("Cargo.toml", document + LARGE)).table("lines"))
          .isPresent();
    }
    String whole = LARGE + EVERY_SHAPE_OF_CARGO;
    for (int end = LARGE.length(); end < whole.length(); end++) {
      String part = whole.substring(0, end);
      assertThat(refusedByGuard(part) && !refusedByTomlj(part.substring(LARGE.length())))
          .as(part.substring(LARGE.length()))
          .isFalse();
    }
  }

  private static boolean refusedByGuard(String document) {
    try {
      TomlGuard.check(SourceText.of("Cargo.toml", document), TomlDialect.V1_1);
      return false;
    } catch (ReleaseException e) {
      return true;
    }
  }

  private static boolean refusedByTomlj(String document) {
    try {
      TomlFile.whole(SourceText.of("Cargo.toml", document));
      return false;
    } catch (ReleaseException e) {
      return true;
    }
  }

  @Test
  void everyShapeOfValueIsAccepted() {
    assertThat(problem(EVERY_SHAPE + LARGE)).isEmpty();
    assertThat(problem((EVERY_SHAPE + LARGE).replace("\n", "\r\n"))).isEmpty();
    assertThat(problem(LARGE + EVERY_SHAPE.stripTrailing())).isEmpty();
  }

  /** Whatever the guard refuses, tomlj refuses too: an end of the document cannot be a mistake. */
  @Test
  void aDocumentThatBreaksOffEndsInNoException() {
    String whole = LARGE + EVERY_SHAPE;
    for (int end = LARGE.length(); end < whole.length(); end++) {
      problem(whole.substring(0, end));
    }
  }

  @ParameterizedTest
  @MethodSource("slow")
  void whatTomljWouldTakeAgesForIsRefusedAtOnce(String document, String message, String place) {
    Problem problem =
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> problem(document)).orElseThrow();
    assertThat(problem.message()).isEqualTo("not TOML: " + message);
    assertThat(problem.place()).hasToString("uv.lock:" + place);
  }

  static Stream<Arguments> slow() {
    String array = "the array opened at line 1, column 5";
    return Stream.of(
        Arguments.of(
            "a = [\n \"x\",\n" + "x".repeat(1_000_000) + "]\n",
            "neither a value nor ] in " + array,
            "3:1"),
        Arguments.of(
            "a = [\n \"x\",\n" + ("x".repeat(60) + "\n").repeat(16_000) + "]\n",
            "neither a value nor ] in " + array,
            "3:1"),
        Arguments.of(
            "a = [\n" + "\"x\"\n".repeat(200_000) + "]\n",
            "a comma or ] is missing in " + array,
            "3:1"),
        Arguments.of("\"\n".repeat(300_000), "this string is not closed on its line", "1:1"),
        Arguments.of("= = =\n".repeat(100_000), "no key can begin like this", "1:1"),
        Arguments.of("key\n".repeat(100_000), "this key has no value", "1:1"),
        Arguments.of("a = b\n".repeat(100_000), "no value can begin like this", "1:5"),
        Arguments.of("[[a\n".repeat(100_000), "this header is not closed on its line", "1:4"),
        Arguments.of(
            "a = {b = [\n1], c\n".repeat(100_000),
            "this inline table is not closed on its line",
            "1:5"));
  }

  /** Where lines are allowed in tables, the mistake is found elsewhere, or by tomlj in time. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = {b = [\n1], c\n",
        "a = {\n",
        "a = {b = 1\n",
        "a = { b = 1,, }\n",
        "a = {b\n",
        "{",
        "a = { b = { c = [ { d = 1\n",
        "a = { b = 1.5,\n } }\n",
        "a = { \"b\n",
      })
  void noMistakeInATableOfCargoTakesAges(String part) {
    for (int size : new int[] {1_000_000, TomlFile.MOST_FOR_TOMLJ - 100}) {
      String document = "x = 1.5\n" + part.repeat(size / part.length());
      assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () ->
              assertThatThrownBy(() -> TomlFile.parse(SourceText.of("Cargo.toml", document)))
                  .isInstanceOf(ReleaseException.class));
    }
  }

  @Test
  void whatOnlyTomljReadsIsReadUpToAnEighthOfAMegabyte() {
    String comment = "#" + "-".repeat(TomlFile.MOST_FOR_TOMLJ);
    assertThat(problem("a = 1.5\n" + comment.substring(0, TomlFile.MOST_FOR_TOMLJ - 8))).isEmpty();
    assertThat(problem("a = 1\n" + comment)).isEmpty();
    Problem problem = problem("a = 1\nb = 1.5\n" + comment).orElseThrow();
    assertThat(problem.place()).hasToString("uv.lock:2:6");
    assertThat(problem.message()).contains("read only in files of at most 131072 characters");
  }

  private static Optional<Problem> problem(String document) {
    try {
      TomlFile.parse(SourceText.decode("uv.lock", document.getBytes(StandardCharsets.UTF_8)));
      return Optional.empty();
    } catch (ReleaseException e) {
      return Optional.of(e.problem());
    }
  }
}

package io.github.releasesync.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The summary of a CI job: short enough, and nothing in it means more than its text. */
class CheckMarkdownTest {

  private static final int MOST = 900 * 1024;

  @Test
  void aCellIsTextWhateverStandsInIt() {
    String hostile = "|<img src=x onerror=a> [a](http://b) @team `c` www.d.e WWW.f\n# h \u202e";
    String row =
        write(MOST, finding(hostile)).lines().filter(l -> l.contains("RS101")).findFirst().get();
    assertThat(row.chars().filter(c -> c == '|').count()).isEqualTo(6);
    assertThat(row)
        .doesNotContain("<img", "[a]", "http:", "@", "`", "www.", "WWW.", "\u202e")
        .contains("&#60;img src=x", "&#64;team", "www&#46;d.e WWW&#46;f");
  }

  @Test
  void aHundredFindingsAreShownAndTheOthersCounted() {
    Problem[] many =
        IntStream.range(0, 130).mapToObj(i -> finding("n" + i)).toArray(Problem[]::new);
    assertThat(write(MOST, many))
        .contains("n99 ")
        .doesNotContain("n100 ")
        .endsWith("and 30 more\n\n");
  }

  @Test
  void whatDoesNotFitIsCounted() {
    Problem[] many =
        IntStream.range(0, 50).mapToObj(i -> finding("<".repeat(999))).toArray(Problem[]::new);
    String text = write(10_000, many);
    assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(10_000);
    assertThat(text).containsPattern("and 4[0-9] more\n\n$");
    assertThat(write(100, many)).isEmpty();
  }

  private static String write(int most, Problem... findings) {
    return CheckMarkdown.write(Assessments.of(findings), "1 error", most, MavenWording.DECLARED);
  }

  private static Problem finding(String message) {
    return Problem.of(Code.DRIFT, Place.of("a"), message, "write it");
  }
}

package io.github.releasesync.project.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "crates/*, crates/a",
    "crates/*, crates/.hidden",
    "crates/*/macros, crates/a/macros",
    "cr?tes/a, crates/a",
    "crates/[ab], crates/b",
    "crates/[a-c]x, crates/cx",
    "crates/[!a], crates/b",
    "crates/[]], crates/]",
    "**, a/b/c",
    "**/c, c",
    "**/c, a/b/c",
    "a/**/c, a/c",
    "a/**, a/b/c",
    "pypi:*-py, pypi:engine-py",
    "*a*b*, xaxbx"
  })
  void matches(String pattern, String path) {
    assertThat(Glob.of(pattern).matches(path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "crates/*, crates/a/b",
    "crates/*, crates",
    "crates/[ab], crates/c",
    "crates/[!a], crates/a",
    "crates/?, crates/ab",
    "a/**/c, a/b",
    "crates/[a, crates/a",
    "*a*b, xaxbx",
    "a, A"
  })
  void doesNotMatch(String pattern, String path) {
    assertThat(Glob.of(pattern).matches(path)).isFalse();
  }

  @Test
  void aBracketThatIsNotClosedStandsForItself() {
    assertThat(Glob.of("crates/[a").matches("crates/[a")).isTrue();
  }

  @Test
  void manyStarsTakeNoExponentialTime() {
    Glob parts = Glob.of("**/a/".repeat(50) + "b");
    Glob stars = Glob.of("*a".repeat(50) + "b");
    boolean found =
        assertTimeoutPreemptively(
            Duration.ofSeconds(5),
            () -> parts.matches("a/".repeat(2_000) + "c") || stars.matches("a".repeat(5_000)));
    assertThat(found).isFalse();
  }
}

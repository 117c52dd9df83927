package io.github.releasesync.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void oneIsSingularAndAllElseIsPlural() {
    assertThat(Words.count(0, "file")).isEqualTo("0 files");
    assertThat(Words.count(1, "file")).isEqualTo("1 file");
    assertThat(Words.count(2, "file")).isEqualTo("2 files");
    assertThat(Words.count(3_000_000_000L, "byte")).isEqualTo("3000000000 bytes");
  }

  @Test
  void aPluralCanBeGiven() {
    assertThat(Words.count(1, "fix", "fixes")).isEqualTo("1 fix");
    assertThat(Words.count(2, "fix", "fixes")).isEqualTo("2 fixes");
  }

  @Test
  void aShortListIsNamedInFull() {
    assertThat(Words.list(List.of(), 3)).isEmpty();
    assertThat(Words.list(List.of("a"), 3)).isEqualTo("a");
    assertThat(Words.list(List.of("a", "b", "c"), 3)).isEqualTo("a, b, c");
    assertThat(Words.listAndRest(List.of("a", "b", "c"), 3)).isEqualTo("a, b, c");
  }

  @Test
  void ofALongListTheFirstAreNamed() {
    assertThat(Words.list(List.of("a", "b", "c", "d"), 3)).isEqualTo("a, b, c, ...");
    assertThat(Words.listAndRest(List.of("a", "b", "c", "d"), 3)).isEqualTo("a, b, c and 1 more");
  }
}

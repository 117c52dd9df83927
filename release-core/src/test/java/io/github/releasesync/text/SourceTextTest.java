package io.github.releasesync.text;

import static io.github.releasesync.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SourceTextTest {

  @Test
  void columnsCountCodePoints() {
    SourceText text = SourceText.of("a.toml", "x = 1\n\uD83E\uDD80 = \"é\"\n");
    int offset = text.content().indexOf('é');
    assertThat(text.place(offset)).isEqualTo(new Place("a.toml", 2, 6));
    assertThat(text.offset(2, 6)).isEqualTo(offset);
  }

  @Test
  void aPositionLeadsBackToItsOffset() {
    String content = "a\ud83e\udd80b\n\ud83e\udd80\ud83e\udd80 \ud83e c\r\nd\udd80";
    SourceText text = SourceText.of("x", content);
    int line = 1;
    int column = 1;
    for (int i = 0; i < content.length(); i += Character.charCount(content.codePointAt(i))) {
      assertThat(text.place(i)).hasToString("x:" + line + ":" + column);
      assertThat(text.offset(line, column)).isEqualTo(i);
      boolean end = content.charAt(i) == '\n';
      line += end ? 1 : 0;
      column = end ? 1 : column + 1;
    }
    assertThat(text.offset(9, 1)).isEqualTo(content.length());
    assertThat(text.offset(3, 99)).isEqualTo(content.length());
  }

  @Test
  void aLineOfAMegabyteIsNotCountedAgainForEachPlace() {
    SourceText text = SourceText.of("x", "\ud83e\udd80".repeat(500_000));
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          for (int column = 1; column < 500_000; column++) {
            assertThat(text.place(text.offset(1, column)).column()).isEqualTo(column);
          }
        });
  }

  @Test
  void everyLineEndCountsOnce() {
    SourceText text = SourceText.of("a.toml", "a\r\nb\rc\nd");
    assertThat(text.place(text.content().indexOf('d'))).isEqualTo(new Place("a.toml", 4, 1));
    assertThat(text.offset(4, 1)).isEqualTo(text.content().indexOf('d'));
  }

  @Test
  void theByteOrderMarkIsNoColumn() {
    byte[] bytes = "\uFEFFversion".getBytes(StandardCharsets.UTF_8);
    SourceText text = SourceText.decode("a.toml", bytes);
    assertThat(text.hasByteOrderMark()).isTrue();
    assertThat(text.content()).isEqualTo("version");
    assertThat(text.place(0)).isEqualTo(new Place("a.toml", 1, 1));
  }

  @Test
  void aBrokenByteHasItsPlace() {
    byte[] bytes = {'a', '\n', 'b', (byte) 0xC3, '('};
    Problem problem = assertRefused(Code.FILE_UNREADABLE, () -> SourceText.decode("a.toml", bytes));
    assertThat(problem.place()).isEqualTo(new Place("a.toml", 2, 2));
    assertThat(problem.message()).contains("0xC3");
  }
}

package io.github.releasesync.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import java.nio.charset.StandardCharsets;
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
    ReleaseException refused =
        catchThrowableOfType(ReleaseException.class, () -> SourceText.decode("a.toml", bytes));
    assertThat(refused.problem().code()).isEqualTo(Code.FILE_UNREADABLE);
    assertThat(refused.problem().place()).isEqualTo(new Place("a.toml", 2, 2));
    assertThat(refused.problem().message()).contains("0xC3");
  }
}

package io.github.releasesync.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellWordTest {

  @Test
  void aPlainWordStaysPlain() {
    assertThat(ShellWord.of("../engine-1.0")).isEqualTo("../engine-1.0");
  }

  @Test
  void aWordThatAShellWouldSplitIsQuoted() {
    assertThat(ShellWord.of("it's here")).isEqualTo("'it'\\''s here'");
  }

  /** Printed as it is, it would be escaped for the terminal, and the command would not work. */
  @Test
  void aWordThatCannotBePrintedIsEscapedForTheShell() {
    String word = ShellWord.of("a\n[INFO] it's\u001b\\ \u202e##[x]");
    assertThat(word).isEqualTo("$'a\\n[INFO] it\\047s\\033\\134 \\U0000202e\\043\\043[x]'");
    assertThat(Printable.of(word)).isEqualTo(word);
  }
}

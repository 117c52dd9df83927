package io.github.releasesync.text;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A word of a command line, as a user types it in a POSIX shell. */
public final class ShellWord {

  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}_@%+=:,./^-][\\p{L}\\p{N}_@%+=:,./~^-]*");

  private ShellWord() {}

  /**
   * A word that a shell hands on as it is.
   *
   * @param word any text
   * @return the word, in quotes where a shell would read something else into it; characters that
   *     cannot be printed are escaped, in the {@code $'...'} of POSIX 2024
   */
  public static String of(String word) {
    if (!Printable.of(word).equals(word)) {
      return "$'"
          + word.codePoints().mapToObj(ShellWord::escaped).collect(Collectors.joining())
          + "'";
    }
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static String escaped(int c) {
    String text = Character.toString(c);
    if (c == '\n') {
      return "\\n";
    }
    if (c < 0x80 && (Character.isISOControl(c) || "'\\#".contains(text))) {
      return "\\%03o".formatted(c);
    }
    return Printable.of(text).equals(text) ? text : "\\U%08x".formatted(c);
  }
}

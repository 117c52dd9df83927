package io.github.releasesync.text;

import java.util.regex.Pattern;

/** A word of a command line, as a user types it in a POSIX shell. */
public final class ShellWord {

  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}_@%+=:,./^-][\\p{L}\\p{N}_@%+=:,./~^-]*");

  private ShellWord() {}

  /**
   * A word that a shell hands on as it is.
   *
   * @param word any text
   * @return the word, in single quotes where a shell would read something else into it
   */
  public static String of(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}

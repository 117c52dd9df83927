package io.github.releasesync.git.jgit;

import java.util.regex.Pattern;

/** A word of a shell command. */
final class Quoted {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9+,./:=@_-]+");

  private Quoted() {}

  static String of(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}

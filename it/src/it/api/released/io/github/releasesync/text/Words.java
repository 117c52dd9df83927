package io.github.releasesync.text;

public final class Words {
  public static String of(int number) {
    return Integer.toString(number);
  }
}

package io.github.releasesync.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Git's {@code -z}: entries that end with NUL, names as they are. */
final class NulSeparated {

  private NulSeparated() {}

  static List<String> split(byte[] output) {
    String text = new String(output, StandardCharsets.UTF_8);
    List<String> entries = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0', start)) {
      entries.add(text.substring(start, end));
      start = end + 1;
    }
    return entries;
  }
}

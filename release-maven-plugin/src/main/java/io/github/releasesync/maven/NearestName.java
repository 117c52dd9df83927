package io.github.releasesync.maven;

import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;

/** The name that was meant by one with a slip in it. */
final class NearestName {

  private NearestName() {}

  /** The known name with the fewest letters to change; known must not be empty. */
  static String of(String name, Collection<String> known) {
    return new TreeSet<>(known)
        .stream()
            .min(Comparator.comparingInt((String other) -> distance(name, other)))
            .orElseThrow();
  }

  /** How many letters to add, take away or replace (Levenshtein). */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}

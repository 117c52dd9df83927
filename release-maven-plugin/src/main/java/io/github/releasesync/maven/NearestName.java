package io.github.releasesync.maven;

import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;

/** The known name that is most similar to a misspelled one. */
final class NearestName {

  private NearestName() {}

  /** The known name with the fewest letters to change; known must not be empty. */
  static String of(String name, Collection<String> known) {
    return new TreeSet<>(known)
        .stream()
            .min(Comparator.comparingInt((String other) -> distance(name, other)))
            .orElseThrow();
  }

  /** The number of letters to add, remove or replace (Levenshtein distance). */
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

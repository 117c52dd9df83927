package io.github.releasesync.version;

import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.Assertions;

/** Assertions on the order of versions. */
final class Orders {

  private Orders() {}

  /** Every version of a list is less than every later one, and equal to itself only. */
  static <T extends Comparable<T>> void assertAscending(
      List<String> texts, Function<String, T> parse) {
    List<T> versions = texts.stream().map(parse).toList();
    for (int i = 0; i < versions.size(); i++) {
      for (int j = 0; j < versions.size(); j++) {
        Assertions.assertThat(Integer.signum(versions.get(i).compareTo(versions.get(j))))
            .as("%s against %s", texts.get(i), texts.get(j))
            .isEqualTo(Integer.compare(i, j));
        Assertions.assertThat(versions.get(i).equals(versions.get(j)))
            .as("%s equals %s", texts.get(i), texts.get(j))
            .isEqualTo(i == j);
      }
    }
  }

  /** The sign of a comparison as the vectors write it. */
  static String relation(int comparison) {
    return comparison < 0 ? "<" : comparison > 0 ? ">" : "=";
  }
}

package io.github.releasesync.text;

import java.util.List;

/** Numbers and lists of names for sentences. */
public final class Words {

  private Words() {}

  /**
   * A number with its noun, whose plural ends with {@code s}.
   *
   * @param number the number, 0 or more
   * @param noun the singular
   * @return such as {@code 1 file} or {@code 2 files}
   */
  public static String count(long number, String noun) {
    return count(number, noun, noun + "s");
  }

  /**
   * A number with its noun.
   *
   * @param number the number, 0 or more
   * @param noun the singular
   * @param plural the plural
   * @return such as {@code 1 fix} or {@code 2 fixes}
   */
  public static String count(long number, String noun, String plural) {
    return number + " " + (number == 1 ? noun : plural);
  }

  /**
   * The first of some names, with commas between them.
   *
   * @param names the names
   * @param limit the maximum number of names, 1 or more
   * @return such as {@code a, b, c} or, if there are more, {@code a, b, c, ...}
   */
  public static String list(List<String> names, int limit) {
    return first(names, limit) + (names.size() > limit ? ", ..." : "");
  }

  /**
   * The first of some names, with commas between them, and the number of further names.
   *
   * @param names the names
   * @param limit the maximum number of names, 1 or more
   * @return such as {@code a, b, c} or, if there are more, {@code a, b, c and 4 more}
   */
  public static String listAndRest(List<String> names, int limit) {
    int rest = names.size() - limit;
    return first(names, limit) + (rest > 0 ? " and " + rest + " more" : "");
  }

  private static String first(List<String> names, int limit) {
    return String.join(", ", names.subList(0, Math.min(limit, names.size())));
  }
}

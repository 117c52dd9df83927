package io.github.releasesync.problem;

/**
 * An option of a goal with a value, worded by a front end.
 *
 * @param name the name, such as {@code level}
 * @param value the value, such as {@code patch}; empty for the option itself, whatever its value
 */
public record Option(String name, String value) implements Help.Part {

  /**
   * An option with a value.
   *
   * @param name the name, such as {@code level}
   * @param value the value
   * @return the option
   */
  public static Option of(String name, String value) {
    return new Option(name, value);
  }

  /**
   * An option by its name alone.
   *
   * @param name the name, such as {@code dryRun}
   * @return the option
   */
  public static Option named(String name) {
    return new Option(name, "");
  }

  @Override
  public String toString() {
    return value.isEmpty() ? name : name + "=" + value;
  }
}

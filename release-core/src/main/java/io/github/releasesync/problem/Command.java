package io.github.releasesync.problem;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A call of a goal, worded by a front end.
 *
 * @param goal the name of the goal, such as {@code sync}
 * @param options its options
 */
public record Command(String goal, List<Option> options) implements Help.Part {

  /**
   * A call.
   *
   * @param goal the name of the goal
   * @param options its options
   */
  public Command {
    options = List.copyOf(options);
  }

  /**
   * A call of a goal.
   *
   * @param goal the name of the goal
   * @param options its options
   * @return the call
   */
  public static Command of(String goal, Option... options) {
    return new Command(goal, List.of(options));
  }

  @Override
  public String toString() {
    return Stream.concat(Stream.of(goal), options.stream().map(Option::toString))
        .collect(Collectors.joining(" "));
  }
}

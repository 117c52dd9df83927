package io.github.releasesync.report;

import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import java.util.stream.Collectors;

/** How the front end in use writes commands and options. */
public interface Wording {

  /**
   * A command as a user types it.
   *
   * @param command the call of a goal
   * @return the whole command
   */
  String command(Command command);

  /**
   * An option as a user types it behind a command.
   *
   * @param option the option
   * @return the argument
   */
  String option(Option option);

  /**
   * A help text as a user reads it.
   *
   * @param help the help text
   * @return the text
   */
  default String text(Help help) {
    return help.parts().stream().map(this::text).collect(Collectors.joining());
  }

  private String text(Help.Part part) {
    if (part instanceof Command command) {
      return command(command);
    }
    return part instanceof Option option ? option(option) : part.toString();
  }
}

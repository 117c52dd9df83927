package io.github.releasesync.report;

import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import java.util.stream.Collectors;

/** The notation of commands and options in the current front end. */
public interface Wording {

  /**
   * A command for the user to type.
   *
   * @param command the call of a goal
   * @return the whole command
   */
  String command(Command command);

  /**
   * An option for the user to append to a command.
   *
   * @param option the option
   * @return the argument
   */
  String option(Option option);

  /**
   * A git command for the user to type.
   *
   * @param arguments the arguments, as a shell reads them
   * @return the whole command, for the repository of the current goal
   */
  default String git(String arguments) {
    return "git " + arguments;
  }

  /**
   * A help text for the user.
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

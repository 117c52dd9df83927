package io.github.releasesync.report;

import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Problems and commands in JSON reports. */
final class ProblemJson {

  private ProblemJson() {}

  static List<Entry> of(List<Problem> problems, Wording wording) {
    return problems.stream().map(p -> of(p, wording)).toList();
  }

  static Entry of(Problem p, Wording wording) {
    return new Entry(
        p.code().id(),
        p.severity().word(),
        p.message(),
        p.place().file(),
        p.place().line() == 0 ? null : p.place().line(),
        p.place().column() == 0 ? null : p.place().column(),
        wording.text(p.help()));
  }

  /** A command as its goal and options, for any front end. */
  static CommandEntry of(Command command) {
    Map<String, String> options = new TreeMap<>();
    command.options().forEach(option -> options.put(option.name(), option.value()));
    return new CommandEntry(command.goal(), options);
  }

  record Entry(
      String rule,
      String severity,
      String message,
      String file,
      Integer line,
      Integer column,
      String help) {}

  record CommandEntry(String goal, Map<String, String> options) {}
}

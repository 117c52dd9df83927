package io.github.releasesync.report;

import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.text.Printable;
import io.github.releasesync.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A finding in the style of a compiler message: code, message, place, source line, help. */
final class FindingText {

  private static final int LONGEST_LINE = 100;

  private final Function<String, Optional<SourceText>> sources;
  private final Wording wording;

  /**
   * A printer.
   *
   * @param sources the text of a file by its path from the root; empty if it cannot be shown
   * @param wording the notation of commands
   */
  FindingText(Function<String, Optional<SourceText>> sources, Wording wording) {
    this.sources = sources;
    this.wording = wording;
  }

  List<ReportLine> lines(Problem finding) {
    List<ReportLine> lines = new ArrayList<>();
    add(lines, finding, label(finding) + ": " + finding.message());
    Optional<String> source = source(finding.place());
    String margin = " ".repeat(String.valueOf(finding.place().line()).length());
    add(lines, finding, margin + "--> " + finding.place());
    source.ifPresent(
        line -> {
          add(lines, finding, margin + " |");
          add(lines, finding, finding.place().line() + " | " + line);
          add(lines, finding, margin + " | " + marker(line, finding.place()));
        });
    add(lines, finding, margin + " = help: " + wording.text(finding.help()));
    return lines;
  }

  /** A finding that requires no action, on one line. */
  ReportLine note(Problem finding) {
    return ReportLine.note(finding);
  }

  private static String label(Problem finding) {
    return finding.severity().word() + "[" + finding.code().id() + "]";
  }

  private static void add(List<ReportLine> lines, Problem finding, String text) {
    lines.add(new ReportLine(finding.severity(), text));
  }

  private Optional<String> source(Place place) {
    if (place.line() == 0) {
      return Optional.empty();
    }
    return sources
        .apply(place.file())
        .flatMap(text -> text.content().lines().skip(place.line() - 1L).findFirst())
        .filter(line -> line.length() <= LONGEST_LINE)
        .map(line -> Printable.of(line.replace('\t', ' ')))
        .filter(line -> line.length() <= LONGEST_LINE);
  }

  /** Underlines the value at the column, up to a quote, a bracket or a blank. */
  private static String marker(String line, Place place) {
    int from = Math.min(Math.max(place.column() - 1, 0), line.length());
    int to = from;
    while (to < line.length() && " \"'<,}]#".indexOf(line.charAt(to)) < 0) {
      to++;
    }
    return " ".repeat(from) + "^".repeat(Math.max(1, to - from));
  }
}

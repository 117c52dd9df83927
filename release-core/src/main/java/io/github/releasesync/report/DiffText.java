package io.github.releasesync.report;

import io.github.releasesync.text.FileChange;
import io.github.releasesync.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/** What changes in which file, line by line, for the terminal. */
public final class DiffText {

  private static final int MOST_LINES = 200;

  /** A terminal would move the cursor, so a tab is printed as blanks. */
  private static final String TAB = "    ";

  private DiffText() {}

  /**
   * The lines that differ, each with its number. Files of equally many lines are compared line by
   * line; of others, what is between their common beginning and end is shown.
   *
   * @param changes the files
   * @return lines for the terminal; a long change is cut, with the number of what is left out
   */
  public static List<ReportLine> lines(List<FileChange> changes) {
    List<ReportLine> lines = new ArrayList<>();
    for (FileChange change : changes) {
      lines.add(ReportLine.info(change.path() + (change.before().isEmpty() ? "  (new)" : "")));
      List<String> before =
          change.before().map(SourceText::content).stream().flatMap(String::lines).toList();
      List<String> after = change.after().content().lines().toList();
      if (before.size() == after.size()) {
        inPlace(before, after, lines);
      } else {
        block(before, after, lines);
      }
    }
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<ReportLine> cut = new ArrayList<>(lines.subList(0, MOST_LINES));
    cut.add(
        ReportLine.info(
            "and "
                + (lines.size() - MOST_LINES)
                + " more lines; `git diff` shows all that is"
                + " written"));
    return cut;
  }

  private static void inPlace(List<String> before, List<String> after, List<ReportLine> lines) {
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        lines.add(line(i + 1, '-', before.get(i)));
        lines.add(line(i + 1, '+', after.get(i)));
      }
    }
  }

  private static void block(List<String> before, List<String> after, List<ReportLine> lines) {
    int shorter = Math.min(before.size(), after.size());
    int start = 0;
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    for (int i = start; i < before.size() - end; i++) {
      lines.add(line(i + 1, '-', before.get(i)));
    }
    for (int i = start; i < after.size() - end; i++) {
      lines.add(line(i + 1, '+', after.get(i)));
    }
  }

  private static ReportLine line(int number, char sign, String text) {
    return ReportLine.info(String.format("  %4d %c %s", number, sign, text.replace("\t", TAB)));
  }
}

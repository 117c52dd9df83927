package io.github.releasesync.report;

import io.github.releasesync.text.FileChange;
import io.github.releasesync.text.LineDiff;
import io.github.releasesync.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/** The changed lines of files, for the terminal. */
public final class DiffText {

  private static final int MOST_LINES = 200;

  /** Replaces a tab, which would move the cursor of a terminal. */
  private static final String TAB = "    ";

  private DiffText() {}

  /**
   * The changed lines as in {@code git diff -U0}: each removed line with its number in the old
   * file, then each added line with its number in the new file. A version in a lock is shown with
   * the name of its package.
   *
   * @param changes the files
   * @param wording the notation of commands
   * @return lines for the terminal; a long diff is cut, and the omitted lines are counted
   */
  public static List<ReportLine> lines(List<FileChange> changes, Wording wording) {
    List<ReportLine> lines = new ArrayList<>();
    for (FileChange change : changes) {
      lines.add(ReportLine.info(change.path() + (change.before().isEmpty() ? "  (new)" : "")));
      List<String> before =
          change.before().map(SourceText::content).stream().flatMap(String::lines).toList();
      List<String> after = change.after().content().lines().toList();
      boolean isLock = LockDiff.isLock(change.path());
      LockDiff versions = new LockDiff();
      for (LineDiff.Hunk hunk : LineDiff.between(before, after)) {
        if (!isLock || !versions.take(before, after, hunk)) {
          add(lines, '-', before, hunk.before(), hunk.removed());
          add(lines, '+', after, hunk.after(), hunk.added());
        }
      }
      lines.addAll(versions.lines());
    }
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<ReportLine> cut = new ArrayList<>(lines.subList(0, MOST_LINES));
    cut.add(
        ReportLine.info(
            "and "
                + (lines.size() - MOST_LINES)
                + " more lines; `"
                + wording.git("diff")
                + "` shows all written lines"));
    return cut;
  }

  private static void add(
      List<ReportLine> lines, char sign, List<String> file, int start, int count) {
    for (int i = start; i < start + count; i++) {
      String text = file.get(i).replace("\t", TAB);
      lines.add(ReportLine.info(String.format("  %4d %c %s", i + 1, sign, text)));
    }
  }
}

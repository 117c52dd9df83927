package io.github.releasesync.goal;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.check.Assessment;
import io.github.releasesync.check.Verdict;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.text.FileChange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the last line of a check says of sync, against what sync does then and what a check says
 * after it. Only the words that a user reads count here.
 */
final class SyncPromise {

  private static final Pattern ALL =
      Pattern.compile(
          "(?:Out of sync|Invalid): mvn release-sync:sync fixes (it|them|the error|the errors)([ ,]|$)");
  private static final Pattern SOME =
      Pattern.compile(
          "(?:Out of sync|Invalid): mvn release-sync:sync fixes (?<number>[0-9]+) of (them|the errors);"
              + " fix the others? by hand \\(above\\)");

  private final ReleaseSync releaser;
  private final CheckRequest request;
  private final CheckResult checked;
  private final long before;
  private final long promised;

  /**
   * A promise.
   *
   * @param releaser what runs sync and check
   * @param request what was checked
   * @param checked what was found
   */
  SyncPromise(ReleaseSync releaser, CheckRequest request, CheckResult checked) {
    this.releaser = releaser;
    this.request = request;
    this.checked = checked;
    this.before = counting(checked.assessment());
    Matcher some = SOME.matcher(Printed.of(checked).lastLine());
    boolean all = ALL.matcher(Printed.of(checked).lastLine()).find();
    this.promised = all ? before : some.find() ? Long.parseLong(some.group("number")) : 0;
  }

  /** Whether the last line names sync at all. */
  boolean isGiven() {
    return Printed.of(checked).lastLine().contains("release-sync:sync");
  }

  /**
   * Runs sync and checks again: as many findings are gone as was said, no fewer and no more. More
   * may be gone where nothing has to be done, or where sync changes what is switched off.
   *
   * @return the files that sync changed; empty where it refuses
   */
  List<String> keep() {
    Optional<SyncResult> synced = sync();
    CheckResult after = releaser.check(request);
    long mended = before - counting(after.assessment());
    boolean silent =
        checked.assessment().verdict() == Verdict.IN_SYNC
            || suppressed(after) < suppressed(checked);
    if (isGiven() != promised > 0 || !silent && mended != promised) {
      throw new AssertionError(
          "promised "
              + promised
              + ", mended "
              + mended
              + "\n"
              + Printed.of(checked).lastLine()
              + "\n"
              + Printed.of(after).lastLine());
    }
    return synced.stream()
        .flatMap(result -> result.files().stream())
        .map(FileChange::path)
        .toList();
  }

  private static int suppressed(CheckResult result) {
    return result.assessment().suppressed().size();
  }

  private Optional<SyncResult> sync() {
    try {
      return Optional.of(
          releaser.sync(
              new ChangeRequest(
                  request.start(),
                  request.root(),
                  request.settings(),
                  Optional.empty(),
                  false,
                  Optional.empty())));
    } catch (ReleaseException e) {
      if (isGiven()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** What fails the check, or, where nothing does, the warnings. */
  private long counting(Assessment assessment) {
    boolean errorsOnly =
        request.failOn() != FailOn.WARNING && checked.assessment().count(Severity.ERROR) > 0;
    long warnings = errorsOnly ? 0 : assessment.count(Severity.WARNING);
    return assessment.count(Severity.ERROR) + warnings;
  }
}

package io.github.releasesync.report;

import io.github.releasesync.goal.TagResult;
import io.github.releasesync.prepare.CommitsAfterRelease;
import io.github.releasesync.prepare.Push;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.text.ShellWord;
import io.github.releasesync.text.Words;
import java.util.ArrayList;
import java.util.List;

/** The text of the tag goal. */
public final class TagText {

  private static final int SHORT_ID = 10;

  private TagText() {}

  /**
   * The text of a result.
   *
   * @param result the result
   * @param wording the notation of commands
   * @return the text
   */
  public static Report of(TagResult result, Wording wording) {
    List<ReportLine> lines = ChangeText.recovered(result.recovered(), wording);
    result.guards().notes().stream().map(ReportLine::warning).forEach(lines::add);
    result.guards().leftBehind().stream()
        .map(problem -> ReportLine.warning(problem, wording))
        .forEach(lines::add);
    if (result.blocked()) {
      return PrepareText.blocked(lines, result.guards(), wording);
    }
    result
        .later()
        .map(later -> later(later, wording))
        .map(ReportLine::warning)
        .ifPresent(lines::add);
    String tag = result.release().tag().orElseThrow();
    lines.add(ReportLine.info("tag      " + tag + " at " + shortened(result.commit())));
    if (result.push().isEmpty()) {
      Help again =
          Help.of("Nothing was tagged. Run it without ", Option.named("dryRun"), " to tag");
      return new Report(lines, wording.text(again), false);
    }
    return new Report(lines, lastLine(result, tag, result.push().get(), wording), result.failed());
  }

  private static String lastLine(TagResult result, String tag, Push push, Wording wording) {
    if (push.done()) {
      return "Tagged " + tag + " and pushed it to " + push.remoteName();
    }
    String refused = push.refusal().map(why -> ", but it was not pushed: " + why).orElse("");
    String undo =
        result.later().isPresent()
            ? ". To undo it: " + wording.git("tag --delete " + ShellWord.of(tag))
            : "";
    return "Tagged " + tag + refused + undo + ". To push it: " + PushCommand.of(push, wording);
  }

  private static String later(CommitsAfterRelease later, Wording wording) {
    List<String> named = new ArrayList<>();
    for (int i = 0; i < later.titles().size(); i++) {
      named.add(shortened(later.ids().get(i)) + " " + later.titles().get(i));
    }
    int count = later.ids().size();
    String release = shortened(later.writtenIn());
    return ("%s contains %s that its changelog may not list, after %s wrote %s: %s%s;"
            + " without %s: %s, then run it again")
        .formatted(
            later.tag(),
            Words.count(count, "commit"),
            release,
            later.version(),
            String.join("; ", named),
            count > CommitsAfterRelease.MOST_NAMED ? ", ..." : "",
            count == 1 ? "it" : "them",
            wording.git("switch -c " + ShellWord.of(later.branch()) + " " + release));
  }

  private static String shortened(String id) {
    return id.substring(0, SHORT_ID);
  }
}

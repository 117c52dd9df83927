package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.settings.ChangelogSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.report.PrepareText;
import io.github.releasesync.report.Report;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.report.RollbackText;
import io.github.releasesync.report.TagText;
import io.github.releasesync.report.Wording;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.GoldenCase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The goals of a release as steps of a script, and what they print:
 *
 * <pre>
 * mvn prepare LEVEL -DPARAMETER=VALUE ...
 * mvn tag -DPARAMETER=VALUE ...
 * mvn rollback
 * </pre>
 *
 * Each is previewed first: the preview prints the same and changes nothing. A goal that is held
 * back changes nothing either, and a rollback leaves all as it was before the last prepare.
 */
final class ReleaseSteps {

  private final GitSandbox git;
  private final GoldenCase golden;
  private final ReleaseSync releaser;
  private final StringBuilder printed = new StringBuilder();
  private final Deque<String> beforePrepare = new ArrayDeque<>();
  private List<String> written = List.of();

  ReleaseSteps(GitSandbox git, GoldenCase golden) {
    this.git = git;
    this.golden = golden;
    this.releaser = new ReleaseSync(git.runnerInTime());
  }

  /** What the goals printed, each after its command. */
  String printed() {
    return printed.toString();
  }

  /** The files that the last prepare committed and that are there still. */
  List<String> written() {
    return written;
  }

  /** Does a step. */
  void step(String line) {
    assertThat(line).startsWith("mvn ");
    String[] words = line.split(" (?=-D)");
    String goal = words[0].split(" ")[1];
    printed.append(printed.isEmpty() ? "" : "\n").append("$ ").append(line).append('\n');
    String head = git.head();
    String before = RepositoryState.of(git);
    Answer preview = answer(goal, words, true);
    assertThat(RepositoryState.of(git)).as("preview of " + line).isEqualTo(before);
    Answer done = answer(goal, words, false);
    assertThat(done.lines()).as("preview of " + line).isEqualTo(preview.lines());
    printed.append(done.lines());
    if (!preview.last().equals(done.last())) {
      printed.append("preview: ").append(preview.last());
    }
    printed.append(done.last());
    String after = RepositoryState.of(git);
    if (done.failed() && preview.failed()) {
      assertThat(after).as(line).isEqualTo(before);
      return;
    }
    if (!goal.equals("rollback")) {
      assertThat(errors()).as("check after " + line).isEmpty();
    }
    if (goal.equals("prepare")) {
      beforePrepare.push(before);
      written = git.git("diff", "--name-only", "--diff-filter=AM", head, "HEAD").lines().toList();
    } else if (goal.equals("rollback")) {
      assertThat(after).as(line).isEqualTo(beforePrepare.pop());
      written = List.of();
    }
  }

  /** What check says of what was released. */
  private List<Problem> errors() {
    return releaser
        .check(
            new CheckRequest(
                git.directory(),
                Optional.empty(),
                Optional.empty(),
                settings("auto"),
                List.of(),
                FailOn.ERROR))
        .assessment()
        .findings()
        .stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .toList();
  }

  private Settings settings(String changelog) {
    return Settings.ofGroups(golden.groups()).withChangelog(ChangelogSpec.of(changelog));
  }

  private record Answer(String lines, String last, boolean failed) {}

  private Answer answer(String goal, String[] words, boolean dryRun) {
    String level = words[0].substring(("mvn " + goal).length()).strip();
    try {
      Wording wording = MavenWording.DECLARED;
      Report result =
          switch (goal) {
            case "prepare" ->
                PrepareText.of(releaser.prepare(request(level, words, dryRun)), wording);
            case "tag" -> TagText.of(releaser.tag(request("current", words, dryRun)), wording);
            case "rollback" ->
                RollbackText.of(
                    releaser.rollback(git.directory(), Optional.empty(), dryRun, false), wording);
            default -> throw new IllegalArgumentException(goal);
          };
      StringBuilder lines = new StringBuilder();
      for (ReportLine line : result.lines()) {
        lines.append(String.format("[%s] %s", line.severity(), line.text()).stripTrailing());
        lines.append('\n');
      }
      String mark = result.failed() ? "[FAILURE] " : "[INFO] ";
      return new Answer(lines.toString(), mark + result.lastLine() + "\n", result.failed());
    } catch (ReleaseException e) {
      String stop = "[FAILURE] " + ReportLine.stop(e.problem()).text() + "\n";
      return new Answer("", stop, true);
    }
  }

  private PrepareRequest request(String level, String[] words, boolean dryRun) {
    Map<String, String> given = new HashMap<>();
    for (String word : words) {
      if (word.startsWith("-D")) {
        given.put(word.substring(2, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
      }
    }
    return PrepareRequests.of(
        git.directory(),
        settings(given.getOrDefault("changelog", "auto")),
        dryRun,
        level.isEmpty() ? "auto" : level,
        given);
  }
}

package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.settings.ChangelogSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.report.Report;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.GoldenCase;
import io.github.releasesync.testing.JsonSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
      Report result =
          switch (goal) {
            case "prepare" -> Printed.of(releaser.prepare(request(level, words, dryRun)));
            case "tag" -> Printed.of(releaser.tag(request("current", words, dryRun)));
            case "rollback" ->
                Printed.of(releaser.rollback(git.directory(), Optional.empty(), dryRun, false));
            default -> throw new IllegalArgumentException(goal);
          };
      if (!goal.equals("rollback")) {
        assertReported(goal, dryRun, result.failed());
      }
      StringBuilder lines = new StringBuilder();
      for (ReportLine line : result.lines()) {
        lines.append(String.format("[%s] %s", line.severity(), line.text()).stripTrailing());
        lines.append('\n');
      }
      String mark = result.failed() ? "[FAILURE] " : "[INFO] ";
      return new Answer(lines.toString(), mark + result.lastLine() + "\n", result.failed());
    } catch (ReleaseException e) {
      String stop = "[FAILURE] " + Printed.of(e.problem()) + "\n";
      return new Answer("", stop, true);
    }
  }

  /** What programs read says what was done, and its form is the schema's. */
  private void assertReported(String goal, boolean dryRun, boolean failed) {
    String json = read(git.path("target/release-sync/" + goal + ".json"));
    assertThat(JsonSchema.of("prepare").violations(json)).isEmpty();
    JsonObject report = JsonParser.parseString(json).getAsJsonObject();
    String done = goal.equals("tag") ? "tagged" : "prepared";
    String verdict = report.get("verdict").getAsString();
    if (report.getAsJsonArray("guards").isEmpty()) {
      assertThat(verdict).isEqualTo(dryRun ? "preview" : done);
    } else {
      assertThat(verdict).isEqualTo("blocked");
      assertThat(failed).isTrue();
    }
    if (verdict.equals(done) && !report.get("tag").isJsonNull()) {
      String tag = report.get("tag").getAsString();
      assertThat(git.git("rev-parse", tag + "^{commit}").strip())
          .isEqualTo(report.get("commit").getAsString());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

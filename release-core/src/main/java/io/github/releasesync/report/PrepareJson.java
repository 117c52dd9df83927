package io.github.releasesync.report;

import io.github.releasesync.goal.PrepareResult;
import io.github.releasesync.goal.TagResult;
import io.github.releasesync.json.Json;
import io.github.releasesync.prepare.GuardAnswers;
import io.github.releasesync.prepare.PrepareRecord;
import io.github.releasesync.prepare.Push;
import io.github.releasesync.prepare.ReleaseChanges;
import io.github.releasesync.problem.Command;
import java.util.List;
import java.util.Optional;

/** prepare.json and tag.json. New versions only add fields. */
public final class PrepareJson {

  private static final int SCHEMA = 1;

  private PrepareJson() {}

  /**
   * The report of the prepare goal.
   *
   * @param result its result
   * @param wording the notation of commands
   * @return the document
   */
  public static String write(PrepareResult result, Wording wording) {
    ReleaseChanges changes = result.changes();
    PrepareRecord record = result.record();
    return new Json()
        .write(
            new Document(
                SCHEMA,
                verdict(result.guards(), result.push(), "prepared"),
                ReleaseEntry.of(changes.release()),
                changes.dependents().stream().map(ReleaseEntry::of).toList(),
                record.branch(),
                record.before(),
                record.commit().orElse(null),
                record.tag().orElse(null),
                List.copyOf(record.files().keySet()),
                changes.fragments(),
                changes.development().map(ReleaseEntry::of).orElse(null),
                result.notes().orElse(null),
                push(result.push()),
                changes.tooLow().map(p -> ProblemJson.of(p, wording)).orElse(null),
                ProblemJson.of(result.guards().leftBehind(), wording),
                ProblemJson.of(result.guards().failed(), wording),
                result.guards().notes(),
                result.recovered().notes(),
                result.push().isPresent() ? ProblemJson.of(Command.of("rollback")) : null));
  }

  /**
   * The report of the tag goal.
   *
   * @param result its result
   * @param wording the notation of commands
   * @return the document
   */
  public static String write(TagResult result, Wording wording) {
    return new Json()
        .write(
            new Document(
                SCHEMA,
                verdict(result.guards(), result.push(), "tagged"),
                ReleaseEntry.of(result.release()),
                List.of(),
                null,
                result.commit(),
                result.commit(),
                result.release().tag().orElse(null),
                List.of(),
                List.of(),
                null,
                null,
                push(result.push()),
                null,
                ProblemJson.of(result.guards().leftBehind(), wording),
                ProblemJson.of(result.guards().failed(), wording),
                result.guards().notes(),
                result.recovered().notes(),
                null));
  }

  private static String verdict(GuardAnswers guards, Optional<Push> push, String done) {
    if (!guards.failed().isEmpty()) {
      return "blocked";
    }
    return push.isPresent() ? done : "preview";
  }

  private static PushEntry push(Optional<Push> push) {
    return push.map(
            p ->
                new PushEntry(
                    p.done(),
                    p.remote().map(r -> p.remoteName()).orElse(null),
                    p.names(),
                    p.refusal().orElse(null)))
        .orElse(null);
  }

  private record Document(
      int schema,
      String verdict,
      ReleaseEntry release,
      List<ReleaseEntry> dependents,
      String branch,
      String before,
      String commit,
      String tag,
      List<String> files,
      List<String> deleted,
      ReleaseEntry development,
      String notes,
      PushEntry push,
      ProblemJson.Entry warning,
      List<ProblemJson.Entry> leftBehind,
      List<ProblemJson.Entry> guards,
      List<String> unasked,
      List<String> recovered,
      ProblemJson.CommandEntry undo) {}

  private record PushEntry(boolean done, String remote, List<String> names, String refusal) {}
}

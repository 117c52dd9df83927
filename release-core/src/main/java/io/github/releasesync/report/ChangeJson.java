package io.github.releasesync.report;

import io.github.releasesync.goal.BumpResult;
import io.github.releasesync.goal.SyncResult;
import io.github.releasesync.json.Json;
import io.github.releasesync.prepare.Recovered;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.text.FileChange;
import java.util.List;

/** bump.json and sync.json. New versions only add fields. */
public final class ChangeJson {

  private static final int SCHEMA = 1;

  private ChangeJson() {}

  /**
   * The report of the bump goal.
   *
   * @param result its result
   * @param wording the notation of commands
   * @return the document
   */
  public static String write(BumpResult result, Wording wording) {
    return document(
        result.recovered(),
        result.dryRun(),
        result.bumped().stream().map(ReleaseEntry::of).toList(),
        result.dependents().stream().map(ReleaseEntry::of).toList(),
        result.files(),
        null,
        result.left(),
        wording);
  }

  /**
   * The report of the sync goal.
   *
   * @param result its result
   * @param wording the notation of commands
   * @return the document
   */
  public static String write(SyncResult result, Wording wording) {
    return document(
        result.recovered(),
        result.dryRun(),
        List.of(),
        List.of(),
        result.files(),
        result.commit().orElse(null),
        result.left(),
        wording);
  }

  private static String document(
      Recovered recovered,
      boolean dryRun,
      List<ReleaseEntry> bumped,
      List<ReleaseEntry> dependents,
      List<FileChange> files,
      String commit,
      List<Problem> left,
      Wording wording) {
    return new Json()
        .write(
            new Document(
                SCHEMA,
                dryRun ? "preview" : files.isEmpty() ? "unchanged" : "changed",
                bumped,
                dependents,
                files.stream().map(FileChange::path).toList(),
                commit,
                recovered.notes(),
                ProblemJson.of(left, wording)));
  }

  private record Document(
      int schema,
      String verdict,
      List<ReleaseEntry> bumped,
      List<ReleaseEntry> dependents,
      List<String> files,
      String commit,
      List<String> recovered,
      List<ProblemJson.Entry> findings) {}
}

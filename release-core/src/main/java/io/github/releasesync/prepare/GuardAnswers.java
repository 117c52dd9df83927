package io.github.releasesync.prepare;

import io.github.releasesync.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * The results of the guards.
 *
 * @param failed the guards that block the release
 * @param notes notes about guards that could not run, as sentences without a full stop
 * @param leftBehind the findings of the release that block nothing, such as forgotten copies
 */
public record GuardAnswers(List<Problem> failed, List<String> notes, List<Problem> leftBehind) {

  /** Copies the lists. */
  public GuardAnswers {
    failed = List.copyOf(failed);
    notes = List.copyOf(notes);
    leftBehind = List.copyOf(leftBehind);
  }

  /**
   * These results with one more failed guard.
   *
   * @param problem the problem that the guard found
   * @return the results
   */
  public GuardAnswers and(Problem problem) {
    return new GuardAnswers(
        Stream.concat(failed.stream(), Stream.of(problem)).toList(), notes, leftBehind);
  }
}

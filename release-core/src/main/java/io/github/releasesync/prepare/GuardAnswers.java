package io.github.releasesync.prepare;

import io.github.releasesync.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * Answers of the guards.
 *
 * @param failed the guards that block the release
 * @param notes what could not be asked, as sentences without a full stop
 * @param leftBehind what the release leaves as it was before it, such as copies of its version;
 *     none of it blocks
 */
public record GuardAnswers(List<Problem> failed, List<String> notes, List<Problem> leftBehind) {

  /** Copies. */
  public GuardAnswers {
    failed = List.copyOf(failed);
    notes = List.copyOf(notes);
    leftBehind = List.copyOf(leftBehind);
  }

  /**
   * The same with one more guard that failed.
   *
   * @param problem the guard's answer
   * @return the answers
   */
  public GuardAnswers and(Problem problem) {
    return new GuardAnswers(
        Stream.concat(failed.stream(), Stream.of(problem)).toList(), notes, leftBehind);
  }
}

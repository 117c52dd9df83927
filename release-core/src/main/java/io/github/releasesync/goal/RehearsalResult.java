package io.github.releasesync.goal;

import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.publish.Outcome;
import io.github.releasesync.rehearsal.ClientCheck;
import java.util.List;
import java.util.Optional;

/** The result of the rehearse goal: a rehearsal, one that was killed as asked, or a check. */
public sealed interface RehearsalResult {

  /**
   * The outcome of the rehearsed release.
   *
   * @return the outcome; empty if the rehearsal was killed, or the tree was only checked
   */
  default Optional<Outcome> outcome() {
    return Optional.empty();
  }

  /**
   * Whether the goal fails.
   *
   * @return true if so
   */
  boolean failed();

  /**
   * A rehearsal that came to its end.
   *
   * @param run the outcome of the release
   * @param clients what the real clients did with it; empty unless it is done
   */
  record Rehearsed(Outcome run, List<ClientCheck.Result> clients) implements RehearsalResult {

    /** Takes the list over. */
    public Rehearsed {
      clients = List.copyOf(clients);
    }

    @Override
    public Optional<Outcome> outcome() {
      return Optional.of(run);
    }

    @Override
    public boolean failed() {
      return !run.isDone() || clientsFailed();
    }

    /**
     * Whether a client could not use what was released.
     *
     * @return true if so; false for clients that could not be tried
     */
    public boolean clientsFailed() {
      return clients.stream().anyMatch(r -> r.shown().filter(ok -> !ok).isPresent());
    }
  }

  /**
   * A rehearsal that ended where a crash would have ended it, as asked.
   *
   * @param record the number of the last record of the journal, from 1
   * @param next the command that goes on
   */
  record Killed(int record, Help next) implements RehearsalResult {

    @Override
    public boolean failed() {
      return true;
    }
  }

  /**
   * A check of the tree in place of a rehearsal, because a tool is missing.
   *
   * @param check the result of the check
   * @param missing the tool that is missing
   */
  record Checked(CheckResult check, Problem missing) implements RehearsalResult {

    @Override
    public boolean failed() {
      return check.failed();
    }
  }
}

package io.github.releasesync.goal;

import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.publish.Outcome;
import io.github.releasesync.rehearsal.ClientCheck;
import java.util.List;
import java.util.Optional;

/** The result of the rehearse goal: a rehearsal, a simulated crash, or a check. */
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
   * A rehearsal that ran to its end.
   *
   * @param run the outcome of the release
   * @param clients the results of the real clients; empty unless the release is done
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
     * Whether a client could not use the release.
     *
     * @return true if so; false for clients that could not be tried
     */
    public boolean clientsFailed() {
      return clients.stream().anyMatch(r -> r.shown().filter(ok -> !ok).isPresent());
    }
  }

  /**
   * A rehearsal that ended in a simulated crash.
   *
   * @param record the number of the last record of the journal, from 1
   * @param next the command that resumes
   */
  record Killed(int record, Help next) implements RehearsalResult {

    @Override
    public boolean failed() {
      return true;
    }
  }

  /**
   * A check of the tree instead of a rehearsal, because a tool is missing.
   *
   * @param check the result of the check
   * @param missing the missing tool
   */
  record Checked(CheckResult check, Problem missing) implements RehearsalResult {

    @Override
    public boolean failed() {
      return check.failed();
    }
  }
}

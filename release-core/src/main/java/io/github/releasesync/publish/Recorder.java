package io.github.releasesync.publish;

import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.store.Journal;
import io.github.releasesync.store.JournalRecord;
import io.github.releasesync.store.JournalRecord.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes the journal of a run. */
final class Recorder {

  private final Journal journal;
  private final Timing timing;
  private final ExecutionListener listener;
  private final AtomicInteger written = new AtomicInteger();
  private final Map<String, Integer> attempts;
  private volatile RuntimeException dead;

  Recorder(Journal journal, JournalHistory history, Timing timing, ExecutionListener listener) {
    this.journal = journal;
    this.timing = timing;
    this.listener = listener;
    this.attempts = new HashMap<>(history.attempts());
  }

  /** Announces uploads. When it returns, the announcement is on disk. */
  void intend(List<PlannedArtifact> artifacts) {
    List<JournalRecord> records = new ArrayList<>();
    synchronized (attempts) {
      for (PlannedArtifact a : artifacts) {
        int attempt = attempts.merge(a.id(), 1, Integer::sum);
        records.add(new JournalRecord(Type.INTENT, a.id(), attempt, time(), ""));
      }
    }
    requireAlive();
    journal.append(records);
    records.forEach(r -> count());
  }

  /** Records the result of an upload. */
  void note(Type type, PlannedArtifact artifact, String detail) {
    requireAlive();
    int attempt;
    synchronized (attempts) {
      attempt = attempts.getOrDefault(artifact.id(), 0);
    }
    journal.note(new JournalRecord(type, artifact.id(), attempt, time(), detail));
    count();
  }

  /** Records an event of the whole release, and forces everything to disk. */
  void milestone(Type type, String detail) {
    requireAlive();
    journal.append(List.of(new JournalRecord(type, "", 0, time(), detail)));
    count();
  }

  private String time() {
    return timing.now().toString();
  }

  private void count() {
    try {
      listener.recorded(written.incrementAndGet());
    } catch (RuntimeException e) {
      dead = e;
      throw e;
    }
  }

  /** Keeps other threads from writing after a rehearsed crash. */
  private void requireAlive() {
    if (dead != null) {
      throw dead;
    }
  }
}

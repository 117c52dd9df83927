package io.github.releasesync.publish;

import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.store.Journal;
import io.github.releasesync.store.JournalRecord;
import io.github.releasesync.store.JournalRecord.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes the journal, and knows what an earlier run has left open. */
final class Recorder {

  private final Journal journal;
  private final Timing pace;
  private final ExecutionListener listener;
  private final AtomicInteger written = new AtomicInteger();
  private final Set<String> inFlight = new HashSet<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Integer> attempts = new HashMap<>();
  private volatile RuntimeException dead;

  Recorder(Journal journal, Timing pace, ExecutionListener listener) {
    this.journal = journal;
    this.pace = pace;
    this.listener = listener;
    for (JournalRecord r : journal.records()) {
      switch (r.type()) {
        case INTENT, AMBIGUOUS -> inFlight.add(r.artifact());
        case ACCEPTED, REJECTED, DEFERRED, PRESENT -> inFlight.remove(r.artifact());
        case STAGED, RESOLVABLE, CONFLICT, DONE -> {}
      }
      switch (r.type()) {
        case ACCEPTED, PRESENT, RESOLVABLE -> seen.add(r.artifact());
        case STAGED, INTENT, AMBIGUOUS, REJECTED, DEFERRED, CONFLICT, DONE -> {}
      }
      attempts.merge(r.artifact(), r.type() == Type.INTENT ? 1 : 0, Integer::sum);
    }
  }

  /** Whether an earlier run announced an upload of which nobody knows what came of it. */
  boolean wasLeftInFlight(PlannedArtifact artifact) {
    return inFlight.contains(artifact.id());
  }

  /** Whether an earlier run saw it public: what is told of it until the registry is asked. */
  boolean wasSeen(PlannedArtifact artifact) {
    return seen.contains(artifact.id());
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

  /** Notes what came of it. */
  void note(Type type, PlannedArtifact artifact, String detail) {
    requireAlive();
    int attempt;
    synchronized (attempts) {
      attempt = attempts.getOrDefault(artifact.id(), 0);
    }
    journal.note(new JournalRecord(type, artifact.id(), attempt, time(), detail));
    count();
  }

  /** Records what concerns the release as a whole, and forces everything to disk. */
  void milestone(Type type, String detail) {
    requireAlive();
    journal.append(List.of(new JournalRecord(type, "", 0, time(), detail)));
    count();
  }

  private String time() {
    return pace.now().toString();
  }

  private void count() {
    try {
      listener.recorded(written.incrementAndGet());
    } catch (RuntimeException e) {
      dead = e;
      throw e;
    }
  }

  /** After a rehearsed crash no other thread may write on, as none would. */
  private void requireAlive() {
    if (dead != null) {
      throw dead;
    }
  }
}

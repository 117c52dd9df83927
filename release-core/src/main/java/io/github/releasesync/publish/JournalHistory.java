package io.github.releasesync.publish;

import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.store.JournalRecord;
import io.github.releasesync.store.JournalRecord.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The traces of earlier runs in a journal. Only a hint: the registries decide. */
final class JournalHistory {

  /** No earlier run. */
  static final JournalHistory NONE = JournalHistory.of(List.of());

  private final Set<String> inFlight = new HashSet<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Integer> attempts = new HashMap<>();

  private JournalHistory() {}

  static JournalHistory of(List<JournalRecord> records) {
    JournalHistory history = new JournalHistory();
    records.forEach(history::add);
    return history;
  }

  private void add(JournalRecord r) {
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

  /** Whether an earlier run announced an upload whose outcome is unknown. */
  boolean wasLeftInFlight(PlannedArtifact artifact) {
    return inFlight.contains(artifact.id());
  }

  /** Whether an earlier run saw it public. */
  boolean wasSeen(PlannedArtifact artifact) {
    return seen.contains(artifact.id());
  }

  /** The number of announcements of each artifact, by identity. */
  Map<String, Integer> attempts() {
    return Map.copyOf(attempts);
  }
}

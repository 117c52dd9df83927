package io.github.releasesync.adopt;

import io.github.releasesync.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Notes on one key of several groups: one for each kind, which names the first of the groups. */
final class GroupNotes {

  private final Map<String, List<String>> ofKinds = new LinkedHashMap<>();

  /** A note of one group; notes of one kind say the same of different groups. */
  void add(String kind, String note) {
    ofKinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(note);
  }

  /** Hands over one note for each kind. */
  void each(Consumer<String> notes) {
    for (List<String> ofKind : ofKinds.values()) {
      int more = ofKind.size() - 1;
      notes.accept(
          ofKind.get(0) + (more == 0 ? "" : ", and so for " + Words.count(more, "more group")));
    }
  }
}

package io.github.releasesync.changelog;

import io.github.releasesync.text.SourceText;
import java.util.List;

/**
 * A changelog in which a release was cut.
 *
 * @param text the file's new text
 * @param summary the hand-written text of the release before its entries
 * @param entries the entries of the release: hand-written ones, then added ones
 */
public record ChangelogEdit(SourceText text, String summary, List<ChangelogEntry> entries) {

  /** Copies. */
  public ChangelogEdit {
    entries = List.copyOf(entries);
  }

  /**
   * Whether the release has no entries.
   *
   * @return true if its section is empty
   */
  public boolean saysNothing() {
    return summary.isEmpty() && entries.isEmpty();
  }
}

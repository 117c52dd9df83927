package io.github.releasesync.changelog;

import io.github.releasesync.text.SourceText;
import java.util.List;

/**
 * A changelog in which a release was cut.
 *
 * @param text the file's new text
 * @param summary what a person wrote of the release before its entries
 * @param entries what it says of the release: what a person wrote, then what was added
 */
public record ChangelogEdit(SourceText text, String summary, List<ChangelogEntry> entries) {

  /** Copies. */
  public ChangelogEdit {
    entries = List.copyOf(entries);
  }

  /**
   * Whether nothing is said of the release.
   *
   * @return true if its section is empty
   */
  public boolean saysNothing() {
    return summary.isEmpty() && entries.isEmpty();
  }
}

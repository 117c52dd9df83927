package io.github.releasesync.prepare;

import java.util.List;

/**
 * What was recovered of an interrupted run.
 *
 * @param files whether files were brought to where the change would have brought them
 * @param notes what was done, in sentences
 */
public record Recovered(boolean files, List<String> notes) {

  /** Nothing: no run was interrupted. */
  public static final Recovered NOTHING = new Recovered(false, List.of());
}

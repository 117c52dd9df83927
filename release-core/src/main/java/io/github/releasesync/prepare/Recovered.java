package io.github.releasesync.prepare;

import java.util.List;

/**
 * The recovered parts of an interrupted run.
 *
 * @param files whether an interrupted change of files was completed
 * @param notes the actions, as sentences
 */
public record Recovered(boolean files, List<String> notes) {

  /** Nothing was recovered: no run was interrupted. */
  public static final Recovered NOTHING = new Recovered(false, List.of());
}

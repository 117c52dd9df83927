package io.github.releasesync.prepare;

import io.github.releasesync.problem.Help;
import java.util.List;
import java.util.Optional;

/**
 * The recovered parts of an interrupted run.
 *
 * @param files whether an interrupted change of files was completed
 * @param notes the actions, as sentences
 * @param left what was not recovered because it was a dry run, and what recovers it
 */
public record Recovered(boolean files, List<String> notes, Optional<Help> left) {

  /** Nothing was recovered: no run was interrupted. */
  public static final Recovered NOTHING = new Recovered(false, List.of(), Optional.empty());
}

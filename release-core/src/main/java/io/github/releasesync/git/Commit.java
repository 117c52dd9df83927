package io.github.releasesync.git;

import java.time.Instant;
import java.util.List;

/**
 * One commit of a history.
 *
 * @param id its id, in full
 * @param parents the ids of its parents; none for a first commit, several for a merge
 * @param authored when its author made it
 * @param author the name of its author
 * @param message its message as git has it, cut after {@link #MESSAGE_LIMIT} bytes; bytes that are
 *     not UTF-8 are U+FFFD
 * @param paths the files that it changed against its first parent, if requested
 */
public record Commit(
    String id,
    List<String> parents,
    Instant authored,
    String author,
    String message,
    List<String> paths) {

  /** The length of a message that is read: 64 KiB. */
  public static final int MESSAGE_LIMIT = 64 << 10;

  /**
   * Whether it joins lines of history.
   *
   * @return true for two parents or more
   */
  public boolean isMerge() {
    return parents.size() > 1;
  }
}

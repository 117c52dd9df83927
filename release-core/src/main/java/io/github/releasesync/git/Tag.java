package io.github.releasesync.git;

import java.time.Instant;
import java.util.Comparator;

/**
 * A tag that points to a commit.
 *
 * @param name its name, without {@code refs/tags/}
 * @param commit the id of the commit, in full
 * @param annotated whether it is an object of its own, with author and message
 * @param created when it was tagged, or for a lightweight tag when its commit was made
 */
public record Tag(String name, String commit, boolean annotated, Instant created) {

  /** The newest first, then by name, the highest first. */
  public static final Comparator<Tag> NEWEST_FIRST =
      Comparator.comparing(Tag::created).thenComparing(Tag::name).reversed();
}

package io.github.releasesync.history;

import io.github.releasesync.version.CommitImpact;
import java.time.Instant;
import java.util.Optional;

/**
 * A commit that counts for a release.
 *
 * @param id its id, in full
 * @param authored when its author made it
 * @param title its first line, cut if it is very long
 * @param change its impact on users
 * @param breaking its description of the breaking change, if any
 */
public record CountedCommit(
    String id, Instant authored, String title, CommitImpact change, Optional<String> breaking) {}

package io.github.releasesync.next;

import java.util.Optional;

/**
 * The group or package that a user selects for a release.
 *
 * @param group the name of the group; empty for the only one
 * @param separate the id of a follower to release without its group, such as {@code
 *     pypi:engine-tools}; empty for a group
 */
public record Selection(Optional<String> group, Optional<String> separate) {}

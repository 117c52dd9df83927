package io.github.releasesync.next;

import java.util.Optional;

/**
 * The group or package that a user names for a release.
 *
 * @param group the name of the group; empty if there is only one that can be meant
 * @param separate the id of a follower to release without its group, such as {@code
 *     pypi:engine-tools}; empty for a group
 */
public record Selection(Optional<String> group, Optional<String> separate) {}

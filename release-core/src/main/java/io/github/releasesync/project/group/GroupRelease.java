package io.github.releasesync.project.group;

import io.github.releasesync.version.ReleaseVersion;

/**
 * A release of a group that a tag in the history of HEAD states.
 *
 * @param tag the tag
 * @param version the release version
 */
public record GroupRelease(ReachableTag tag, ReleaseVersion version) {}

package io.github.releasesync.changelog;

import io.github.releasesync.problem.Place;

/**
 * A comment of one line that marks a position for tools: {@code <!-- next-header -->}.
 *
 * @param text the text of the comment, without surrounding spaces
 * @param place where the line begins
 * @param start offset of the line in the text
 * @param end offset behind its last character, before the line end
 */
public record ChangelogMarker(String text, Place place, int start, int end) {}

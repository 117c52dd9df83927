package io.github.releasesync.changelog;

import io.github.releasesync.problem.Place;

/**
 * A comment of one line, by which tools find their way: {@code <!-- next-header -->}.
 *
 * @param text what stands in the comment, without blanks around
 * @param place where the line begins
 * @param start offset of the line in the text
 * @param end offset behind its last character, before the line end
 */
public record ChangelogMarker(String text, Place place, int start, int end) {}

package io.github.releasesync.changelog;

import io.github.releasesync.problem.Place;

/**
 * A link reference definition: {@code [1.0.0]: https://...}.
 *
 * @param label the text in the brackets; case makes no difference to Markdown
 * @param url where it leads
 * @param place where the line begins
 * @param start offset of the line in the text
 * @param end offset behind its last character, before the line end
 * @param urlStart offset of the address, inside any {@code <>}
 */
public record ChangelogLink(
    String label, String url, Place place, int start, int end, int urlStart) {}

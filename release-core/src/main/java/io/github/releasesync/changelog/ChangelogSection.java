package io.github.releasesync.changelog;

/**
 * The section of one release, or of unreleased changes.
 *
 * @param heading its heading
 * @param bodyStart offset of the line after the heading
 * @param bodyEnd offset where the next section begins; of the last section, where its text ends
 *     before blank lines, link references and markers
 * @param lastLine 1-based number of its last line; that of the heading where the body is empty
 */
public record ChangelogSection(
    ChangelogHeading heading, int bodyStart, int bodyEnd, int lastLine) {}

package io.github.releasesync.text;

import java.util.Optional;

/**
 * A file before and after.
 *
 * @param path from the root, with {@code /}
 * @param before its text; empty for a file that is not there yet
 * @param after its text then
 */
public record FileChange(String path, Optional<SourceText> before, SourceText after) {}

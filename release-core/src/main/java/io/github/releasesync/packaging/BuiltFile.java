package io.github.releasesync.packaging;

import io.github.releasesync.project.workspace.Package;
import java.nio.file.Path;

/**
 * A file that a tool has made.
 *
 * @param owner the package that it belongs to
 * @param file the file, with the name that it is uploaded under
 */
public record BuiltFile(Package owner, Path file) {}

package io.github.releasesync.packaging;

import io.github.releasesync.project.workspace.Package;
import java.nio.file.Path;

/**
 * A file that a tool created.
 *
 * @param owner the package that it belongs to
 * @param file the file, under its upload name
 */
public record BuiltFile(Package owner, Path file) {}

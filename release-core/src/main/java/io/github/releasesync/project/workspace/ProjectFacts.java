package io.github.releasesync.project.workspace;

import io.github.releasesync.manifest.python.ProjectMetadata;
import io.github.releasesync.text.Located;
import java.util.List;

/**
 * The content of a {@code pyproject.toml} besides the version.
 *
 * @param project the Python project
 * @param name its name with its place
 * @param metadata its metadata for PyPI
 * @param missingFiles its readme and license files that do not exist; empty for a commit of the
 *     past
 */
public record ProjectFacts(
    Package project,
    Located<String> name,
    ProjectMetadata metadata,
    List<Located<String>> missingFiles) {}

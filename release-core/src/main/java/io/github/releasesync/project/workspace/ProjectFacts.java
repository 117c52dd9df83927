package io.github.releasesync.project.workspace;

import io.github.releasesync.manifest.python.ProjectMetadata;
import io.github.releasesync.text.Located;
import java.util.List;

/**
 * What a {@code pyproject.toml} says beside the version.
 *
 * @param project the Python project
 * @param name its name, where it stands
 * @param metadata what it tells PyPI
 * @param missingFiles what it names as readme or licence and is not there; empty for a commit of
 *     the past
 */
public record ProjectFacts(
    Package project,
    Located<String> name,
    ProjectMetadata metadata,
    List<Located<String>> missingFiles) {}

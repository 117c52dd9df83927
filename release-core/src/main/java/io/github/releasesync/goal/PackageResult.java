package io.github.releasesync.goal;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.report.ReportLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code package} made.
 *
 * @param distDirectory the folder that holds it
 * @param commit the commit that it was made from; empty outside git
 * @param dirty whether the tree differed from that commit
 * @param artifacts the artifacts by file name
 * @param lines the report for the terminal, without its last line
 * @param lastLine what it comes to
 */
public record PackageResult(
    Path distDirectory,
    Optional<String> commit,
    boolean dirty,
    List<Artifact> artifacts,
    List<ReportLine> lines,
    String lastLine) {}

package io.github.releasesync.goal;

import io.github.releasesync.report.ReportLine;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a goal that changes the tree did, or would do.
 *
 * @param lines the report for the terminal, without its last line
 * @param lastLine what it comes to, and what to do next
 * @param files the files that changed or would, from the root, sorted
 */
public record ChangeResult(List<ReportLine> lines, String lastLine, List<String> files) {

  /** The same after what was to be put right first. */
  public ChangeResult after(List<ReportLine> first) {
    return new ChangeResult(
        Stream.concat(first.stream(), lines.stream()).toList(), lastLine, files);
  }
}

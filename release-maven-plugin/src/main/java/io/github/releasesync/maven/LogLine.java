package io.github.releasesync.maven;

import io.github.releasesync.report.ReportLine;
import org.apache.maven.plugin.logging.Log;

/** A line of a report in Maven's log. */
final class LogLine {

  private LogLine() {}

  static void print(ReportLine line, Log log) {
    switch (line.severity()) {
      case ERROR -> log.error(line.text());
      case WARNING -> log.warn(line.text());
      case INFO -> log.info(line.text());
    }
  }
}

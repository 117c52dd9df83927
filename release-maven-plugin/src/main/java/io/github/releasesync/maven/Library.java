package io.github.releasesync.maven;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.report.Wording;
import org.apache.maven.plugin.logging.Log;

/** The library for goals whose reports do not hold the circumstances: it says them at once. */
final class Library {

  private Library() {}

  static ReleaseSync of(Wording wording, Log log) {
    return ReleaseSync.system(wording, notice -> LogLine.print(ReportLine.note(notice), log));
  }
}

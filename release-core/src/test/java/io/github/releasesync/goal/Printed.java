package io.github.releasesync.goal;

import io.github.releasesync.problem.Problem;
import io.github.releasesync.report.ChangeText;
import io.github.releasesync.report.CheckText;
import io.github.releasesync.report.InitText;
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.report.NextText;
import io.github.releasesync.report.PackageText;
import io.github.releasesync.report.PrepareText;
import io.github.releasesync.report.ReleaseText;
import io.github.releasesync.report.Report;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.report.RollbackText;
import io.github.releasesync.report.TagText;
import java.util.stream.Collectors;

/** Results as a user of Maven reads them. */
final class Printed {

  private Printed() {}

  static Report of(SyncResult result) {
    return ChangeText.of(result, MavenWording.DECLARED);
  }

  static Report of(BumpResult result) {
    return ChangeText.of(result, MavenWording.DECLARED);
  }

  static Report of(PrepareResult result) {
    return PrepareText.of(result, MavenWording.DECLARED);
  }

  static Report of(TagResult result) {
    return TagText.of(result, MavenWording.DECLARED);
  }

  static Report of(RollbackResult result) {
    return RollbackText.of(result, MavenWording.DECLARED);
  }

  static Report of(CheckResult result) {
    return CheckText.of(result, MavenWording.DECLARED);
  }

  static Report of(NextResult result) {
    return NextText.of(result, MavenWording.DECLARED);
  }

  static Report of(InitResult result) {
    return InitText.of(result, MavenWording.DECLARED);
  }

  static String of(Problem problem) {
    return ReportLine.stop(problem, MavenWording.DECLARED).text();
  }

  static Report of(PackageResult result) {
    return PackageText.of(result, MavenWording.DECLARED);
  }

  static Report of(PublishResult result) {
    return ReleaseText.of(result, MavenWording.DECLARED);
  }

  static Report of(RehearsalResult result) {
    return ReleaseText.of(result, MavenWording.DECLARED);
  }

  /** All lines of a report, without how loud they are. */
  static String text(Report report) {
    return report.lines().stream().map(ReportLine::text).collect(Collectors.joining("\n"))
        + (report.lines().isEmpty() ? "" : "\n")
        + report.lastLine()
        + "\n";
  }
}

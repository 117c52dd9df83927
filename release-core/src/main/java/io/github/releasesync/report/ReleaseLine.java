package io.github.releasesync.report;

import io.github.releasesync.next.NextRelease;

/** A release on one line: its name, its versions and its level. */
final class ReleaseLine {

  private ReleaseLine() {}

  /** What is bumped, from where to where; or what is released as it is written. */
  static ReportLine of(NextRelease release) {
    return line(release.group().name(), release, release.level().orElseThrow().toString());
  }

  /** A release that another one causes; a crate with a version of its own goes by its name. */
  static ReportLine ofDependent(NextRelease release) {
    String name = release.isSeparate() ? release.group().lead().name() : release.group().name();
    return line(name, release, "depends on what is bumped");
  }

  private static ReportLine line(String name, NextRelease release, String why) {
    String current = release.current().orElseThrow().text();
    String next = release.version().text();
    String versions = release.current().equals(release.next()) ? next : current + " -> " + next;
    return ReportLine.info(name + "  " + versions + "  (" + why + ")");
  }
}

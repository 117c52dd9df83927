package io.github.releasesync.report;

import io.github.releasesync.next.NextRelease;

/** A release on one line: its name, its versions and its level. */
final class ReleaseLine {

  private ReleaseLine() {}

  /** A bump with its old and new version, or the release of a written version. */
  static ReportLine of(NextRelease release) {
    return line(release.group().name(), release, release.level().orElseThrow().toString());
  }

  /** A release that another one causes; a crate with its own version appears by its name. */
  static ReportLine ofDependent(NextRelease release) {
    String name = release.isSeparate() ? release.group().lead().name() : release.group().name();
    return line(name, release, "depends on a bumped package");
  }

  private static ReportLine line(String name, NextRelease release, String why) {
    String current = release.current().orElseThrow().text();
    String next = release.version().text();
    String versions = release.current().equals(release.next()) ? next : current + " -> " + next;
    return ReportLine.info(name + "  " + versions + "  (" + why + ")");
  }
}

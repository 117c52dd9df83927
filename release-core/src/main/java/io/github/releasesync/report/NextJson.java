package io.github.releasesync.report;

import io.github.releasesync.history.CommitSummary;
import io.github.releasesync.history.CountedCommit;
import io.github.releasesync.json.Json;
import io.github.releasesync.next.NextRelease;
import io.github.releasesync.next.NextRelease.PackageVersion;
import io.github.releasesync.next.NextReleases;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.CommitImpact;
import io.github.releasesync.version.ReleaseVersion;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** next.json. New versions only add fields. */
public final class NextJson {

  private static final int SCHEMA = 1;

  private NextJson() {}

  /**
   * Writes the next releases.
   *
   * @param next the releases
   * @param wording the notation of commands
   * @return the document
   */
  public static String write(NextReleases next, Wording wording) {
    return new Json()
        .write(
            new Document(
                SCHEMA,
                next.level().toString(),
                next.releases().stream().map(NextJson::entry).toList(),
                ProblemJson.of(next.problems(), wording)));
  }

  private static ReleaseEntry entry(NextRelease release) {
    return new ReleaseEntry(
        release.group().name(),
        release.group().lead().id(),
        release.of().orElse(null),
        release.verdict().id(),
        release.reason(),
        text(release.current()),
        post(release.current()),
        text(release.next()),
        post(release.next()),
        release.level().map(Object::toString).orElse(null),
        release.tag().orElse(null),
        release.last().map(last -> last.tag().name()).orElse(null),
        release.changes().map(NextJson::entry).orElse(null),
        release.changes().stream()
            .flatMap(changes -> changes.deciding().stream())
            .map(NextJson::entry)
            .toList(),
        release.versions().stream().map(NextJson::entry).toList(),
        release.files(),
        release.order().stream().map(s -> s.stream().map(Package::id).toList()).toList());
  }

  private static String text(Optional<ReleaseVersion> version) {
    return version.map(ReleaseVersion::toString).orElse(null);
  }

  private static BigInteger post(Optional<ReleaseVersion> version) {
    return version.flatMap(ReleaseVersion::post).orElse(null);
  }

  private static ChangesEntry entry(CommitSummary changes) {
    return new ChangesEntry(
        changes.count(CommitImpact.BREAKING),
        changes.count(CommitImpact.FEATURE),
        changes.count(CommitImpact.FIX),
        changes.count(CommitImpact.NONE),
        changes.takenBack(),
        changes.elsewhere());
  }

  private static CommitEntry entry(CountedCommit commit) {
    return new CommitEntry(
        commit.id(),
        commit.authored().toString(),
        commit.change().name().toLowerCase(Locale.ROOT),
        commit.title(),
        commit.breaking().orElse(null));
  }

  private static PackageEntry entry(PackageVersion version) {
    Package p = version.member();
    return new PackageEntry(
        p.ecosystem().word(),
        p.name(),
        p.manifest(),
        p.version().orElse(null),
        version.next().orElse(null));
  }

  private record Document(
      int schema, String level, List<ReleaseEntry> releases, List<ProblemJson.Entry> findings) {}

  private record ReleaseEntry(
      String group,
      String lead,
      String of,
      String verdict,
      String reason,
      String current,
      BigInteger currentPost,
      String next,
      BigInteger nextPost,
      String level,
      String tag,
      String since,
      ChangesEntry changes,
      List<CommitEntry> commits,
      List<PackageEntry> packages,
      List<String> files,
      List<List<String>> order) {}

  private record ChangesEntry(
      int breaking, int features, int fixes, int others, int takenBack, int elsewhere) {}

  private record CommitEntry(
      String id, String authored, String change, String title, String breaking) {}

  private record PackageEntry(
      String ecosystem, String name, String manifest, String version, String next) {}
}

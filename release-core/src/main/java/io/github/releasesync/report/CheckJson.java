package io.github.releasesync.report;

import io.github.releasesync.check.Assessment;
import io.github.releasesync.check.LockRule;
import io.github.releasesync.check.Suppressed;
import io.github.releasesync.json.Json;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.workspace.Lock;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.ReleaseVersion;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** check.json. New versions only add fields. */
public final class CheckJson {

  private static final int SCHEMA = 1;

  private CheckJson() {}

  /**
   * Writes an assessment.
   *
   * @param assessment the groups and findings
   * @param wording the notation of commands
   * @return the document
   */
  public static String write(Assessment assessment, Wording wording) {
    Map<Package, String> groupOf = new HashMap<>();
    assessment.groups().forEach(g -> g.members().forEach(p -> groupOf.put(p, g.name())));
    return new Json()
        .write(
            new Document(
                SCHEMA,
                assessment.verdict().word(),
                assessment.workspace().packages().stream()
                    .map(p -> entry(p, groupOf.get(p)))
                    .toList(),
                assessment.groups().stream().map(CheckJson::entry).toList(),
                assessment.workspace().locks().stream().map(CheckJson::entry).toList(),
                ProblemJson.of(assessment.findings(), wording),
                assessment.suppressed().stream().map(s -> entry(s, wording)).toList()));
  }

  private static PackageEntry entry(Package p, String group) {
    return new PackageEntry(
        p.ecosystem().word(),
        p.name(),
        p.version().orElse(null),
        p.release().map(ReleaseVersion::toString).orElse(null),
        p.release().flatMap(ReleaseVersion::post).orElse(null),
        p.source().word(),
        p.manifest(),
        p.publishable(),
        group);
  }

  private static GroupEntry entry(Group g) {
    return new GroupEntry(
        g.name(),
        g.lead().id(),
        g.lead().release().map(ReleaseVersion::toString).or(() -> g.lead().version()).orElse(null),
        g.policy().word(),
        g.inferred(),
        g.evidence(),
        g.members().stream().map(Package::id).toList());
  }

  private static LockEntry entry(Lock lock) {
    return new LockEntry(
        lock.file(),
        lock.kind().name().toLowerCase(Locale.ROOT),
        LockRule.stale(lock).stream().map(LockRule::describe).toList(),
        lock.ignored());
  }

  private static SuppressedEntry entry(Suppressed s, Wording wording) {
    ProblemJson.Entry f = ProblemJson.of(s.finding(), wording);
    return new SuppressedEntry(
        f.rule(), f.severity(), f.message(), f.file(), f.line(), f.column(), f.help(), s.reason());
  }

  private record Document(
      int schema,
      String verdict,
      List<PackageEntry> packages,
      List<GroupEntry> groups,
      List<LockEntry> locks,
      List<ProblemJson.Entry> findings,
      List<SuppressedEntry> suppressed) {}

  private record PackageEntry(
      String ecosystem,
      String name,
      String version,
      String release,
      BigInteger post,
      String versionSource,
      String manifest,
      boolean publishable,
      String group) {}

  private record GroupEntry(
      String name,
      String lead,
      String version,
      String policy,
      boolean inferred,
      List<String> evidence,
      List<String> members) {}

  private record LockEntry(String file, String kind, List<String> stale, boolean ignored) {}

  private record SuppressedEntry(
      String rule,
      String severity,
      String message,
      String file,
      Integer line,
      Integer column,
      String help,
      String reason) {}
}

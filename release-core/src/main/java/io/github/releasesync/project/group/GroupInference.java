package io.github.releasesync.project.group;

import io.github.releasesync.project.workspace.NativeBuild;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.VersionSource;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.ReleaseVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds out which packages are released together, from evidence only: one text that states the
 * version of several, a Python project that is built from a crate, the same release version now,
 * and the same one at the newest release tag.
 */
final class GroupInference {

  /**
   * Versions that tools write into a new project; two packages that have it need not belong
   * together.
   */
  private static final Set<String> FIRST_VERSIONS = Set.of("0.0.0", "0.1.0");

  private final Workspace workspace;
  private final PastReleases past;
  private final List<Line> lines = new ArrayList<>();
  private final Map<Package, Line> lineOf = new HashMap<>();

  private GroupInference(Workspace workspace, PastReleases past) {
    this.workspace = workspace;
    this.past = past;
  }

  static List<Group> infer(Workspace workspace, PastReleases past) {
    GroupInference inference = new GroupInference(workspace, past);
    inference.drawLines();
    inference.joinBuilds();
    inference.joinWhatAgreesNow();
    for (TaggedRelease release : past.newest()) {
      release.tags().forEach(tag -> inference.joinWhatAgreedThen(release, tag));
    }
    past.previous().forEach(inference::joinWhatWasForgotten);
    past.own().atHead().forEach(inference::noteWhatIsTagged);
    return inference.groups();
  }

  /** All packages whose version one text states: no evidence could be stronger. */
  private void drawLines() {
    Map<String, Line> byLiteral = new LinkedHashMap<>();
    for (Package p : workspace.packages()) {
      if (p.literal().isPresent()) {
        Line line = byLiteral.computeIfAbsent(p.place().toString(), place -> new Line());
        line.members.add(p);
        lineOf.put(p, line);
      }
    }
    lines.addAll(byLiteral.values());
    for (Line line : lines) {
      long stated = line.members.stream().filter(p -> p.source() != VersionSource.DYNAMIC).count();
      if (stated > 1) {
        line.evidence.add(line.first().place() + " is the version of " + stated + " packages");
      }
    }
  }

  /**
   * A static Python version beside that of its crate: they belong together if they agree, or agreed
   * at the tag, or if nothing is known of the past and their majors are the same. If they already
   * disagreed at the tag, the team wants two lines.
   */
  private void joinBuilds() {
    for (NativeBuild build : workspace.builds().values()) {
      Line project = lineOf.get(build.project());
      Line crate = lineOf.get(build.crate());
      if (project == null || crate == null || build.project().isPlaceholder()) {
        continue;
      }
      String built = build.project().name() + " is built from crate " + build.crate().name();
      boolean independent = !agreeNow(build) && areIndependent(build);
      if (!independent) {
        join(project, crate, built);
        project.root().evidence.add(built);
      }
    }
  }

  private boolean areIndependent(NativeBuild build) {
    return past.areApart(build.project(), build.crate())
        || past.of(build.project(), build.crate())
            .flatMap(p -> p.agreed(build.project(), build.crate()))
            .map(agreed -> !agreed)
            .orElseGet(() -> haveOtherMajors(build));
  }

  /** Without a memory another major is no accident: accidents are a release or two behind. */
  private static boolean haveOtherMajors(NativeBuild build) {
    return build
        .project()
        .release()
        .flatMap(p -> build.crate().release().map(c -> !p.hasMajorOf(c)))
        .orElse(false);
  }

  private static boolean agreeNow(NativeBuild build) {
    return build
        .project()
        .release()
        .flatMap(p -> build.crate().release().map(p::agrees))
        .orElse(false);
  }

  private void joinWhatAgreesNow() {
    Map<String, Line> byVersion = new HashMap<>();
    Map<String, Line> byBase = new HashMap<>();
    for (Line line : lines) {
      if (line.isReleased()) {
        Line same = byVersion.putIfAbsent(line.key(), line);
        if (same != null && !isEqualByChance(same, line)) {
          join(same, line, "same version now: " + line.first().version().orElseThrow());
        }
      }
    }
    for (Line line : lines) {
      if (line.isReleased() && line.isDevelopment()) {
        byBase.putIfAbsent(line.base(), line);
      }
    }
    for (Line line : lines) {
      Line developing = line.isReleased() ? byBase.get(line.base()) : null;
      if (developing != null && !isEqualByChance(developing, line)) {
        join(developing, line, "all are developing " + line.base());
      }
    }
  }

  /**
   * Two packages that release by themselves, and happen to have the same version now: their own
   * tags have neither a commit nor two versions in common.
   */
  private boolean isEqualByChance(Line one, Line other) {
    if (past.areApart(one.first(), other.first())) {
      return true;
    }
    Optional<ReachableTag> a = newestOwn(one);
    Optional<ReachableTag> b = newestOwn(other);
    if (a.isEmpty() || b.isEmpty() || a.get().commit().equals(b.get().commit())) {
      return false;
    }
    Set<ReleaseVersion> common = ownVersions(one);
    common.retainAll(ownVersions(other));
    return common.size() < 2;
  }

  private Optional<ReachableTag> newestOwn(Line line) {
    return line.members.stream().flatMap(p -> past.own().newest(p).stream()).findFirst();
  }

  private Set<ReleaseVersion> ownVersions(Line line) {
    Set<ReleaseVersion> versions = new HashSet<>();
    line.members.forEach(p -> versions.addAll(past.own().versions(p)));
    return versions;
  }

  private void joinWhatAgreedThen(TaggedRelease release, ReleaseTag tag) {
    boolean ofAll = release.isOfAll(tag);
    Map<String, List<Line>> then = new TreeMap<>();
    for (Line line : ofAll ? lines : linesNamedBy(release, tag)) {
      if (isNewestOf(line, release)) {
        line.releasedThen(release)
            .ifPresent(v -> then.computeIfAbsent(v.toString(), k -> new ArrayList<>()).add(line));
      }
    }
    String tagged = tag.version().toString();
    String base = tag.version().base();
    then.forEach(
        (version, agreed) -> {
          boolean released =
              version.equals(tagged) || !then.containsKey(tagged) && version.equals(base);
          boolean together = released && !allMovedApart(version, agreed);
          if (together || ofAll && mostMovedTogether(version, agreed)) {
            String evidence = "same version at " + tag.name() + ": " + version;
            agreed.forEach(line -> joinToItsLine(release, agreed, line, evidence));
            if (released && (ofAll || agreed.size() > 1)) {
              agreed.get(0).root().evidence.add(evidence);
            }
          }
        });
  }

  /** Joins a line of packages to the first one that it was released with, and not by chance. */
  private void joinToItsLine(TaggedRelease release, List<Line> agreed, Line line, String evidence) {
    agreed.stream()
        .filter(first -> first == line || isReleasedWith(release, first, line))
        .findFirst()
        .ifPresent(first -> join(first, line, evidence));
  }

  private boolean isReleasedWith(TaggedRelease release, Line one, Line other) {
    return !past.areApart(one.first(), other.first())
        && (one.key().equals(other.key())
            || !past.metByChance(release, one.first(), other.first()));
  }

  /**
   * A package that stayed at the release before the newest one, and those which it shared that
   * release with and which went on in the same line of tags.
   */
  private void joinWhatWasForgotten(PreviousRelease previous) {
    TaggedRelease release = previous.release();
    for (Line stayed : lines) {
      Package p = stayed.first();
      boolean forgotten =
          release.speaksOf(p)
              && release.then(p).flatMap(Package::release).equals(p.release())
              && !past.isOwnSince(release, p)
              && stayed.releasedThen(release).isPresent();
      if (forgotten) {
        lines.stream()
            .filter(line -> line != stayed && isOfTheSameLine(line, release))
            .filter(line -> previous.isShared(p, line.first()))
            .filter(line -> !past.areApart(p, line.first()))
            .findFirst()
            .ifPresent(
                line ->
                    join(
                        line,
                        stayed,
                        "same version at " + release.tag().name() + ": " + version(p)));
      }
    }
  }

  private static String version(Package p) {
    return p.version().orElse("");
  }

  /** Whether the newest release of a line of packages has a tag of the same prefix. */
  private boolean isOfTheSameLine(Line line, TaggedRelease release) {
    return past.of(line.first())
        .filter(newest -> newest != release)
        .filter(
            newest ->
                newest.tags().stream()
                    .anyMatch(
                        tag ->
                            release.tags().stream().anyMatch(t -> t.prefix().equals(tag.prefix()))))
        .isPresent();
  }

  /** A tag at HEAD joins nothing, but it shows that the version was released. */
  private void noteWhatIsTagged(ReleaseTag tag) {
    String version = tag.version().toString();
    boolean ofAll = workspace.packages().stream().noneMatch(tag::names);
    lines.stream()
        .filter(line -> ofAll && line.root().members.size() > 1)
        .filter(line -> line.isReleased() && line.key().equals(version))
        .findFirst()
        .ifPresent(
            line -> line.root().evidence.add("same version at " + tag.name() + ": " + version));
  }

  /** Packages that all went on by themselves since a release, each to another version. */
  private static boolean allMovedApart(String version, List<Line> agreed) {
    Set<String> now = new HashSet<>();
    return agreed.size() > 1
        && agreed.stream().allMatch(line -> !line.key().equals(version) && now.add(line.key()));
  }

  /** Packages that agreed at an older release may differ since: only its newest one counts. */
  private boolean isNewestOf(Line line, TaggedRelease release) {
    if (line.members.stream().anyMatch(p -> past.isOwnSince(release, p))) {
      return false;
    }
    return past.of(line.first())
        .or(past::ofTheRest)
        .filter(newest -> newest == release)
        .isPresent();
  }

  /** The lines of the packages that a tag names, and of what is built from them or into them. */
  private Set<Line> linesNamedBy(TaggedRelease release, ReleaseTag tag) {
    Set<Line> named = new LinkedHashSet<>();
    for (Line line : lines) {
      if (line.members.stream().anyMatch(p -> release.then(p).filter(tag::names).isPresent())) {
        named.add(line);
      }
    }
    Set<Line> bound = new LinkedHashSet<>(named);
    for (NativeBuild build : workspace.builds().values()) {
      Line project = lineOf.get(build.project());
      Line crate = lineOf.get(build.crate());
      if (project != null && crate != null && (named.contains(project) || named.contains(crate))) {
        bound.addAll(List.of(project, crate));
      }
    }
    bound.addAll(linesWithoutTagsOfTheirOwn(release, tag, named));
    return bound;
  }

  /**
   * The packages without tags of their own that had the version of a tag which names another one:
   * artifacts of other ecosystems, which were released with it. Crates are often released one by
   * one, so only one whose name begins with the name of the only tagged one counts, as {@code
   * engine-io} beside {@code engine}.
   */
  private List<Line> linesWithoutTagsOfTheirOwn(
      TaggedRelease release, ReleaseTag tag, Set<Line> named) {
    if (named.isEmpty() || FIRST_VERSIONS.contains(tag.version().base())) {
      return List.of();
    }
    Ecosystem ecosystem = named.iterator().next().first().ecosystem();
    boolean alone =
        lines.stream().allMatch(line -> named.contains(line) || newestOwn(line).isEmpty());
    return lines.stream()
        .filter(line -> newestOwn(line).isEmpty())
        .filter(line -> line.first().ecosystem() != ecosystem || alone && isOfTheFamily(line, tag))
        .filter(
            line ->
                release
                    .then(line.first())
                    .filter(p -> TaggedRelease.hadTheVersionOf(tag, p))
                    .isPresent())
        .toList();
  }

  private static boolean isOfTheFamily(Line line, ReleaseTag tag) {
    String named = tag.named().orElse("");
    return ReleaseTag.separatorsAlike(line.first().name()).startsWith(named + "-");
  }

  /**
   * Packages beside the tagged line that had one version at the tag, of which more than half now
   * have another one, and the same: a package that stayed behind was forgotten.
   */
  private static boolean mostMovedTogether(String version, List<Line> agreed) {
    if (agreed.size() < 3 || FIRST_VERSIONS.contains(version)) {
      return false;
    }
    Map<String, Integer> now = new HashMap<>();
    agreed.forEach(line -> now.merge(line.key(), 1, Integer::sum));
    String most = now.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    int stayed = now.getOrDefault(version, 0);
    return !most.equals(version)
        && now.get(most) * 2 > agreed.size()
        && now.get(most) + stayed == agreed.size();
  }

  private void join(Line one, Line other, String evidence) {
    Line a = one.root();
    Line b = other.root();
    if (a != b) {
      b.joined = a;
      a.evidence.addAll(b.evidence);
      a.members.addAll(b.members);
      a.evidence.add(evidence);
    }
  }

  private List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    for (Line line : lines) {
      if (line.joined == null && (line.members.size() > 1 || line.isReleased())) {
        groups.add(toGroup(line));
      }
    }
    groups.sort(Comparator.comparing((Group g) -> -g.members().size()).thenComparing(Group::name));
    return uniquelyNamed(groups);
  }

  private Group toGroup(Line line) {
    Package lead = GroupLead.of(line.members, past.own().atHead());
    List<Package> members = new ArrayList<>(List.of(lead));
    line.members.stream().filter(p -> p != lead).forEach(members::add);
    return new Group(
        lead.name(), lead, Policy.EXACT, true, List.copyOf(line.evidence), List.copyOf(members));
  }

  private static List<Group> uniquelyNamed(List<Group> groups) {
    Set<String> taken = new LinkedHashSet<>();
    List<Group> unique = new ArrayList<>();
    for (Group g : groups) {
      String name = g.name();
      if (!taken.add(name)) {
        name = g.lead().id();
        for (int i = 2; !taken.add(name); i++) {
          name = g.lead().id() + "#" + i;
        }
      }
      unique.add(new Group(name, g.lead(), g.policy(), g.inferred(), g.evidence(), g.members()));
    }
    return unique;
  }

  /** One text that states a version, with every package that follows it, and what is joined. */
  private static final class Line {
    private final List<Package> members = new ArrayList<>();
    private final Set<String> evidence = new LinkedHashSet<>();
    private Line joined;

    Line root() {
      Line root = this;
      while (root.joined != null) {
        root = root.joined;
      }
      return root;
    }

    Package first() {
      return members.get(0);
    }

    /** Equal for packages of the same release version; portable or not. */
    String key() {
      return first()
          .release()
          .map(ReleaseVersion::toString)
          .orElseGet(() -> first().ecosystem().word() + ":" + first().version().orElse(""));
    }

    String base() {
      return first().release().map(ReleaseVersion::base).orElse("");
    }

    boolean isDevelopment() {
      return first().release().map(ReleaseVersion::isDevelopment).orElse(false);
    }

    /**
     * Whether this version was chosen on purpose: not a default version of tools, or at least
     * publishable. A text that is not a version is ignored.
     */
    boolean isReleased() {
      if (first().version().isEmpty()) {
        return false;
      }
      boolean publishable = members.stream().anyMatch(Package::publishable);
      return !base().equals("0.0.0") && (publishable || !FIRST_VERSIONS.contains(base()));
    }

    Optional<ReleaseVersion> releasedThen(TaggedRelease release) {
      return isReleased() || members.size() > 1
          ? release
              .then(first())
              .filter(p -> p.publishable() || !FIRST_VERSIONS.contains(version(p)))
              .flatMap(Package::release)
          : Optional.empty();
    }

    private static String version(Package p) {
      return p.release().map(ReleaseVersion::toString).orElse("");
    }
  }
}

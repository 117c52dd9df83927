package io.github.releasesync.check;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.settings.ReactorProject;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.text.Words;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Mapping;
import io.github.releasesync.version.MavenVersion;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.VersionMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Artifacts to which the running Maven build gives another version than the tree states: their jars
 * would be of that version, beside crates and wheels of the tree's.
 */
public final class ReactorRule implements Rule {

  private static final int MOST_NAMED = 3;

  /** What the tree says of an artifact, and what the build makes of it. */
  private record Difference(String built, Place place, String stated) {}

  @Override
  public List<Problem> findings(Snapshot snapshot, List<Group> groups) {
    return findings(snapshot, groups, artifact -> true);
  }

  /**
   * Refuses to build or publish what the running Maven build gives another version. Members of
   * other groups do not matter.
   *
   * @param snapshot the facts
   * @param chosen the groups that are built or published
   * @throws ReleaseException with {@link Code#REACTOR_VERSION}
   */
  public static void requireSame(Snapshot snapshot, List<Group> chosen) {
    Set<Package> others = new HashSet<>();
    snapshot.groups().stream()
        .filter(group -> !chosen.contains(group))
        .forEach(group -> others.addAll(group.members()));
    chosen.forEach(group -> group.members().forEach(others::remove));
    findings(snapshot, snapshot.groups(), artifact -> !others.contains(artifact)).stream()
        .findFirst()
        .ifPresent(
            finding -> {
              throw new ReleaseException(finding.withSeverity(Severity.ERROR));
            });
  }

  /** One finding for all modules that have the version from the same text. */
  private static List<Problem> findings(
      Snapshot snapshot, List<Group> groups, Predicate<Package> meant) {
    Map<Difference, List<String>> differences = new LinkedHashMap<>();
    for (ReactorProject project : snapshot.settings().reactor()) {
      snapshot.workspace().packages().stream()
          .filter(project::builds)
          .filter(meant)
          .forEach(
              artifact ->
                  difference(project.version(), artifact, groups)
                      .ifPresent(
                          found ->
                              differences
                                  .computeIfAbsent(found, key -> new ArrayList<>())
                                  .add(artifact.id())));
    }
    return differences.entrySet().stream().map(e -> finding(e.getKey(), e.getValue())).toList();
  }

  /** What the tree does not state is compared with the lead of its group. */
  private static Optional<Difference> difference(
      String built, Package artifact, List<Group> groups) {
    if (artifact.version().isPresent()) {
      return artifact
          .version()
          .filter(stated -> !stated.equals(built))
          .map(stated -> new Difference(built, artifact.place(), "the tree states " + stated));
    }
    Package then = of(artifact, built);
    return groups.stream()
        .filter(group -> group.members().contains(artifact) && !group.lead().equals(artifact))
        .filter(group -> !group.policy().agrees(group.lead(), then))
        .findFirst()
        .map(Group::lead)
        .map(
            lead ->
                new Difference(
                    built,
                    artifact.place(),
                    lead.id() + ", its lead, is " + lead.version().orElse("")));
  }

  private static Problem finding(Difference found, List<String> artifacts) {
    return Problem.of(
        Code.REACTOR_VERSION,
        found.place(),
        "this Maven build gives version "
            + found.built()
            + " to "
            + Words.list(artifacts, MOST_NAMED)
            + ", but "
            + found.stated(),
        "build without the property, the profile or the extension that overrides the version, or"
            + " write that version into the manifests");
  }

  private static Package of(Package artifact, String version) {
    return new Package(
        artifact.ecosystem(),
        artifact.name(),
        artifact.manifest(),
        Optional.of(version),
        artifact.literal(),
        artifact.source(),
        release(version),
        artifact.publishable());
  }

  private static Optional<ReleaseVersion> release(String version) {
    try {
      return VersionMapping.of(MavenVersion.parse(version)) instanceof Mapping.Portable portable
          ? Optional.of(portable.version())
          : Optional.empty();
    } catch (InvalidVersionException e) {
      return Optional.empty();
    }
  }
}

package io.github.releasesync.check;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.manifest.cargo.Publish;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.TaggedRelease;
import io.github.releasesync.project.workspace.CrateDependency;
import io.github.releasesync.project.workspace.CrateFacts;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.text.Located;
import java.util.List;
import java.util.Optional;

/**
 * Crates that are meant to be published and that Cargo would refuse, because a dependency has a
 * path and no version (Cargo book, "Specifying Dependencies", multiple locations). Crates of wheels
 * have this form on purpose, so the form alone is not an error.
 */
final class DependencyVersionRule implements Rule {

  @Override
  public List<Problem> findings(Snapshot snapshot, List<Group> groups) {
    return snapshot.workspace().crateFacts().values().stream()
        .flatMap(
            facts ->
                evidence(snapshot, facts).stream()
                    .flatMap(why -> facts.unversioned().stream().map(d -> finding(facts, d, why))))
        .toList();
  }

  /** Why a crate that lacks a version of a dependency is meant to be published, if it is. */
  static Optional<String> evidence(Snapshot snapshot, CrateFacts facts) {
    if (facts.unversioned().isEmpty()
        || facts.publish() instanceof Publish.Nowhere
        || snapshot.settings().isExternal(facts.crate())) {
      return Optional.empty();
    }
    return stated(facts.publish())
        .or(() -> configured(snapshot, facts.crate()))
        .or(() -> facts.systemLibrary() ? Optional.empty() : released(snapshot, facts.crate()));
  }

  private static Optional<String> stated(Publish publish) {
    boolean isStated =
        publish instanceof Publish.Only || publish instanceof Publish.Anywhere a && a.stated();
    return isStated ? Optional.of("its manifest states `publish`") : Optional.empty();
  }

  /** A group with the wheel names the crate for its version. */
  private static Optional<String> configured(Snapshot snapshot, Package crate) {
    boolean named =
        snapshot.settings().groups().stream().anyMatch(group -> group.names(crate))
            && snapshot.workspace().builds().values().stream()
                .noneMatch(build -> build.crate().equals(crate));
    return named ? Optional.of("a configured group names it") : Optional.empty();
  }

  private static Optional<String> released(Snapshot snapshot, Package crate) {
    Optional<TaggedRelease> past = snapshot.past().newestWith(crate);
    return past.flatMap(release -> release.then(crate).filter(release::hadTheVersionOfATag))
        .filter(Package::publishable)
        .filter(then -> !CrateMetadataRule.lacksMetadata(past.get().workspace().factsOf(then)))
        .map(then -> "it was publishable at " + past.orElseThrow().tag().name());
  }

  private static Problem finding(CrateFacts facts, Located<String> dependency, String why) {
    String version =
        facts.dependencies().stream()
            .filter(d -> d.place().equals(dependency.place()))
            .map(CrateDependency::to)
            .findFirst()
            .flatMap(Package::version)
            .map(v -> "`version = \"" + v + "\"`")
            .orElse("`version`");
    return Problem.of(
        Code.DEPENDENCY_WITHOUT_VERSION,
        dependency.place(),
        facts.crate().id()
            + " is meant to be published ("
            + why
            + "), but depends on "
            + dependency.value()
            + " by path and without a version",
        "write "
            + version
            + " next to the path, or `publish = false` in "
            + facts.crate().manifest());
  }
}

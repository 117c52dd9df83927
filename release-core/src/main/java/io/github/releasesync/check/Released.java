package io.github.releasesync.check;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.TaggedRelease;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The severity of a defect that a registry would refuse. A package may look publishable and never
 * be published, as crates behind wheels often are; a package that a registry would have refused at
 * the newest release too was not published then.
 */
final class Released {

  private final Snapshot snapshot;

  Released(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * The severity of a refusal.
   *
   * @param p a publishable package of today
   * @param refusedThen whether a package of that release had the same defect
   * @return error if a tag at HEAD releases the package, or the defect is new since its newest
   *     release; else warning; empty if no release of it can be seen
   */
  Optional<Severity> severity(Package p, BiPredicate<Workspace, Package> refusedThen) {
    Optional<TaggedRelease> past = snapshot.past().of(p);
    Optional<Package> then = past.flatMap(release -> release.then(p)).filter(Package::publishable);
    boolean isNew = then.filter(t -> !refusedThen.test(past.get().workspace(), t)).isPresent();
    if (isNew || isReleasedByHead(p) && !isBuilt(p)) {
      return Optional.of(Severity.ERROR);
    }
    return then.isPresent() || isReleasedByHead(p)
        ? Optional.of(Severity.WARNING)
        : Optional.empty();
  }

  private boolean isReleasedByHead(Package p) {
    return snapshot.tagsAtHead().stream()
        .filter(
            tag -> tag.names(p) || snapshot.workspace().packages().stream().noneMatch(tag::names))
        .anyMatch(
            tag -> p.release().filter(r -> r.base().equals(tag.version().base())).isPresent());
  }

  private boolean isBuilt(Package crate) {
    return snapshot.workspace().builds().values().stream().anyMatch(b -> b.crate().equals(crate));
  }
}

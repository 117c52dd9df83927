package io.github.releasesync.check;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.TaggedRelease;
import io.github.releasesync.project.workspace.CrateFacts;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.version.Ecosystem;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The severity of a defect that a registry would refuse. A package may look publishable and never
 * be published, as crates behind wheels and jars often are; a package that a registry would have
 * refused at the newest release too was not published then.
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
   * @return error if the defect is new since the package's newest release, or if a tag at HEAD is
   *     its first release and no other crate has the defect; else warning; empty if no release of
   *     it can be seen
   */
  Optional<Severity> severity(Package p, BiPredicate<Workspace, Package> refusedThen) {
    Optional<TaggedRelease> past = snapshot.past().of(p);
    Optional<Package> then = past.flatMap(release -> release.then(p)).filter(Package::publishable);
    boolean isNew = then.filter(t -> !refusedThen.test(past.get().workspace(), t)).isPresent();
    boolean isReleased = isReleasedByHead(p) && !isBuilt(p);
    boolean isFirst = then.isEmpty() && !isUsual(p, refusedThen);
    if (!isSystemLibrary(p) && (isNew || isReleased && (isFirst || isAboutToBeTagged()))) {
      return Optional.of(Severity.ERROR);
    }
    return then.isPresent() || isReleasedByHead(p)
        ? Optional.of(Severity.WARNING)
        : Optional.empty();
  }

  /** Whether other crates have the defect too: the team does not publish such crates. */
  private boolean isUsual(Package p, BiPredicate<Workspace, Package> refused) {
    return snapshot.workspace().crateFacts().values().stream()
        .map(CrateFacts::crate)
        .filter(o -> p.ecosystem() == Ecosystem.CARGO && o != p && o.publishable())
        .anyMatch(o -> refused.test(snapshot.workspace(), o));
  }

  /** Whether the tag at HEAD does not exist yet. */
  private boolean isAboutToBeTagged() {
    return snapshot.tags().stream().anyMatch(tag -> tag.atHead() && tag.commit().isEmpty());
  }

  private boolean isReleasedByHead(Package p) {
    return snapshot.tagsAtHead().stream()
        .filter(
            tag -> tag.names(p) || snapshot.workspace().packages().stream().noneMatch(tag::names))
        .anyMatch(
            tag -> p.release().filter(r -> r.base().equals(tag.version().base())).isPresent());
  }

  private boolean isSystemLibrary(Package p) {
    return snapshot.workspace().factsOf(p).filter(CrateFacts::systemLibrary).isPresent();
  }

  private boolean isBuilt(Package crate) {
    return snapshot.workspace().builds().values().stream().anyMatch(b -> b.crate().equals(crate));
  }
}

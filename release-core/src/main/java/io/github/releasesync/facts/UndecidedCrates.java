package io.github.releasesync.facts;

import io.github.releasesync.manifest.cargo.Publish;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.workspace.CrateFacts;
import io.github.releasesync.project.workspace.NativeBuild;
import io.github.releasesync.project.workspace.Package;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Crates that only a wheel needs and that Cargo would publish: libraries for other languages. Most
 * teams never release them, and write nothing about it; a name on crates.io is taken for good.
 */
public final class UndecidedCrates {

  private UndecidedCrates() {}

  /**
   * The crates of which nothing says whether they are released: neither {@code publish} in the
   * manifest, nor {@code externallyPublished}, nor a tag that names them.
   *
   * @param snapshot the facts
   * @return one problem for each, an error
   */
  public static List<Problem> of(Snapshot snapshot) {
    return of(snapshot, snapshot.workspace().packages());
  }

  /**
   * Refuses a release with such a crate.
   *
   * @param snapshot the facts
   * @param packages the packages of the release
   * @throws ReleaseException with {@link Code#CRATE_UNDECIDED} if one of them is such a crate
   */
  public static void requireNone(Snapshot snapshot, Collection<Package> packages) {
    of(snapshot, packages).stream()
        .findFirst()
        .ifPresent(
            undecided -> {
              throw new ReleaseException(undecided);
            });
  }

  private static List<Problem> of(Snapshot snapshot, Collection<Package> packages) {
    return snapshot.workspace().crateFacts().values().stream()
        .filter(facts -> packages.contains(facts.crate()) && isUndecided(snapshot, facts))
        .flatMap(facts -> wheelOf(snapshot, facts.crate()).map(w -> problem(facts, w)).stream())
        .toList();
  }

  /**
   * The same as warnings, for goals that send nothing.
   *
   * @param snapshot the facts
   * @return one problem for each
   */
  public static List<Problem> warnings(Snapshot snapshot) {
    return of(snapshot).stream().map(p -> p.withSeverity(Severity.WARNING)).toList();
  }

  private static boolean isUndecided(Snapshot snapshot, CrateFacts facts) {
    return facts.systemLibrary()
        && facts.crate().publishable()
        && facts.publish() instanceof Publish.Anywhere anywhere
        && !anywhere.stated()
        && !snapshot.settings().isExternal(facts.crate())
        && !snapshot.past().hasOwnLine(facts.crate());
  }

  private static Optional<Package> wheelOf(Snapshot snapshot, Package crate) {
    return snapshot.workspace().builds().values().stream()
        .filter(build -> build.crate().equals(crate))
        .map(NativeBuild::project)
        .findFirst();
  }

  private static Problem problem(CrateFacts facts, Package wheel) {
    return Problem.of(
        Code.CRATE_UNDECIDED,
        facts.metadata().place(),
        "only the wheel of "
            + wheel.id()
            + " needs "
            + facts.crate().id()
            + ", and nothing says whether crates.io gets it too",
        "write `publish = false` there, or `publish = true` to release it");
  }
}

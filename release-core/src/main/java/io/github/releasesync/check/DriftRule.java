package io.github.releasesync.check;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.manifest.cargo.Publish;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.Policy;
import io.github.releasesync.project.group.ReleaseTag;
import io.github.releasesync.project.group.TaggedRelease;
import io.github.releasesync.project.workspace.NativeBuild;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.VersionMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Members of a group whose version does not agree with its lead. */
final class DriftRule implements Rule {

  @Override
  public List<Problem> findings(Snapshot snapshot, List<Group> groups) {
    List<Problem> findings = new ArrayList<>();
    for (Group group : groups) {
      Optional<ReleaseTag> tag = tagAtHead(snapshot, group);
      Set<Place> seen = new HashSet<>(Set.of(group.lead().place()));
      for (Package member : group.members()) {
        if (member.literal().isPresent() && seen.add(member.place())) {
          check(snapshot, group, member, tag).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  /** The release that the commit itself claims to be, if the lead is exactly that. */
  private static Optional<ReleaseTag> tagAtHead(Snapshot snapshot, Group group) {
    return snapshot.tagsAtHead().stream()
        .filter(tag -> group.lead().release().filter(tag.version()::mapsExactly).isPresent())
        .findFirst();
  }

  private static Optional<Problem> check(
      Snapshot snapshot, Group group, Package member, Optional<ReleaseTag> tag) {
    Package lead = group.lead();
    if (group.policy().agrees(lead, member)) {
      return tag.filter(t -> !group.policy().mapsExactly(lead, member))
          .map(t -> developmentAtTag(snapshot, lead, member, t));
    }
    if (!group.inferred()) {
      return Optional.of(configured(group, member));
    }
    Optional<NativeBuild> build = buildOf(snapshot, lead, member);
    if (build.isPresent()) {
      return Optional.of(pythonDiffers(build.get(), snapshot.past().together(member, lead)));
    }
    return Optional.of(
        snapshot
            .past()
            .together(member, lead)
            .map(past -> sinceTag(snapshot, past, group, member))
            .orElseGet(() -> drift(group, member)));
  }

  private static Optional<NativeBuild> buildOf(Snapshot snapshot, Package lead, Package member) {
    return snapshot.workspace().builds().values().stream()
        .filter(
            b ->
                isAt(b.project(), lead) && isAt(b.crate(), member)
                    || isAt(b.project(), member) && isAt(b.crate(), lead))
        .findFirst();
  }

  /** Whether one text states the versions of both. */
  private static boolean isAt(Package one, Package other) {
    return one.place().equals(other.place());
  }

  private static boolean isBuilt(Snapshot snapshot, Package crate) {
    return snapshot.workspace().builds().values().stream().anyMatch(b -> b.crate().equals(crate));
  }

  private static Problem pythonDiffers(NativeBuild build, Optional<TaggedRelease> past) {
    Package project = build.project();
    Package crate = build.crate();
    String then =
        past.filter(p -> p.agreed(project, crate).orElse(false))
            .map(p -> "; they agreed at " + p.tag().name())
            .orElse("");
    boolean crateIsBehind =
        project.release().flatMap(p -> crate.release().filter(c -> c.compareTo(p) < 0)).isPresent();
    return crateIsBehind
        ? crateBehind(project, crate, then)
        : Problem.of(
            Code.PYTHON_DIFFERS_FROM_CRATE,
            project.place(),
            name(project)
                + " is "
                + version(project)
                + ", but the crate it is built from, "
                + crate.name()
                + ", is "
                + version(crate)
                + " ("
                + crate.place()
                + ")"
                + then,
            write(project, crate) + ", or `dynamic = [\"version\"]` to take the crate's");
  }

  /** Versions never go back, so the crate is what was forgotten. */
  private static Problem crateBehind(Package project, Package crate, String then) {
    return Problem.of(
        Code.PYTHON_DIFFERS_FROM_CRATE,
        crate.place(),
        name(crate)
            + " is "
            + version(crate)
            + ", but "
            + name(project)
            + ", which is built from it, is "
            + version(project)
            + " ("
            + project.place()
            + ")"
            + then,
        write(crate, project));
  }

  /**
   * A helper crate that is never uploaded, and a package that was not released then, stops no
   * release.
   */
  private static Problem sinceTag(
      Snapshot snapshot, TaggedRelease past, Group group, Package member) {
    Package lead = group.lead();
    String then = past.then(member).flatMap(Package::version).orElse("the same");
    boolean released =
        past.then(member).filter(past::hadTheVersionOfATag).isPresent()
            && (!isKeptBack(snapshot, member) || isBuilt(snapshot, member));
    return new Problem(
        Code.DRIFT_SINCE_TAG,
        released ? Severity.ERROR : Severity.WARNING,
        member.place(),
        differs(lead, member) + "; both were " + then + " at " + past.tag().name(),
        write(member, lead) + ", or configure <groups> if they should be released separately");
  }

  /**
   * Whether its manifest says that no registry gets it. A crate that cannot be published only for
   * what it depends on may be released in another form, as the library in a jar is.
   */
  private static boolean isKeptBack(Snapshot snapshot, Package member) {
    return snapshot
        .workspace()
        .factsOf(member)
        .map(facts -> facts.publish() instanceof Publish.Nowhere)
        .orElse(!member.publishable());
  }

  private static Problem drift(Group group, Package member) {
    return Problem.of(
        Code.DRIFT,
        member.place(),
        differs(group.lead(), member),
        write(member, group.lead())
            + ", or configure <groups> if they should be released separately");
  }

  private static Problem configured(Group group, Package member) {
    String policy =
        group.policy() == Policy.MAJOR_MINOR ? "the same major and minor number" : "its version";
    return Problem.of(
        Code.DRIFT,
        member.place(),
        differs(group.lead(), member)
            + "; group "
            + group.name()
            + " requires "
            + policy
            + " ("
            + group.policy().word()
            + ")",
        write(member, group.lead()));
  }

  /** What was a development version at the release before as well is never released as another. */
  private static Problem developmentAtTag(
      Snapshot snapshot, Package lead, Package member, ReleaseTag tag) {
    boolean released =
        snapshot.past().isEmpty()
            || snapshot
                .past()
                .together(member, lead)
                .filter(past -> past.mappedExactly(member, lead))
                .isPresent();
    return new Problem(
        Code.DRIFT,
        released ? Severity.ERROR : Severity.WARNING,
        member.place(),
        differs(lead, member) + "; at the release tag " + tag.name() + " they must be the same",
        write(member, lead) + ", and tag that commit");
  }

  private static String differs(Package lead, Package member) {
    return name(member)
        + " is "
        + version(member)
        + ", but "
        + name(lead)
        + " is "
        + version(lead)
        + " ("
        + lead.place()
        + ")";
  }

  private static String name(Package p) {
    return p.id();
  }

  private static String version(Package p) {
    return p.version().orElse("without a version");
  }

  private static String write(Package member, Package lead) {
    return lead.release()
        .map(r -> "write " + VersionMapping.spell(r, member.ecosystem()) + " there")
        .orElseGet(() -> "write the same version there");
  }
}

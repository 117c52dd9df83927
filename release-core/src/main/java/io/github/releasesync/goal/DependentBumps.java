package io.github.releasesync.goal;

import io.github.releasesync.change.Dependents;
import io.github.releasesync.change.TargetVersions;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.group.Policy;
import io.github.releasesync.project.group.SeparateFollower;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.version.Level.Part;
import io.github.releasesync.version.Level.Raise;
import io.github.releasesync.version.ReleaseVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A new minor of one crate as a new minor of all that depend on it, and of all that depend on
 * those: with another one below them they are not what they were, and a patch would hide it.
 */
final class DependentBumps {

  private final TreeChange change;
  private final TargetVersions targets;
  private final List<ReportLine> lines = new ArrayList<>();
  private final Map<Package, Group> groupOf = new HashMap<>();
  private final Set<Package> raised = new LinkedHashSet<>();
  private final Set<Group> done = new LinkedHashSet<>();

  private DependentBumps(TreeChange change, TargetVersions targets) {
    this.change = change;
    this.targets = targets;
    this.raised.addAll(targets.texts().keySet());
    change.groups().forEach(group -> group.members().forEach(p -> groupOf.put(p, group)));
  }

  /**
   * Adds what depends on what a group raises to its targets; nothing if the group gets no new major
   * or minor number.
   *
   * @param group the group that is raised
   * @param next its next version; if that is a pre-release, the others get one of the same stage
   * @param targets what is raised; more is added
   * @return a line for each version that is lifted
   */
  static List<ReportLine> lift(
      TreeChange change, Group group, ReleaseVersion next, TargetVersions targets) {
    boolean sameMinor = group.lead().release().filter(next::isOfSeries).isPresent();
    if (sameMinor || next.isDevelopment()) {
      return List.of();
    }
    DependentBumps lifting = new DependentBumps(change, targets);
    lifting.done.add(group);
    lifting.liftAll(new Raise(Part.MINOR, next.stage()));
    return lifting.lines;
  }

  private void liftAll(Raise level) {
    boolean more = true;
    while (more) {
      more = false;
      for (Package crate : Dependents.of(change.snapshot().workspace(), raised)) {
        Group group = groupOf.get(crate);
        if (group != null && !raised.contains(crate)) {
          lift(crate, group, level);
          raised.add(crate);
          more = true;
        }
      }
    }
  }

  /** A group moves as one, unless the crate has a version of its own in it. */
  private void lift(Package crate, Group group, Raise level) {
    boolean own = group.policy() == Policy.INDEPENDENT && !crate.equals(group.lead());
    if (own) {
      GroupTags tags =
          change.snapshot().tagsOf(change.groups(), new SeparateFollower(crate, group));
      ReleaseVersion current = change.versionOf(crate);
      ReleaseVersion next = change.next(tags, current, level);
      add(crate.name(), current, next, TargetVersions.ofOne(crate, next));
    } else if (done.add(group)) {
      GroupTags tags = change.snapshot().tagsOf(change.groups(), group);
      ReleaseVersion current = change.versionOf(group.lead());
      ReleaseVersion next = change.next(tags, current, level);
      add(group.name(), current, next, TargetVersions.toRaise(group, next));
    }
  }

  private void add(
      String name, ReleaseVersion current, ReleaseVersion next, TargetVersions lifted) {
    targets.addAll(lifted);
    raised.addAll(lifted.texts().keySet());
    lines.add(
        ReportLine.info(
            name + "  " + current.text() + " -> " + next.text() + "  (depends on what is bumped)"));
  }
}

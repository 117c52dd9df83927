package io.github.releasesync.project.group;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.tree.Glob;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes groups of what is configured; whatever is not named stays out of all groups. */
final class ConfiguredGroups {

  private final Workspace workspace;
  private final Set<Package> taken = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  private ConfiguredGroups(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * The groups.
   *
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if a package is not there, is
   *     in two groups, or a name is used twice
   */
  static List<Group> of(Workspace workspace, List<GroupSpec> specs) {
    ConfiguredGroups groups = new ConfiguredGroups(workspace);
    return specs.stream().map(groups::group).toList();
  }

  private Group group(GroupSpec spec) {
    Package lead = lead(spec);
    List<Package> members = new ArrayList<>();
    take(lead, members);
    for (String follower : spec.followers()) {
      List<Package> found = find(follower);
      boolean pattern = Glob.isPattern(follower);
      found.stream().filter(p -> !pattern || !taken.contains(p)).forEach(p -> take(p, members));
    }
    String name = spec.name().orElse(lead.name());
    if (!names.add(name)) {
      throw invalid("two groups are named `" + name + "`", "give each group its own name");
    }
    return new Group(
        name,
        lead,
        spec.policy(),
        spec.inferred(),
        List.of("configured"),
        members,
        spec.tagFormat());
  }

  private Package lead(GroupSpec spec) {
    List<Package> found = find(spec.lead());
    if (found.size() > 1) {
      throw invalid(
          "`" + spec.lead() + "` is more than one package, but a group has one lead",
          "name one of: " + shortList(found));
    }
    return found.get(0);
  }

  private void take(Package p, List<Package> members) {
    if (!taken.add(p)) {
      throw invalid("`" + p.id() + "` is named in two groups", "leave it in one of them");
    }
    members.add(p);
  }

  /** The packages that an id or pattern names; a Maven artifact also without its groupId. */
  private List<Package> find(String id) {
    Glob glob = Glob.of(id);
    List<Package> found =
        workspace.packages().stream()
            .filter(p -> glob.matches(p.id()) || glob.matches(withoutGroupId(p)))
            .toList();
    if (found.isEmpty()) {
      throw invalid(
          "no package here is called `" + id + "`",
          "name one of: " + shortList(workspace.packages()));
    }
    return found;
  }

  private static String withoutGroupId(Package p) {
    return p.ecosystem().word() + ":" + p.name().substring(p.name().indexOf(':') + 1);
  }

  private static String shortList(List<Package> packages) {
    List<String> ids = packages.stream().map(Package::id).sorted().toList();
    int most = 12;
    String shown = String.join(", ", ids.subList(0, Math.min(most, ids.size())));
    return ids.size() <= most ? shown : shown + " and " + (ids.size() - most) + " more";
  }

  private static ReleaseException invalid(String message, String help) {
    return ReleaseException.of(Code.CONFIGURATION_INVALID, Place.of("groups"), message, help);
  }
}

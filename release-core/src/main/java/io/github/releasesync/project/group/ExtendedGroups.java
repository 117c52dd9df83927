package io.github.releasesync.project.group;

import io.github.releasesync.problem.Place;
import io.github.releasesync.project.workspace.Package;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Configured groups of which some are marked as inferred: evidence adds the packages that no group
 * names, so that what is new belongs where it would without configuration.
 */
final class ExtendedGroups {

  private final List<Extended> groups = new ArrayList<>();
  private final Map<Package, Extended> owners = new HashMap<>();

  /**
   * The groups, as they are configured.
   *
   * @param configured the groups
   */
  ExtendedGroups(List<Group> configured) {
    for (Group group : configured) {
      Extended extended = new Extended(group);
      groups.add(extended);
      group.members().forEach(p -> owners.put(p, extended));
    }
  }

  /**
   * The groups with what evidence adds.
   *
   * @param inferred the groups that are inferred without configuration
   * @return the configured groups, then those whose packages no group names
   */
  List<Group> with(List<Group> inferred) {
    List<Group> others = new ArrayList<>();
    for (Group found : inferred) {
      Set<Extended> named = new LinkedHashSet<>();
      found.members().stream().filter(owners::containsKey).map(owners::get).forEach(named::add);
      if (named.isEmpty()) {
        others.add(found);
      } else {
        found.members().stream()
            .filter(p -> !owners.containsKey(p))
            .forEach(p -> owner(p, found, named).ifPresent(owner -> owner.members.add(p)));
        named.forEach(owner -> owner.found.add(found));
      }
    }
    List<Group> all = new ArrayList<>(groups.stream().map(Extended::group).toList());
    Set<String> names = new HashSet<>();
    all.forEach(group -> names.add(group.name()));
    others.forEach(group -> all.add(uniquelyNamed(group, names)));
    return List.copyOf(all);
  }

  /** The only group that the evidence leads to, else the one with the same text. */
  private Optional<Extended> owner(Package p, Group found, Set<Extended> named) {
    if (named.size() == 1) {
      return named.stream().filter(owner -> owner.configured.inferred()).findFirst();
    }
    Place text = p.place();
    return found.members().stream()
        .filter(other -> owners.containsKey(other) && other.place().equals(text))
        .map(owners::get)
        .filter(owner -> owner.configured.inferred())
        .findFirst();
  }

  private static Group uniquelyNamed(Group group, Set<String> names) {
    String name = group.name();
    for (int i = 1; !names.add(name); i++) {
      name = group.lead().id() + (i == 1 ? "" : "#" + i);
    }
    return new Group(
        name, group.lead(), group.policy(), group.inferred(), group.evidence(), group.members());
  }

  /** A configured group, and the inferred groups of its members. */
  private static final class Extended {
    private final Group configured;
    private final List<Package> members;
    private final List<Group> found = new ArrayList<>();

    Extended(Group configured) {
      this.configured = configured;
      this.members = new ArrayList<>(configured.members());
    }

    Group group() {
      if (!configured.inferred()) {
        return configured;
      }
      Package lead = lead();
      List<Package> ordered = new ArrayList<>(List.of(lead));
      members.stream().filter(p -> !p.equals(lead)).forEach(ordered::add);
      return new Group(
          configured.name(),
          lead,
          configured.policy(),
          true,
          evidence(),
          List.copyOf(ordered),
          configured.tagFormat());
    }

    /** The configured lead, unless it was forgotten while others were bumped. */
    private Package lead() {
      return GroupLead.leading(members).contains(configured.lead())
          ? configured.lead()
          : GroupLead.of(members);
    }

    private List<String> evidence() {
      Set<String> evidence = new LinkedHashSet<>();
      boolean together = found.size() == 1 && found.get(0).members().containsAll(members);
      if (!together) {
        evidence.addAll(configured.evidence());
      }
      found.forEach(group -> evidence.addAll(group.evidence()));
      return List.copyOf(evidence);
    }
  }
}

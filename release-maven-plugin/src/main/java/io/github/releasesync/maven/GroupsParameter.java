package io.github.releasesync.maven;

import io.github.releasesync.project.group.GroupSpec;
import java.util.List;

/** The parameter {@code groups}: elements in the POM, or one line. */
public class GroupsParameter extends ListParameter<GroupParameters> {

  /**
   * Adds a {@code <group>}; Maven calls it.
   *
   * @param group the element
   */
  public void addGroup(GroupParameters group) {
    add(group);
  }

  /** The groups of the line, else those of the POM; none for null. */
  static List<GroupSpec> specs(GroupsParameter groups) {
    if (groups == null) {
      return List.of();
    }
    return groups
        .line()
        .map(GroupSpec::parse)
        .orElseGet(() -> groups.elements().stream().map(GroupParameters::toSpec).toList());
  }
}

package io.github.releasesync.goal;

import io.github.releasesync.adopt.Adopted;
import io.github.releasesync.adopt.AdoptedNote;
import io.github.releasesync.adopt.GroupConfiguration;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.text.FileChange;
import java.util.List;

/** Result of the init goal. */
public sealed interface InitResult {

  /** The name of the POM in messages. */
  String POM = "pom.xml";

  /**
   * The files that changed or would change.
   *
   * @return paths from the root
   */
  default List<String> files() {
    return List.of();
  }

  /**
   * Whether the goal fails.
   *
   * @return true if the user has to write the configuration
   */
  default boolean failed() {
    return false;
  }

  /** The POM already configures groups. */
  record Configured() implements InitResult {}

  /** There is no package. */
  record NoPackage() implements InitResult {}

  /**
   * The detected groups and settings.
   *
   * @param groups the groups to configure
   * @param leftOut the groups that publish nothing
   * @param unnamed the packages that a configuration cannot name
   * @param carried the settings of other tools that were carried over
   * @param left the settings of other tools that were not carried over
   * @param copies the files that state the version of a group, where they are too many to write
   * @param undecided the crates of which nothing says whether they are released
   */
  record Found(
      List<GroupTags> groups,
      List<Group> leftOut,
      List<Package> unnamed,
      List<AdoptedNote> carried,
      List<AdoptedNote> left,
      List<String> copies,
      List<Problem> undecided) {

    static Found of(
        GroupConfiguration groups, Adopted adopted, List<String> copies, List<Problem> undecided) {
      return new Found(
          groups.groups(),
          groups.leftOut(),
          groups.unnamed(),
          adopted.carried(),
          adopted.left(),
          copies,
          undecided);
    }
  }

  /**
   * No group publishes a package.
   *
   * @param found the detected groups and settings
   */
  record NothingPublished(Found found) implements InitResult {}

  /**
   * The configuration was written or would be written.
   *
   * @param found the detected groups and settings
   * @param pom the change of the POM
   * @param dryRun whether nothing was written
   */
  record Written(Found found, FileChange pom, boolean dryRun) implements InitResult {

    @Override
    public List<String> files() {
      return List.of(pom.path());
    }
  }

  /**
   * The POM declares the plugin in a place that cannot be edited safely.
   *
   * @param found the detected groups and settings
   * @param declaration the lines of the plugin element to write
   * @param problem the reason that the POM was not changed
   */
  record Unclear(Found found, List<String> declaration, Problem problem) implements InitResult {

    @Override
    public boolean failed() {
      return true;
    }
  }
}

package io.github.releasesync.goal;

import io.github.releasesync.adopt.Adopted;
import io.github.releasesync.adopt.GroupConfiguration;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.text.FileChange;
import java.util.List;

/** Result of the init goal. */
public sealed interface InitResult {

  /** The name of the POM in messages. */
  String POM = "pom.xml";

  /**
   * The files that changed, or would.
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

  /** The POM configures groups already. */
  record Configured() implements InitResult {}

  /** There is no package. */
  record NoPackage() implements InitResult {}

  /**
   * No group publishes anything.
   *
   * @param groups the inferred groups
   * @param adopted the settings of other tools
   */
  record NothingPublished(GroupConfiguration groups, Adopted adopted) implements InitResult {}

  /**
   * The configuration was written, or would be.
   *
   * @param groups the configured groups
   * @param adopted the settings of other tools
   * @param pom the change of the POM
   * @param dryRun whether nothing was written
   */
  record Written(GroupConfiguration groups, Adopted adopted, FileChange pom, boolean dryRun)
      implements InitResult {

    @Override
    public List<String> files() {
      return List.of(pom.path());
    }
  }

  /**
   * The POM declares the plugin where it is unclear what to change.
   *
   * @param groups the groups to configure
   * @param adopted the settings of other tools
   * @param declaration the lines of the plugin element to write
   * @param problem why the POM was not changed
   */
  record Unclear(
      GroupConfiguration groups, Adopted adopted, List<String> declaration, Problem problem)
      implements InitResult {

    @Override
    public boolean failed() {
      return true;
    }
  }
}

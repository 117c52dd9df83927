package io.github.releasesync.maven;

import io.github.releasesync.project.group.GroupSpec;
import java.util.List;

/** One {@code <group>} of the POM. */
public class GroupParameters {

  /** The name; by default that of the lead. */
  private String name;

  /** The package that determines the version: cargo:NAME, pypi:NAME or maven:groupId:artifactId. */
  private String lead;

  /** The followers; {@code *} and {@code ?} are wildcards. */
  private List<String> followers;

  /** The policy of the followers: exact (the default), major-minor or independent. */
  private String policy;

  /** The format of release tags: v{version}, {group}-v{version}, py-{version}, ... */
  private String tagFormat;

  /** Whether init wrote the group from evidence, which then adds packages to it. */
  private boolean inferred;

  GroupSpec toSpec() {
    GroupSpec spec = GroupSpec.of(name, lead, followers, policy, tagFormat);
    return inferred ? spec.asInferred() : spec;
  }
}

package io.github.releasesync.maven;

import io.github.releasesync.project.group.GroupSpec;
import java.util.List;

/** One {@code <group>} of the POM. */
public class GroupParameters {

  /** Its name; the lead's where there is none. */
  private String name;

  /** The package whose version counts: cargo:NAME, pypi:NAME or maven:groupId:artifactId. */
  private String lead;

  /** The packages that follow it; {@code *} and {@code ?} stand for any characters. */
  private List<String> followers;

  /** How they follow: exact (the default), major-minor or independent. */
  private String policy;

  /** How its release tags are named: v{version}, {group}-v{version}, py-{version}, ... */
  private String tagFormat;

  GroupSpec toSpec() {
    return GroupSpec.of(name, lead, followers, policy, tagFormat);
  }
}

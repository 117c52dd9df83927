package io.github.releasesync.project.group;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.workspace.Package;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A group as it is configured.
 *
 * @param name its name; the lead's where empty
 * @param lead {@code ecosystem:name}
 * @param followers {@code ecosystem:name}, {@code *} and {@code ?} allowed
 * @param policy the policy of the followers
 * @param tagFormat the format of its release tags; as they have been where empty
 * @param inferred whether init wrote it from evidence: it is judged as an inferred group, and
 *     evidence adds packages to it
 */
public record GroupSpec(
    Optional<String> name,
    String lead,
    List<String> followers,
    Policy policy,
    Optional<TagFormat> tagFormat,
    boolean inferred) {

  /**
   * A group of the team.
   *
   * @param name its name; the lead's where empty
   * @param lead {@code ecosystem:name}
   * @param followers {@code ecosystem:name}, {@code *} and {@code ?} allowed
   * @param policy the policy of the followers
   * @param tagFormat the format of its release tags; as they have been where empty
   */
  public GroupSpec(
      Optional<String> name,
      String lead,
      List<String> followers,
      Policy policy,
      Optional<TagFormat> tagFormat) {
    this(name, lead, followers, policy, tagFormat, false);
  }

  /**
   * A group of the POM.
   *
   * @param name its name, or null
   * @param lead its lead, or null
   * @param followers its followers, or null
   * @param policy the word of its policy, or null for exact
   * @param tagFormat the format of its release tags, or null
   * @return the group
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if it cannot be understood
   */
  public static GroupSpec of(
      String name, String lead, List<String> followers, String policy, String tagFormat) {
    List<String> ids =
        followers == null ? List.of() : followers.stream().map(String::strip).toList();
    if (lead == null || lead.isBlank()) {
      throw invalid("a group has no lead", "write <lead>cargo:NAME</lead>, or pypi:, or maven:");
    }
    for (String id : ids) {
      requireId(id);
    }
    Policy understood =
        policy == null
            ? Policy.EXACT
            : Policy.of(policy.strip())
                .orElseThrow(
                    () ->
                        invalid(
                            "`" + policy + "` is not a policy",
                            "write exact, major-minor or independent"));
    return new GroupSpec(
        Optional.ofNullable(name).map(String::strip).filter(n -> !n.isEmpty()),
        requireId(lead.strip()),
        ids,
        understood,
        Optional.ofNullable(tagFormat).map(TagFormat::of));
  }

  /**
   * The same group, written by init from evidence.
   *
   * @return the group
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if it has a policy: that is a
   *     statement of the team, and evidence knows exact versions only
   */
  public GroupSpec asInferred() {
    if (policy != Policy.EXACT) {
      throw invalid(
          "group " + name.orElse(lead) + " is inferred, but has the policy " + policy.word(),
          "remove <inferred>, and name every follower of the group");
    }
    return new GroupSpec(name, lead, followers, policy, tagFormat, true);
  }

  /**
   * Groups as the command line states them, in the form of {@code
   * engine=cargo:barter,pypi:barter-python;tools=cargo:barter-cli}: the first of each is the lead.
   *
   * @param text the value of {@code release-sync.groups}
   * @return the groups
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if it cannot be understood
   */
  public static List<GroupSpec> parse(String text) {
    List<GroupSpec> specs = new ArrayList<>();
    for (String part : text.split(";")) {
      if (part.isBlank()) {
        continue;
      }
      int equals = part.indexOf('=');
      String name = equals < 0 ? null : part.substring(0, equals);
      List<String> ids = Arrays.asList(part.substring(equals + 1).split(","));
      specs.add(of(name, ids.get(0), ids.subList(1, ids.size()), null, null));
    }
    return specs;
  }

  /**
   * Whether the team names a package in it: it does not only fit a pattern, and init did not write
   * it.
   *
   * @param p a package
   * @return true if it is named explicitly
   */
  public boolean names(Package p) {
    return !inferred && (lead.equals(p.id()) || followers.contains(p.id()));
  }

  private static String requireId(String id) {
    if (!id.matches("(cargo|pypi|maven):.+")) {
      throw invalid(
          "`" + id + "` names no package",
          "write cargo:NAME, pypi:NAME or maven:groupId:artifactId");
    }
    return id;
  }

  private static ReleaseException invalid(String message, String help) {
    return ReleaseException.of(Code.CONFIGURATION_INVALID, Place.of("groups"), message, help);
  }
}

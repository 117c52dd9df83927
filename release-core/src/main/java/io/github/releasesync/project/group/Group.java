package io.github.releasesync.project.group;

import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.Ecosystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The packages that share one release version.
 *
 * @param name its name: the lead's, unless configured
 * @param lead the package whose manifest is the source of truth
 * @param policy the policy of the followers
 * @param inferred whether it was found from evidence and not configured
 * @param evidence why these packages belong together, in sentences without a full stop
 * @param members all packages, the lead first
 * @param tagFormat the configured format of its release tags, if any
 */
public record Group(
    String name,
    Package lead,
    Policy policy,
    boolean inferred,
    List<String> evidence,
    List<Package> members,
    Optional<TagFormat> tagFormat) {

  /**
   * A group whose tags are named as they have been.
   *
   * @param name the name
   * @param lead the lead
   * @param policy the policy of the followers
   * @param inferred whether it is inferred
   * @param evidence the evidence, in sentences without a full stop
   * @param members all packages, the lead first
   */
  public Group(
      String name,
      Package lead,
      Policy policy,
      boolean inferred,
      List<String> evidence,
      List<Package> members) {
    this(name, lead, policy, inferred, evidence, members, Optional.empty());
  }

  /**
   * The group as far as every release of it goes: without followers that have versions of their
   * own.
   *
   * @return the group itself where all follow exactly
   */
  public Group core() {
    return policy == Policy.EXACT
        ? this
        : new Group(name, lead, policy, inferred, evidence, released(), tagFormat);
  }

  /**
   * The same group, led by one of some members: the lead if it is among them, else one that could
   * be the lead.
   *
   * @param candidates some members
   * @return the group; empty where there is no candidate
   */
  public Optional<Group> ledByOneOf(List<Package> candidates) {
    if (candidates.isEmpty() || candidates.contains(lead)) {
      return Optional.of(this).filter(group -> !candidates.isEmpty());
    }
    List<Package> leading = new ArrayList<>(GroupLead.leading(members));
    leading.retainAll(candidates);
    Package other = GroupLead.of(leading.isEmpty() ? candidates : leading);
    List<Package> ordered = new ArrayList<>(List.of(other));
    members.stream().filter(p -> !p.equals(other)).forEach(ordered::add);
    return Optional.of(
        new Group(name, other, policy, inferred, evidence, List.copyOf(ordered), tagFormat));
  }

  /** The same group without one of its followers. */
  Group without(Package follower) {
    List<Package> others = members.stream().filter(p -> !p.equals(follower)).toList();
    return new Group(name, lead, policy, inferred, evidence, others, tagFormat);
  }

  /**
   * Whether packages of more than one ecosystem are in it, so that only portable versions do.
   *
   * @return true if so
   */
  public boolean spansEcosystems() {
    return members.stream().map(Package::ecosystem).distinct().count() > 1;
  }

  /**
   * The members that every release of the group publishes, and whose names its tags may have.
   *
   * @return all, or the lead alone where followers have versions of their own
   */
  public List<Package> released() {
    return policy == Policy.EXACT ? members : List.of(lead);
  }

  /**
   * Whether a crate or Python package of it is published.
   *
   * @return false if a release of it has nothing to upload
   */
  public boolean isPublished() {
    return members.stream().anyMatch(p -> p.publishable() && p.ecosystem() != Ecosystem.MAVEN);
  }
}

package io.github.releasesync.project;

import java.util.List;

/**
 * The packages that share one release version.
 *
 * @param name its name: the lead's, unless configured
 * @param lead the package whose manifest is the source of truth
 * @param policy how the others follow it
 * @param inferred whether it was found from evidence and not configured
 * @param evidence why these packages belong together, in sentences without a full stop
 * @param members all packages, the lead first
 */
public record Group(
    String name,
    Package lead,
    Policy policy,
    boolean inferred,
    List<String> evidence,
    List<Package> members) {

  /**
   * Whether packages of more than one ecosystem are in it, so that only portable versions do.
   *
   * @return true if so
   */
  public boolean spansEcosystems() {
    return members.stream().map(Package::ecosystem).distinct().count() > 1;
  }
}

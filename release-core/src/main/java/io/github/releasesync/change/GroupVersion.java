package io.github.releasesync.change;

import io.github.releasesync.copies.PackageName;
import io.github.releasesync.copies.VersionCopy;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.PastReleases;
import io.github.releasesync.project.group.Policy;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.VersionMapping;
import java.util.List;
import java.util.Optional;

/**
 * The versions that copies of a group's version may state: the version, and while the group is
 * developed, still that of its last release.
 */
public final class GroupVersion {

  private final Group group;
  private final Optional<ReleaseVersion> now;
  private final boolean releasesAreSeen;
  private final Optional<ReleaseVersion> last;

  public GroupVersion(Group group, PastReleases past) {
    this.group = group;
    this.now = group.lead().release();
    this.releasesAreSeen = !past.isEmpty();
    this.last =
        past.before(group.lead())
            .filter(p -> now.filter(ReleaseVersion::isDevelopment).isPresent())
            .flatMap(p -> p.then(group.lead()))
            .flatMap(Package::release)
            .filter(r -> !r.isDevelopment());
  }

  /** The packages by whose names copies are found: those that have the lead's version. */
  public static List<PackageName> names(Group group) {
    List<Package> members =
        group.policy() == Policy.EXACT ? group.members() : List.of(group.lead());
    return members.stream().map(GroupVersion::name).toList();
  }

  public static PackageName name(Package p) {
    return new PackageName(p.ecosystem(), p.name());
  }

  /** Whether there is anything to compare with. */
  public boolean isKnown() {
    return group.lead().version().isPresent();
  }

  /**
   * Whether a copy states an accepted version.
   *
   * @param copy the copy
   * @param spelling whose spelling it must have; empty for any
   */
  public boolean isStatedBy(VersionCopy copy, Optional<Ecosystem> spelling) {
    String text = copy.stated();
    if (now.isEmpty()) {
      return text.equals(group.lead().version().orElse(text));
    }
    return VersionMapping.readAny(text)
        .filter(this::mayBeStated)
        .filter(v -> spelling.isEmpty() || VersionMapping.spell(v, spelling.get()).equals(text))
        .isPresent();
  }

  /** Whether a text means a version that copies may state, in whatever spelling. */
  public boolean isMeantBy(String text) {
    return VersionMapping.readAny(text).filter(this::mayBeStated).isPresent();
  }

  /** Where no release can be seen, as in a shallow clone, any lower one may be the last. */
  private boolean mayBeStated(ReleaseVersion stated) {
    boolean mayBeLast =
        now.get().isDevelopment()
            && !releasesAreSeen
            && !stated.isDevelopment()
            && stated.compareTo(now.get()) < 0;
    return mayBeLast
        || stated.mapsExactly(now.get())
        || last.filter(stated::mapsExactly).isPresent();
  }

  /**
   * The version to write instead: the last release while developing, unless a copy followed that
   * too.
   */
  public String expected(VersionCopy copy) {
    boolean develops =
        VersionMapping.readAny(copy.stated()).filter(ReleaseVersion::isDevelopment).isPresent();
    return (develops ? now : last.or(() -> now))
        .map(v -> VersionMapping.spell(v, copy.ecosystem()))
        .orElseGet(() -> group.lead().version().orElseThrow());
  }
}

package io.github.releasesync.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The packages as they were at the newest release tag that HEAD can reach. */
public final class TaggedRelease {

  private final ReleaseTag tag;
  private final Map<String, List<Package>> byId;

  /**
   * The packages of a tag.
   *
   * @param tag the tag
   * @param workspace the packages of its commit
   */
  public TaggedRelease(ReleaseTag tag, Workspace workspace) {
    this.tag = tag;
    this.byId = workspace.packages().stream().collect(Collectors.groupingBy(Package::id));
  }

  /**
   * The tag.
   *
   * @return its name and version
   */
  public ReleaseTag tag() {
    return tag;
  }

  /**
   * A package of today as it was then.
   *
   * @param today the package
   * @return the package of that name, in the same place if several have it
   */
  public Optional<Package> then(Package today) {
    List<Package> named = byId.getOrDefault(today.id(), List.of());
    return named.stream()
        .filter(p -> p.manifest().equals(today.manifest()))
        .findFirst()
        .or(() -> named.stream().findFirst());
  }

  /**
   * Whether two packages of today were versions of one release then.
   *
   * @param one a package of today
   * @param other another
   * @return whether they agreed; empty if one of them was not there or had no version
   */
  public Optional<Boolean> agreed(Package one, Package other) {
    return then(one)
        .flatMap(Package::release)
        .flatMap(a -> then(other).flatMap(Package::release).map(a::agrees));
  }
}

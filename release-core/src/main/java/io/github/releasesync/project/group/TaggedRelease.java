package io.github.releasesync.project.group;

import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The packages as they were at a release that HEAD can reach. */
public final class TaggedRelease {

  private final String commit;
  private final List<ReleaseTag> tags;
  private final Workspace workspace;
  private final Map<String, List<Package>> byId;
  private final Supplier<Workspace> today;

  /**
   * The packages of a release.
   *
   * @param commit the id of a commit
   * @param tags its release tags, at least one
   * @param workspace its packages
   * @param today the packages that are to be compared with them
   */
  public TaggedRelease(
      String commit, List<ReleaseTag> tags, Workspace workspace, Supplier<Workspace> today) {
    this.commit = commit;
    this.workspace = workspace;
    this.byId = workspace.packages().stream().collect(Collectors.groupingBy(Package::id));
    this.today = today;
    this.tags = tags.stream().sorted(Comparator.comparing(tag -> !isOfAll(tag))).toList();
  }

  /**
   * The commit.
   *
   * @return its id in full
   */
  public String commit() {
    return commit;
  }

  /**
   * The tag that reports name: one of the whole repository, where the commit has one.
   *
   * @return its name and version
   */
  public ReleaseTag tag() {
    return tags.get(0);
  }

  /**
   * All release tags of the commit.
   *
   * @return those of the whole repository first
   */
  List<ReleaseTag> tags() {
    return tags;
  }

  /**
   * Whether a package of today had the version of one of the tags.
   *
   * @param today the package
   * @return true if it was part of this release
   */
  public boolean speaksOf(Package today) {
    return then(today).filter(this::hadTheVersionOfATag).isPresent();
  }

  /** Whether some package had the version of a tag. */
  boolean speaksOfSome(ReleaseTag tag) {
    return workspace.packages().stream().anyMatch(p -> hadTheVersionOf(tag, p));
  }

  /** Whether a package of that commit was what a tag released, or its development form. */
  static boolean hadTheVersionOf(ReleaseTag tag, Package then) {
    return then.release().filter(r -> tag.version().base().equals(r.base())).isPresent();
  }

  /** Whether a tag counts for the whole repository: its prefix names no package. */
  boolean isOfAll(ReleaseTag tag) {
    return workspace.packages().stream().noneMatch(tag::names);
  }

  /**
   * Whether one of the tags releases something of this repository: some package had its version
   * then. A tag such as {@code node-v0.1.0} may be of something that is not looked at here.
   *
   * @return true if so
   */
  public boolean isOfAPackage() {
    return workspace.packages().stream().anyMatch(this::hadTheVersionOfATag);
  }

  /**
   * Whether a package was what one of the tags released, or its development form.
   *
   * @param then a package of that commit
   * @return whether a tag has the numbers of its version
   */
  public boolean hadTheVersionOfATag(Package then) {
    return tags.stream().anyMatch(tag -> hadTheVersionOf(tag, then));
  }

  /**
   * The packages of that commit.
   *
   * @return all of them
   */
  public Workspace workspace() {
    return workspace;
  }

  /**
   * A package of today as it was then.
   *
   * @param p the package
   * @return the package of that name, in the same place if several have it then or today; else the
   *     one whose manifest was in the same place, for it was renamed
   */
  public Optional<Package> then(Package p) {
    List<Package> named = byId.getOrDefault(p.id(), List.of());
    return named.stream()
        .filter(then -> then.manifest().equals(p.manifest()))
        .findFirst()
        .or(() -> inTheSamePlace(p).filter(then -> isOneOfSeveral(p)))
        .or(() -> named.stream().findFirst())
        .or(() -> inTheSamePlace(p));
  }

  /**
   * A package of today as it was then, if that was an earlier release: neither is a development
   * version, and then was lower and no placeholder.
   *
   * @param today the package
   * @return the package of then, which has a release version
   */
  public Optional<Package> earlier(Package today) {
    return then(today)
        .filter(then -> !then.isPlaceholder())
        .filter(then -> then.release().filter(r -> !r.isDevelopment()).isPresent())
        .filter(
            then ->
                today
                    .release()
                    .filter(now -> !now.isDevelopment())
                    .filter(now -> !now.mapsExactly(then.release().get()))
                    .filter(now -> now.compareTo(then.release().get()) > 0)
                    .isPresent());
  }

  private boolean isOneOfSeveral(Package p) {
    return today.get().packages().stream().filter(other -> other.id().equals(p.id())).count() > 1;
  }

  private Optional<Package> inTheSamePlace(Package today) {
    return workspace.packages().stream()
        .filter(p -> p.ecosystem() == today.ecosystem() && p.manifest().equals(today.manifest()))
        .findFirst();
  }

  /**
   * Whether two packages of today had the same release version then, development forms apart.
   *
   * @param one a package of today
   * @param other another
   * @return false also if one of them was not there
   */
  public boolean mappedExactly(Package one, Package other) {
    return then(one)
        .flatMap(Package::release)
        .flatMap(a -> then(other).flatMap(Package::release).map(a::mapsExactly))
        .orElse(false);
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

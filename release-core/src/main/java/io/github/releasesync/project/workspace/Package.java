package io.github.releasesync.project.workspace;

import io.github.releasesync.problem.Place;
import io.github.releasesync.text.Located;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.ReleaseVersion;
import java.util.Optional;

/**
 * One crate, Python project or Maven artifact of the repository.
 *
 * @param ecosystem where it is published
 * @param name its name there; {@code groupId:artifactId} for Maven
 * @param manifest path of its manifest from the root
 * @param version its version as this ecosystem spells it; empty if nothing in the tree states it
 * @param literal the text that states the version, and where: in its own manifest, in a
 *     workspace's, in a parent, in a property, in the crate behind it
 * @param source the source of that text
 * @param release the release version that this is a spelling of; empty where it is not portable
 * @param publishable whether its registry would take it: Cargo's {@code publish}, a version, and no
 *     path dependency without one; PyPI's {@code Private ::} classifiers
 */
public record Package(
    Ecosystem ecosystem,
    String name,
    String manifest,
    Optional<String> version,
    Optional<Located<String>> literal,
    VersionSource source,
    Optional<ReleaseVersion> release,
    boolean publishable) {

  /**
   * The name that is unique across ecosystems.
   *
   * @return for example {@code cargo:serde}
   */
  public String id() {
    return ecosystem.word() + ":" + name;
  }

  /**
   * The place of the version, existing or not.
   *
   * @return the literal's place, else the manifest
   */
  public Place place() {
    return literal.map(Located::place).orElseGet(() -> Place.of(manifest));
  }

  /**
   * Whether the version is one that tools write into a new project, and was never released.
   *
   * @return true for 0.0.0 and its development forms
   */
  public boolean isPlaceholder() {
    return release.map(r -> r.base().equals("0.0.0")).orElse(false);
  }

  /**
   * Whether it is a POM such as init writes: there for its plugin, and never deployed.
   *
   * @return true if so; it says nothing of what the repository releases
   */
  public boolean isForItsPluginOnly() {
    return ecosystem == Ecosystem.MAVEN && !publishable && isPlaceholder();
  }

  /** As every record's, but linked when it is compiled: each check compares and looks up many. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Package p
            && ecosystem == p.ecosystem
            && name.equals(p.name)
            && manifest.equals(p.manifest)
            && version.equals(p.version)
            && literal.equals(p.literal)
            && source == p.source
            && release.equals(p.release)
            && publishable == p.publishable;
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + manifest.hashCode();
  }
}

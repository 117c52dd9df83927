package io.github.releasesync.copies;

import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.version.Ecosystem;

/**
 * A package as other files name it.
 *
 * @param ecosystem where it is published
 * @param name its name there; {@code groupId:artifactId} for Maven
 */
public record PackageName(Ecosystem ecosystem, String name) {

  /** The last part of a Maven name; any other name as it is. */
  String shortName() {
    return name.substring(name.indexOf(':') + 1);
  }

  /**
   * Whether two packages would be written alike where no ecosystem is named: case and the kind of
   * separator make no difference, and a Maven artifact is named without its groupId.
   *
   * @param other another package
   * @return true if a reader could not distinguish them
   */
  public boolean looksLike(PackageName other) {
    return ProjectName.normalize(shortName()).equals(ProjectName.normalize(other.shortName()));
  }
}

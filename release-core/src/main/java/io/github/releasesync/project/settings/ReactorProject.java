package io.github.releasesync.project.settings;

import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.Ecosystem;
import java.nio.file.Path;

/**
 * A project of the running Maven build, with the version that Maven gave it. A property of the
 * command line, a profile or an extension can make it another one than that of the POM.
 *
 * @param name {@code groupId:artifactId}
 * @param folder the absolute path of the project's folder
 * @param version the effective version
 */
public record ReactorProject(String name, Path folder, String version) {

  /**
   * Whether this is the project of an artifact.
   *
   * @param artifact a package of the repository
   * @return true if the name and the folder are the same
   */
  public boolean builds(Package artifact) {
    Path pom = Path.of(artifact.manifest());
    return artifact.ecosystem() == Ecosystem.MAVEN
        && artifact.name().equals(name)
        && (pom.getParent() == null || folder.endsWith(pom.getParent()));
  }
}

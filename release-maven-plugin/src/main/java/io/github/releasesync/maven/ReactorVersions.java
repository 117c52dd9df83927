package io.github.releasesync.maven;

import io.github.releasesync.project.settings.ReactorProject;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** The versions that Maven gave the projects of this build: properties and profiles count there. */
final class ReactorVersions {

  private ReactorVersions() {}

  /** The projects of the build; none where there is no POM. */
  static List<ReactorProject> of(MavenSession session) {
    return session.getProjects().stream()
        .filter(project -> project.getFile() != null)
        .map(ReactorVersions::of)
        .toList();
  }

  private static ReactorProject of(MavenProject project) {
    return new ReactorProject(
        project.getGroupId() + ":" + project.getArtifactId(),
        project.getBasedir().toPath().toAbsolutePath().normalize(),
        project.getVersion());
  }
}

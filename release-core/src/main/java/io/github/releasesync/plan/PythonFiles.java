package io.github.releasesync.plan;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.artifact.ArtifactKind;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Pep440Version;
import java.util.Comparator;
import java.util.List;

/** The publish order of the files of a Python project. */
final class PythonFiles {

  /** Tags of the most used platforms, the least used first. */
  private static final List<String> MOST_USED =
      List.of("win_amd64", "macosx", "aarch64", "manylinux", "any");

  /**
   * The order of publication. The wheel of the least used platform comes first: it is the canary,
   * which meets PyPI's checks while few users would install it. Sdists come last, so that no
   * installer builds from source while wheels are missing.
   */
  static final Comparator<Artifact> ORDER =
      Comparator.comparing((Artifact a) -> a.kind() == ArtifactKind.SDIST)
          .thenComparing(a -> use(a.filename()))
          .thenComparing(Artifact::filename);

  private PythonFiles() {}

  /** Whether a file belongs to the current version of a project. */
  static boolean isOf(Artifact file, Package project) {
    try {
      return project
          .version()
          .map(Pep440Version::parse)
          .filter(Pep440Version.parse(file.version())::equals)
          .isPresent();
    } catch (InvalidVersionException e) {
      return false;
    }
  }

  private static int use(String filename) {
    int use = 0;
    for (int i = 0; i < MOST_USED.size(); i++) {
      if (filename.contains(MOST_USED.get(i))) {
        use = i + 1;
      }
    }
    return use;
  }
}

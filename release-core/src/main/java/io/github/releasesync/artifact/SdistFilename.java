package io.github.releasesync.artifact;

import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Pep440Version;

/**
 * The parts of an sdist's file name: {@code distribution-version.tar.gz} (PEP 625). Old names,
 * {@code .zip} among them, are read too; PyPI takes only canonical ones.
 *
 * @param distribution the distribution as written; the last hyphen ends it
 * @param version the version
 * @param canonical true if PyPI accepts the name: normalised in both parts, {@code .tar.gz}
 */
public record SdistFilename(String distribution, Pep440Version version, boolean canonical) {

  private static final String SUFFIX = ".tar.gz";
  private static final String OLD_SUFFIX = ".zip";
  private static final int LONGEST = 255;

  /**
   * Reads a file name.
   *
   * @param filename the name without folder
   * @return its parts
   * @throws ReleaseException with {@link Code#ARTIFACT_NAME_INVALID} if it is not an sdist's name
   */
  public static SdistFilename parse(String filename) {
    String suffix = filename.endsWith(SUFFIX) ? SUFFIX : OLD_SUFFIX;
    if (!filename.endsWith(suffix) || filename.length() > LONGEST) {
      throw invalid(filename, "does not end with .tar.gz, or is longer than 255 characters");
    }
    String stem = filename.substring(0, filename.length() - suffix.length());
    int hyphen = stem.lastIndexOf('-');
    if (hyphen <= 0) {
      throw invalid(filename, "has no name and version with a hyphen between them");
    }
    String distribution = stem.substring(0, hyphen);
    Pep440Version version = version(filename, stem.substring(hyphen + 1));
    return new SdistFilename(
        distribution, version, filename.equals(canonical(distribution, version.toString())));
  }

  /**
   * The name that PyPI requires.
   *
   * @param project the project's name in any spelling
   * @param version the version, normalised
   * @return the file name
   */
  public static String canonical(String project, String version) {
    return ProjectName.fileForm(project) + "-" + version + SUFFIX;
  }

  /**
   * The project's name, normalised (PEP 503).
   *
   * @return the name, such as {@code barter-python}
   */
  public String project() {
    return ProjectName.normalize(distribution);
  }

  private static Pep440Version version(String filename, String text) {
    try {
      return Pep440Version.parse(text);
    } catch (InvalidVersionException e) {
      throw invalid(filename, "has a version that is not PEP 440");
    }
  }

  private static ReleaseException invalid(String filename, String why) {
    return new Refusal(filename)
        .of(
            Code.ARTIFACT_NAME_INVALID,
            why,
            "an sdist is named NAME-VERSION.tar.gz; keep the name that the build gave");
  }
}

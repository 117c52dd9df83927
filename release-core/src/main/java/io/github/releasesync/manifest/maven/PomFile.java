package io.github.releasesync.manifest.maven;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code pom.xml} of model 4.0.0 or 4.1.0 as written: nothing inherited, no expression resolved.
 *
 * @param file path from the repository root
 * @param parent its parent
 * @param groupId its groupId, if it has one of its own
 * @param artifactId its artifactId
 * @param version its version, if it has one of its own
 * @param packaging its packaging; {@code jar} by default
 * @param properties its properties; those of profiles that are active by default win
 * @param modules its modules (subprojects in model 4.1.0), with those of such profiles
 * @param dependencies the artifacts whose versions it states, also in profiles and of plugins
 */
public record PomFile(
    String file,
    Optional<PomParent> parent,
    Optional<Located<String>> groupId,
    Located<String> artifactId,
    Optional<Located<String>> version,
    String packaging,
    Map<String, Located<String>> properties,
    List<Located<String>> modules,
    List<PomDependency> dependencies) {

  /**
   * Reads a POM. No DTD is read and no entity is resolved.
   *
   * @param text the file's text
   * @return the content
   * @throws ReleaseException with {@link Code#MANIFEST_INVALID} for text that is not well-formed,
   *     has a DOCTYPE or is nested deeper than any POM, for another root than {@code project}, and
   *     for missing or repeated coordinates
   */
  public static PomFile parse(SourceText text) {
    return new PomReader(text).read();
  }
}

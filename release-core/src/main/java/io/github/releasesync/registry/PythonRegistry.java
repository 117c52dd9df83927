package io.github.releasesync.registry;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.problem.ReleaseException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/** A registry of Python packages. Every method sends at most once. */
public interface PythonRegistry {

  /**
   * Asks the index for one file.
   *
   * @param project the project, in any spelling
   * @param version its version
   * @param filename the file's name
   * @return what the index says
   */
  Lookup lookUp(String project, String version, String filename);

  /**
   * Asks the index for several files of a project, in one request.
   *
   * @param project the project, in any spelling
   * @param filenames the files' names
   * @return what the index says of each
   */
  Map<String, Lookup> lookUp(String project, Collection<String> filenames);

  /**
   * Asks the index for a release, whatever its files are called.
   *
   * @param project the project, in any spelling
   * @param version its version, in any spelling of PEP 440
   * @return whether it has a file, with the hash of one of them; yanked if all of them are
   */
  Lookup release(String project, String version);

  /**
   * Uploads a file.
   *
   * @param artifact what the file is
   * @param file a wheel or sdist
   * @return what became of it
   * @throws ReleaseException if there is no token, or the file is not the artifact (any more)
   */
  UploadResult upload(Artifact artifact, Path file);
}

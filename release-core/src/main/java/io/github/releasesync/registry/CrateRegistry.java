package io.github.releasesync.registry;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.problem.ReleaseException;
import java.nio.file.Path;

/** A registry of crates. Every method sends at most once; who calls decides about another try. */
public interface CrateRegistry {

  /**
   * Asks the registry's API for one version.
   *
   * @param name the crate
   * @param version its version
   * @return what the API says
   */
  Lookup lookUp(String name, String version);

  /**
   * Asks the index, from which cargo resolves dependencies. It may lag behind the API, and where it
   * contradicts the API the two answers differ.
   *
   * @param name the crate
   * @param version its version
   * @return what the index says
   */
  Lookup resolve(String name, String version);

  /**
   * Publishes the bytes of a file.
   *
   * @param artifact what the file is
   * @param file a {@code .crate}
   * @return what became of it
   * @throws ReleaseException if there is no token, or the file is not the artifact (any more)
   */
  UploadResult publish(Artifact artifact, Path file);

  /**
   * Takes a version out of circulation. Doing so twice is no error.
   *
   * @param name the crate
   * @param version its version
   * @return what became of it
   * @throws ReleaseException if there is no token
   */
  UploadResult yank(String name, String version);

  /**
   * Brings a yanked version back.
   *
   * @param name the crate
   * @param version its version
   * @return what became of it
   * @throws ReleaseException if there is no token
   */
  UploadResult unyank(String name, String version);
}

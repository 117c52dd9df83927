package io.github.releasesync.artifact;

import io.github.releasesync.manifest.cargo.PublishedCrate;
import io.github.releasesync.text.SourceText;
import java.util.Optional;

/** What a registry is told about an artifact beside its bytes, as it stands inside the artifact. */
public sealed interface UploadMetadata {

  /**
   * The metadata of a crate.
   *
   * @param manifest the text of the normalised {@code Cargo.toml}
   * @param readme the text of the README that the manifest names; empty if it names none
   */
  record OfCrate(String manifest, Optional<String> readme) implements UploadMetadata {

    /**
     * The manifest, parsed.
     *
     * @return the manifest
     * @throws io.github.releasesync.problem.ReleaseException if it is not valid
     */
    public PublishedCrate published() {
      return PublishedCrate.parse(SourceText.of("Cargo.toml", manifest));
    }
  }

  /**
   * The metadata of a wheel or sdist.
   *
   * @param pythonTag the Python tag of a wheel, such as {@code py3}; {@code source} for an sdist
   * @param core METADATA or PKG-INFO
   */
  record OfPython(String pythonTag, CoreMetadata core) implements UploadMetadata {}
}

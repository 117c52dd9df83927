package io.github.releasesync.publish;

import io.github.releasesync.files.Sha256;
import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.registry.CrateRegistry;
import io.github.releasesync.registry.Lookup;
import io.github.releasesync.registry.PythonRegistry;
import io.github.releasesync.registry.UploadResult;
import java.nio.file.Path;

/** One artifact and the registry that it goes to. */
interface Destination {

  PlannedArtifact artifact();

  /** What the registry's own record says: for crates.io its API, for PyPI its index. */
  Lookup lookUp();

  /** What the index says that installers read. */
  Lookup listed();

  UploadResult send();

  /**
   * Whether sending the same bytes again is harmless and says whether they are there. PyPI answers
   * the same file with 200; crates.io calls any second upload a duplicate, whatever its bytes.
   */
  boolean sendingAgainVerifies();

  default Sha256 planned() {
    return artifact().artifact().sha256();
  }

  /** A crate on its way to crates.io. */
  record OfCrate(PlannedArtifact artifact, Path file, CrateRegistry registry)
      implements Destination {

    @Override
    public Lookup lookUp() {
      return registry.lookUp(artifact.artifact().packageName(), artifact.artifact().version());
    }

    @Override
    public Lookup listed() {
      return registry.resolve(artifact.artifact().packageName(), artifact.artifact().version());
    }

    @Override
    public UploadResult send() {
      return registry.publish(artifact.artifact(), file);
    }

    @Override
    public boolean sendingAgainVerifies() {
      return false;
    }
  }

  /** A wheel or sdist on its way to PyPI. */
  record OfFile(PlannedArtifact artifact, Path file, PythonRegistry registry)
      implements Destination {

    @Override
    public Lookup lookUp() {
      return registry.lookUp(
          artifact.artifact().packageName(),
          artifact.artifact().version(),
          artifact.artifact().filename());
    }

    @Override
    public Lookup listed() {
      return lookUp();
    }

    @Override
    public UploadResult send() {
      return registry.upload(artifact.artifact(), file);
    }

    @Override
    public boolean sendingAgainVerifies() {
      return true;
    }
  }
}

package io.github.releasesync.registry;

import io.github.releasesync.artifact.Artifact;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/** The registry of a release that has nothing for it: no address, no token, never called. */
public final class NoRegistry implements CrateRegistry, PythonRegistry {

  @Override
  public Lookup lookUp(String name, String version) {
    throw unexpected();
  }

  @Override
  public Lookup resolve(String name, String version) {
    throw unexpected();
  }

  @Override
  public UploadResult publish(Artifact artifact, Path file) {
    throw unexpected();
  }

  @Override
  public UploadResult yank(String name, String version) {
    throw unexpected();
  }

  @Override
  public UploadResult unyank(String name, String version) {
    throw unexpected();
  }

  @Override
  public Lookup lookUp(String project, String version, String filename) {
    throw unexpected();
  }

  @Override
  public Map<String, Lookup> lookUp(String project, Collection<String> filenames) {
    throw unexpected();
  }

  @Override
  public Lookup release(String project, String version) {
    throw unexpected();
  }

  @Override
  public UploadResult upload(Artifact artifact, Path file) {
    throw unexpected();
  }

  private static IllegalStateException unexpected() {
    return new IllegalStateException("nothing of this release goes to this registry");
  }
}

package io.github.releasesync.registry;

import io.github.releasesync.artifact.Artifact;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/** The registry of a release that has nothing for it: no address, no token, never called. */
public final class Nowhere implements CrateRegistry, PythonRegistry {

  @Override
  public LookUp lookUp(String name, String version) {
    throw unexpected();
  }

  @Override
  public LookUp resolve(String name, String version) {
    throw unexpected();
  }

  @Override
  public Sent publish(Artifact artifact, Path file) {
    throw unexpected();
  }

  @Override
  public Sent yank(String name, String version) {
    throw unexpected();
  }

  @Override
  public Sent unyank(String name, String version) {
    throw unexpected();
  }

  @Override
  public LookUp lookUp(String project, String version, String filename) {
    throw unexpected();
  }

  @Override
  public Map<String, LookUp> lookUp(String project, Collection<String> filenames) {
    throw unexpected();
  }

  @Override
  public LookUp release(String project, String version) {
    throw unexpected();
  }

  @Override
  public Sent upload(Artifact artifact, Path file) {
    throw unexpected();
  }

  private static IllegalStateException unexpected() {
    return new IllegalStateException("nothing of this release goes to this registry");
  }
}

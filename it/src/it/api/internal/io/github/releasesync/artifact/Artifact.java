package io.github.releasesync.artifact;

public final class Artifact {
  public long size() {
    return 1;
  }
}

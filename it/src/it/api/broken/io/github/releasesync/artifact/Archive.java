package io.github.releasesync.artifact;

public final class Archive {
  public int entries() {
    return 1;
  }
}

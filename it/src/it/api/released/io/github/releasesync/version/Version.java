package io.github.releasesync.version;

public final class Version {
  public String text() {
    return "1.0.0";
  }

  public boolean isStable() {
    return true;
  }
}

package io.github.releasesync.packaging;

/** Who is told what a build does, while it does it. */
public interface BuildProgress {

  /**
   * A step begins or has ended.
   *
   * @param line what it is
   */
  void step(String line);

  /**
   * A line of what a tool wrote before it failed.
   *
   * @param line the line as the tool wrote it
   */
  void failure(String line);
}

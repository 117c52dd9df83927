package io.github.releasesync.packaging;

/** A listener to a build. */
public interface BuildProgress {

  /**
   * Takes an event, while the build waits.
   *
   * @param event the event
   */
  void happens(BuildEvent event);
}

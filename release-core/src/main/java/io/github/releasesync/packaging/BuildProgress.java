package io.github.releasesync.packaging;

/** A listener to a build. */
public interface BuildProgress {

  /**
   * Receives an event; the build waits until it returns.
   *
   * @param event the event
   */
  void happens(BuildEvent event);
}

package io.github.releasesync.rehearsal;

import io.github.releasesync.packaging.BuildProgress;
import io.github.releasesync.publish.ExecutionListener;

/** A listener to a rehearsal: to its build, to its release, and to the clients that use it. */
public interface RehearsalListener extends BuildProgress, ExecutionListener {

  /** The real clients begin to use what was released. */
  default void clientsBegin() {}
}

package io.github.releasesync.rehearsal;

import io.github.releasesync.packaging.BuildProgress;
import io.github.releasesync.publish.ExecutionListener;

/** A listener to the build, the release and the clients of a rehearsal. */
public interface RehearsalListener extends BuildProgress, ExecutionListener {

  /** The real clients begin to use the release. */
  default void clientsBegin() {}
}

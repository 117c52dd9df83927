package io.github.releasesync.files;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held by the one run that may change a repository; the system frees it if that run is killed. */
public final class FileLock {

  private final Path file;

  /**
   * A lock.
   *
   * @param file the lock file; it is made where it is missing
   */
  public FileLock(Path file) {
    this.file = file;
  }

  /** The action while the lock is held. */
  public interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Does something that no other run may do at the same time.
   *
   * @throws ReleaseException with {@link Code#CHANGE_LOCKED} if another run holds the lock
   * @throws IOException if the file cannot be used, or the work fails
   */
  public <T> T holding(Work<T> work) throws IOException {
    try (FileChannel channel = open()) {
      if (!isTaken(channel)) {
        throw ReleaseException.of(
            Code.CHANGE_LOCKED,
            Place.of(".release-sync/change"),
            "another run of release-sync changes files here",
            "wait for it to end");
      }
      return work.run();
    }
  }

  /**
   * Whether no run holds the lock now.
   *
   * @throws IOException if the file cannot be used
   */
  public boolean isFree() throws IOException {
    try (FileChannel channel = open()) {
      return isTaken(channel);
    }
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Closing the channel frees it. */
  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Held by another thread of this process, as by another build of a daemon.
      return false;
    }
  }
}

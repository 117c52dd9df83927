package io.github.releasesync.sandbox;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a sandbox: blobs by their sha256, and small records that name them. A file is
 * written to a temporary name, forced to disk and renamed, a blob before the record that names it:
 * a sandbox that is killed holds whole files only, and everything that it ever confirmed.
 */
final class SandboxState implements AutoCloseable {

  private static final String BLOBS = "blobs";
  private static final String INCOMING = "incoming";

  private final Path root;
  private final boolean lasting;
  private final FileChannel lock;

  private SandboxState(Path root, boolean lasting, FileChannel lock) {
    this.root = root;
    this.lasting = lasting;
    this.lock = lock;
  }

  /**
   * Opens a folder, which no other sandbox may use meanwhile.
   *
   * @param state the folder; empty for one that is deleted at the end
   * @throws ReleaseException with {@link Code#SANDBOX_STATE_INVALID} or {@link
   *     Code#SANDBOX_STATE_IN_USE}
   */
  static SandboxState open(Optional<Path> state) {
    Path shown = state.orElse(Path.of("sandbox"));
    try {
      Path root =
          state.isPresent()
              ? Files.createDirectories(state.get())
              : Files.createTempDirectory("release-sync-sandbox");
      SandboxState disk = new SandboxState(root, state.isPresent(), locked(root));
      delete(root.resolve(INCOMING));
      Files.createDirectories(root.resolve(INCOMING));
      Files.createDirectories(root.resolve(BLOBS));
      return disk;
    } catch (IOException e) {
      throw invalid(shown, "cannot be used: " + e.getClass().getSimpleName(), e);
    }
  }

  static ReleaseException invalid(Path place, String message, Throwable cause) {
    return new ReleaseException(
        Problem.of(
            Code.SANDBOX_STATE_INVALID,
            Place.of(place.toString().replace('\\', '/')),
            message,
            "delete the folder to start with empty registries, or name another"),
        cause);
  }

  /** A new file for what arrives. */
  Path incoming() throws IOException {
    return Files.createTempFile(root.resolve(INCOMING), "upload", "");
  }

  /** Moves a file that has arrived to its place. */
  Path keep(Path arrived, String sha256) throws IOException {
    Path blob = blob(sha256);
    force(arrived);
    Files.move(arrived, blob, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(blob.getParent());
    return blob;
  }

  Path keep(byte[] bytes) throws IOException {
    Path file = incoming();
    Files.write(file, bytes);
    return keep(file, Digests.sha256(bytes));
  }

  Path blob(String sha256) {
    return root.resolve(BLOBS).resolve(sha256);
  }

  /** Replaces a record. */
  void write(String folder, String name, String content) throws IOException {
    Path file = Files.createDirectories(root.resolve(folder)).resolve(name + ".json");
    Path beside = incoming();
    Files.writeString(beside, content);
    force(beside);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(file.getParent());
  }

  /** All records of a folder. */
  List<Path> records(String folder) {
    Path all = root.resolve(folder);
    if (Files.notExists(all)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(all)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw invalid(all, "cannot be listed: " + e.getClass().getSimpleName(), e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
      if (!lasting) {
        delete(root);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lock file is never opened otherwise: closing any channel of it would drop the lock. */
  private static FileChannel locked(Path root) throws IOException {
    FileChannel channel =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw ReleaseException.of(
          Code.SANDBOX_STATE_IN_USE,
          Place.of(root.toString().replace('\\', '/')),
          "another sandbox uses this state",
          "stop it, or name another folder");
    }
    return channel;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private void force(Path file) throws IOException {
    if (lasting) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
  }

  /** Windows cannot open a folder; there the rename itself must do. */
  private void forceFolder(Path folder) throws IOException {
    if (lasting && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

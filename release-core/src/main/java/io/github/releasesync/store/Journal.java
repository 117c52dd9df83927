package io.github.releasesync.store;

import io.github.releasesync.files.Sha256;
import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonException;
import io.github.releasesync.json.JsonValue;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The log of a release: one line for each attempt and each answer, appended and forced to disk
 * before the next action. It is a hint for the next run and a record for people; the registries
 * decide. Each line holds the digest of the line before, so that a changed or lost line is
 * detected. An incomplete last line is dropped.
 */
public final class Journal implements AutoCloseable {

  private final Path file;
  private final FileChannel lock;
  private final FileChannel channel;
  private final List<JournalRecord> records;
  private String previous;

  private Journal(
      Path file,
      FileChannel lock,
      FileChannel channel,
      List<JournalRecord> records,
      String previous) {
    this.file = file;
    this.lock = lock;
    this.channel = channel;
    this.records = records;
    this.previous = previous;
  }

  /**
   * Opens a journal exclusively for this process.
   *
   * @param file the journal; need not exist
   * @return the journal
   * @throws ReleaseException with {@link Code#JOURNAL_LOCKED} if another run has it open, or {@link
   *     Code#JOURNAL_DAMAGED} if a line before the last was changed
   */
  public static Journal open(Path file) {
    FileChannel lock = null;
    try {
      Files.createDirectories(file.getParent());
      lock = lock(file);
      Content content = read(file);
      FileChannel channel = openForOneUser(file);
      channel.truncate(content.validBytes());
      channel.position(content.validBytes());
      return new Journal(file, lock, channel, content.records(), content.lastDigest());
    } catch (IOException e) {
      close(lock);
      throw unwritable(file, e);
    } catch (ReleaseException e) {
      close(lock);
      throw e;
    }
  }

  /**
   * The records of the journal.
   *
   * @return the records so far, oldest first
   */
  public synchronized List<JournalRecord> records() {
    return List.copyOf(records);
  }

  /**
   * Appends records. When it returns, they are on disk, and the actions that they announce may
   * begin.
   *
   * @param written the records
   * @throws ReleaseException with {@link Code#STAGING_FAILED} if they cannot be written
   */
  public synchronized void append(List<JournalRecord> written) {
    try {
      for (JournalRecord one : written) {
        write(one);
      }
      channel.force(true);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /**
   * Appends a record without forcing it to disk: if it is lost, the next run asks the registry.
   *
   * @param written the record
   * @throws ReleaseException with {@link Code#STAGING_FAILED} if it cannot be written
   */
  public synchronized void note(JournalRecord written) {
    try {
      write(written);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private void write(JournalRecord written) throws IOException {
    String line = new Json().line(new Line(records.size() + 1, previous, written));
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    records.add(written);
    previous = digest(line);
  }

  @Override
  public void close() {
    close(channel);
    close(lock);
  }

  /** Creates the file readable by its owner only, where the file system knows owners. */
  private static FileChannel openForOneUser(Path file) throws IOException {
    Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? FileChannel.open(
            file,
            options,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        : FileChannel.open(file, options);
  }

  /** Locks a separate file: closing any other channel on the locked file would unlock it. */
  private static FileChannel lock(Path file) throws IOException {
    Path lockFile = file.resolveSibling("lock");
    FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock held = channel.tryLock();
      if (held != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw locked(file);
    }
    channel.close();
    throw locked(file);
  }

  private static ReleaseException locked(Path file) {
    return ReleaseException.of(
        Code.JOURNAL_LOCKED,
        Place.of(place(file)),
        "another run is working on this release",
        "wait for it to end, then run it again");
  }

  private static Content read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new Content(new ArrayList<>(), "", 0);
    }
    byte[] bytes = Files.readAllBytes(file);
    List<JournalRecord> records = new ArrayList<>();
    String last = "";
    int start = 0;
    for (int end = indexOfLineEnd(bytes, 0); end >= 0; end = indexOfLineEnd(bytes, start)) {
      String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
      records.add(parse(file, line, records.size() + 1, last));
      last = digest(line);
      start = end + 1;
    }
    return new Content(records, last, start);
  }

  private static int indexOfLineEnd(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static JournalRecord parse(Path file, String line, int number, String previous) {
    try {
      JsonValue json = new Json().read(line);
      if (json.get("seq").integer() == number && json.get("prev").string().equals(previous)) {
        JsonValue written = json.get("record");
        return new JournalRecord(
            JournalRecord.Type.valueOf(written.get("type").string()),
            written.get("artifact").string(),
            (int) written.get("attempt").integer(),
            written.get("time").string(),
            written.get("detail").string());
      }
    } catch (IllegalArgumentException | JsonException e) {
      throw damaged(file, number, e);
    }
    throw damaged(file, number, null);
  }

  private static ReleaseException damaged(Path file, int line, Exception cause) {
    return new ReleaseException(
        Problem.of(
            Code.JOURNAL_DAMAGED,
            new io.github.releasesync.problem.Place(place(file), line, 0),
            "this line was changed after it was written",
            "delete the journal: the next run asks the registries"),
        cause);
  }

  private static ReleaseException unwritable(Path file, IOException cause) {
    return new ReleaseException(
        Problem.of(
            Code.STAGING_FAILED,
            Place.of(place(file)),
            "the journal cannot be written: " + cause.getClass().getSimpleName(),
            "free disk space or fix the permissions, then run it again"),
        cause);
  }

  private static String place(Path file) {
    return file.getParent().getFileName() + "/" + file.getFileName();
  }

  private static String digest(String line) {
    return Sha256.of(line.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
  }

  private static void close(FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The appended records are already on disk, so a caller can ignore this.
      return;
    }
  }

  private record Content(List<JournalRecord> records, String lastDigest, long validBytes) {}

  private record Line(int seq, String prev, JournalRecord record) {}
}

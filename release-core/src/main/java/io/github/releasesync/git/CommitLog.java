package io.github.releasesync.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads {@code git log -z} of {@link #FORMAT}, commit by commit. Each begins with a slash, as no
 * path does; the first of its paths follows a line end, which git writes between the two.
 */
final class CommitLog {

  static final String FORMAT = "/%H%x00%P%x00%at%x00%an%x00%B";

  private static final char COMMIT = '/';

  private final InputStream in;
  private final byte[] buffer = new byte[Commit.MESSAGE_LIMIT];
  private int next;
  private int end;

  /** The entry that is next; null at the end. */
  private String ahead;

  private CommitLog(InputStream output) {
    this.in = output;
  }

  static void read(InputStream output, Consumer<Commit> each) throws IOException {
    CommitLog log = new CommitLog(output);
    log.ahead = log.entry();
    while (log.ahead != null) {
      each.accept(log.commit());
    }
  }

  private Commit commit() throws IOException {
    String id = ahead.substring(1);
    String parents = entry();
    String authored = entry();
    String author = entry();
    String message = entry();
    if (message == null) {
      throw new IOException("ended within commit " + id);
    }
    ahead = entry();
    return new Commit(
        id,
        parents.isEmpty() ? List.of() : List.of(parents.split(" ")),
        Instant.ofEpochSecond(Long.parseLong(authored)),
        author,
        message,
        paths());
  }

  private List<String> paths() throws IOException {
    if (ahead == null || ahead.charAt(0) == COMMIT) {
      return List.of();
    }
    List<String> paths = new ArrayList<>();
    while (ahead != null && ahead.charAt(0) != COMMIT) {
      paths.add(paths.isEmpty() ? ahead.substring(1) : ahead);
      ahead = entry();
    }
    return List.copyOf(paths);
  }

  /** Up to the next NUL, as far as the limit lets; null at the end. */
  private String entry() throws IOException {
    if (next == end && !fill()) {
      return null;
    }
    int from = next;
    // Of 500 entries, one goes on where the buffer ends.
    return findNul()
        ? new String(buffer, from, next++ - from, StandardCharsets.UTF_8)
        : entryBeyondBuffer(from);
  }

  private String entryBeyondBuffer(int from) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(buffer, from, next - from);
    boolean ended = false;
    while (!ended) {
      if (!fill()) {
        return null;
      }
      ended = findNul();
      bytes.write(buffer, 0, Math.min(next, Commit.MESSAGE_LIMIT - bytes.size()));
    }
    next++;
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private boolean findNul() {
    while (next < end && buffer[next] != 0) {
      next++;
    }
    return next < end;
  }

  private boolean fill() throws IOException {
    next = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}

package io.github.releasesync.artifact;

import io.github.releasesync.files.HashingInputStream;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * A gzip-compressed tar with all entries in one folder: a {@code .crate} or sdist. Only files and
 * folders, one gzip member, nothing after the end.
 */
final class TarGz {

  private static final int BLOCK = 512;

  /** Two blocks of zeros end a tar (POSIX.1-2001, ustar). */
  private static final int END_MARKER = 2 * BLOCK;

  private static final String BUILD_AGAIN = "build again with the package's own tool";

  private final EntryRules rules;
  private final String folder;
  private final Predicate<String> wanted;
  private final Map<String, byte[]> kept = new HashMap<>();

  private TarGz(EntryRules rules, String folder, Predicate<String> wanted) {
    this.rules = rules;
    this.folder = folder;
    this.wanted = wanted;
  }

  /**
   * Reads an archive from end to end.
   *
   * @param file the archive
   * @param rules limits, and who refuses
   * @param folder the only folder at the top, with a final {@code /}
   * @param wanted which files to keep
   * @return its paths and the requested contents
   * @throws ReleaseException if it is not a strict archive
   */
  static Contents read(Path file, EntryRules rules, String folder, Predicate<String> wanted) {
    TarGz tar = new TarGz(rules, folder, wanted);
    try (HashingInputStream hashing = new HashingInputStream(Files.newInputStream(file));
        InputStream raw = new BufferedInputStream(hashing)) {
      tar.readEntries(raw);
      // It was read to its end, or it would have been refused.
      return new Contents(rules.paths(), tar.kept, hashing.count(), hashing.sha256());
    } catch (IOException | IllegalArgumentException e) {
      throw rules.refusal().unreadable(e);
    } catch (StackOverflowError e) {
      // commons-compress reads a row of extended headers recursively.
      throw rules.refusal().unreadable("cannot be read: too many headers in a row", e);
    }
  }

  private void readEntries(InputStream raw) throws IOException {
    Counted unpacked = new Counted(new GzipCompressorInputStream(raw));
    // Blocks as small as records: data after the end marker remains visible to us.
    TarArchiveInputStream tar =
        new TarArchiveInputStream(unpacked, BLOCK, BLOCK, StandardCharsets.UTF_8.name());
    long end = 0;
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      readEntry(tar, entry);
      tar.transferTo(OutputStream.nullOutputStream());
      end = (unpacked.count + BLOCK - 1) / BLOCK * BLOCK;
    }
    for (int b = unpacked.read(); b >= 0; b = unpacked.read()) {
      if (b != 0) {
        throw trailing("after the end of the tar");
      }
    }
    // A tool that died may have closed the gzip stream anyway.
    if (unpacked.count - end < END_MARKER) {
      throw rules.refusal().unreadable("is cut off: the tar has no end marker", null);
    }
    if (raw.read() >= 0) {
      throw trailing("after the end of the gzip stream");
    }
  }

  private void readEntry(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
    String name = entry.getName();
    byte type = entry.getLinkFlag();
    boolean directory = type == TarConstants.LF_DIR;
    boolean file = type == TarConstants.LF_NORMAL || type == TarConstants.LF_OLDNORM;
    if (!directory && !file || entry.isSparse()) {
      throw rules
          .refusal()
          .entry(
              Code.ARCHIVE_ENTRY_UNUSUAL,
              name,
              "is " + described(entry),
              "put a plain file in its place, build again");
    }
    String path = directory && !name.endsWith("/") ? name + "/" : name;
    if (file && path.endsWith("/")) {
      throw rules
          .refusal()
          .entry(Code.ARCHIVE_AMBIGUOUS, path, "is a file with a folder's path", BUILD_AGAIN);
    }
    rules.add(path);
    if (!path.startsWith(folder)) {
      throw rules
          .refusal()
          .entry(
              Code.ARCHIVE_PATH_UNSAFE,
              path,
              "is outside the folder `" + Refusal.shown(folder) + "`",
              "all entries must be in one folder with the name of the archive: " + BUILD_AGAIN);
    }
    if (wanted.test(path)) {
      rules.checkKept(path, entry.getSize());
      kept.put(path, tar.readAllBytes());
    }
  }

  private static String described(TarArchiveEntry entry) {
    if (entry.isSymbolicLink() || entry.isLink()) {
      return "a link to `" + Refusal.shown(entry.getLinkName()) + "`";
    }
    return entry.isSparse() ? "a sparse file" : "neither a file nor a folder";
  }

  private ReleaseException trailing(String where) {
    return rules.refusal().of(Code.ARCHIVE_AMBIGUOUS, "there is data " + where, BUILD_AGAIN);
  }

  /** Counts what was unpacked, so that a bomb ends early. */
  private final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(new BufferedInputStream(in));
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      add(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      add(Math.max(0, read));
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = super.skip(bytes);
      add(skipped);
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void add(long bytes) {
      count += bytes;
      rules.addUnpacked(bytes);
    }
  }
}

package io.github.releasesync.artifact;

import io.github.releasesync.files.Sha256;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A ZIP that every program reads alike: the central directory rules, the local headers say the
 * same, and every byte of the file belongs to an entry or the directory. PyPI refuses others.
 */
final class Zip {

  private static final int BUFFER = 1 << 16;
  private static final String BUILD_AGAIN = "build the wheel again";

  private final EntryRules rules;
  private final FileChannel channel;
  private final Predicate<String> wanted;
  private final Map<String, byte[]> kept = new HashMap<>();

  private Zip(EntryRules rules, FileChannel channel, Predicate<String> wanted) {
    this.rules = rules;
    this.channel = channel;
    this.wanted = wanted;
  }

  /**
   * Reads an archive from end to end.
   *
   * @param file the archive
   * @param rules limits, and who refuses
   * @param wanted which files to keep
   * @return its paths and the requested contents
   * @throws ReleaseException if it is not a strict archive
   */
  static Contents read(Path file, EntryRules rules, Predicate<String> wanted) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Sha256 sha256 = Sha256.of(Channels.newInputStream(channel));
      channel.position(0);
      long size = channel.size();
      Zip zip = new Zip(rules, channel, wanted);
      zip.read();
      return new Contents(rules.paths(), zip.kept, size, sha256);
    } catch (IOException | IllegalArgumentException e) {
      throw rules.refusal().unreadable(e);
    }
  }

  private void read() throws IOException {
    ZipFraming framing = ZipFraming.read(channel, rules.refusal());
    try (ZipFile zip =
        ZipFile.builder()
            .setSeekableByteChannel(channel)
            .setUseUnicodeExtraFields(false)
            .setIgnoreLocalFileHeader(true)
            .get()) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      for (ZipArchiveEntry entry : entries) {
        checkEntry(entry);
      }
      entries.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
      framing.checkLocalHeaders(entries);
      for (ZipArchiveEntry entry : entries) {
        readContent(zip, entry);
      }
    }
  }

  private void checkEntry(ZipArchiveEntry entry) {
    String name = entry.getName();
    boolean utf8 = entry.getGeneralPurposeBit().usesUTF8ForNames();
    if (!utf8 && name.chars().anyMatch(c -> c > 0x7e)) {
      throw ambiguous(name, "has a name that is not ASCII and not marked as UTF-8");
    }
    if (!name.equals(new String(entry.getRawName(), StandardCharsets.UTF_8))) {
      throw ambiguous(name, "has a name that is not UTF-8");
    }
    rules.add(name);
    int method = entry.getMethod();
    boolean usual = method == ZipArchiveEntry.STORED || method == ZipArchiveEntry.DEFLATED;
    if (!usual || entry.getGeneralPurposeBit().usesEncryption()) {
      throw rules
          .refusal()
          .entry(
              Code.ARCHIVE_ENTRY_UNUSUAL,
              name,
              "is encrypted, or compressed by method " + method,
              "PyPI takes stored and deflated entries only: " + BUILD_AGAIN);
    }
    if (entry.isUnixSymlink()) {
      throw rules
          .refusal()
          .entry(Code.ARCHIVE_ENTRY_UNUSUAL, name, "is a link", "put a plain file in its place");
    }
  }

  private void readContent(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    boolean keep = wanted.test(entry.getName());
    if (keep) {
      rules.checkKept(entry.getName(), entry.getSize());
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    CRC32 crc = new CRC32();
    Inflater inflater = new Inflater(true);
    try (InputStream raw = zip.getRawInputStream(entry);
        InputStream in =
            entry.getMethod() == ZipArchiveEntry.STORED
                ? raw
                : new InflaterInputStream(raw, inflater)) {
      byte[] buffer = new byte[BUFFER];
      long size = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        rules.addUnpacked(read);
        crc.update(buffer, 0, read);
        if (keep && size <= entry.getSize()) {
          content.write(buffer, 0, read);
        }
      }
      boolean allUsed =
          entry.getMethod() == ZipArchiveEntry.STORED
              || inflater.getBytesRead() == entry.getCompressedSize();
      if (size != entry.getSize() || crc.getValue() != entry.getCrc() || !allUsed) {
        throw rules
            .refusal()
            .unreadable("entry `" + Refusal.shown(entry.getName()) + "` is damaged", null);
      }
    } finally {
      inflater.end();
    }
    if (keep) {
      kept.put(entry.getName(), content.toByteArray());
    }
  }

  private ReleaseException ambiguous(String name, String message) {
    return rules.refusal().entry(Code.ARCHIVE_AMBIGUOUS, name, message, BUILD_AGAIN);
  }
}

package io.github.releasesync.artifact;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The records around the entries of a ZIP (APPNOTE.TXT 4.3): entries from the first byte on and
 * without gaps, then the central directory, then its end record, which ends the file.
 */
final class ZipFraming {

  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int CENTRAL_SIGNATURE = 0x02014b50;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int DESCRIPTOR_SIGNATURE = 0x08074b50;
  private static final int LOCAL_LENGTH = 30;
  private static final int CENTRAL_LENGTH = 46;
  private static final int END_LENGTH = 22;
  private static final int ZIP64_EXTRA = 1;
  private static final int DESCRIPTOR_FLAG = 1 << 3;
  private static final long IN_ZIP64 = 0xffffffffL;
  private static final String BUILD_AGAIN = "build the wheel again";

  private final FileChannel channel;
  private final Refusal refusal;
  private final long directory;
  private final int count;

  private ZipFraming(FileChannel channel, Refusal refusal, long directory, int count) {
    this.channel = channel;
    this.refusal = refusal;
    this.directory = directory;
    this.count = count;
  }

  /** Reads the end record and walks through the central directory. */
  static ZipFraming read(FileChannel channel, Refusal refusal) throws IOException {
    long size = channel.size();
    if (size < END_LENGTH) {
      throw refusal.unreadable("too short for a ZIP", null);
    }
    ByteBuffer end = read(channel, size - END_LENGTH, END_LENGTH);
    if (end.getInt(0) != END_SIGNATURE || end.getShort(20) != 0) {
      throw refusal.of(
          Code.ARCHIVE_AMBIGUOUS,
          "does not end with the end record of a ZIP: cut off, or data after it",
          BUILD_AGAIN);
    }
    int count = Short.toUnsignedInt(end.getShort(10));
    long length = Integer.toUnsignedLong(end.getInt(12));
    long directory = Integer.toUnsignedLong(end.getInt(16));
    boolean oneDisk = end.getInt(4) == 0 && Short.toUnsignedInt(end.getShort(8)) == count;
    if (!oneDisk || directory + length + END_LENGTH != size) {
      throw refusal.of(
          Code.ARCHIVE_AMBIGUOUS,
          "data before, between or after the parts of the ZIP, or ZIP64",
          BUILD_AGAIN);
    }
    ZipFraming framing = new ZipFraming(channel, refusal, directory, count);
    framing.checkDirectory(directory + length);
    return framing;
  }

  private void checkDirectory(long end) throws IOException {
    long at = directory;
    for (int i = 0; i < count; i++) {
      ByteBuffer header = at + CENTRAL_LENGTH <= end ? read(channel, at, CENTRAL_LENGTH) : null;
      if (header == null || header.getInt(0) != CENTRAL_SIGNATURE) {
        throw directoryDisagrees();
      }
      at +=
          CENTRAL_LENGTH
              + Short.toUnsignedInt(header.getShort(28))
              + Short.toUnsignedInt(header.getShort(30))
              + Short.toUnsignedInt(header.getShort(32));
    }
    if (at != end) {
      throw directoryDisagrees();
    }
  }

  /** Compares the local headers with what the central directory says, sorted by offset. */
  void checkLocalHeaders(List<ZipArchiveEntry> entries) throws IOException {
    if (entries.size() != count) {
      throw directoryDisagrees();
    }
    long at = 0;
    for (ZipArchiveEntry entry : entries) {
      if (entry.getLocalHeaderOffset() != at) {
        throw ambiguous(entry, "does not begin where the one before it ends");
      }
      at = endOf(entry);
    }
    if (at != directory) {
      throw refusal.of(
          Code.ARCHIVE_AMBIGUOUS, "data between the entries and the directory", BUILD_AGAIN);
    }
  }

  private long endOf(ZipArchiveEntry entry) throws IOException {
    long start = entry.getLocalHeaderOffset();
    ByteBuffer header = read(channel, start, LOCAL_LENGTH);
    int nameLength = Short.toUnsignedInt(header.getShort(26));
    int extraLength = Short.toUnsignedInt(header.getShort(28));
    byte[] name = read(channel, start + LOCAL_LENGTH, nameLength).array();
    ByteBuffer extra = read(channel, start + LOCAL_LENGTH + nameLength, extraLength);
    int flags = Short.toUnsignedInt(header.getShort(6));
    boolean same =
        header.getInt(0) == LOCAL_SIGNATURE
            && Arrays.equals(name, entry.getRawName())
            && flags == entry.getRawFlag()
            && Short.toUnsignedInt(header.getShort(8)) == entry.getMethod()
            && sameSizes(entry, header, extra, (flags & DESCRIPTOR_FLAG) != 0);
    if (!same) {
      throw ambiguous(entry, "has a local header that contradicts the directory");
    }
    long end = start + LOCAL_LENGTH + nameLength + extraLength + entry.getCompressedSize();
    return (flags & DESCRIPTOR_FLAG) == 0 ? end : end + descriptorLength(entry, end);
  }

  private static boolean sameSizes(
      ZipArchiveEntry entry, ByteBuffer header, ByteBuffer extra, boolean described) {
    long crc = Integer.toUnsignedLong(header.getInt(14));
    long compressed = Integer.toUnsignedLong(header.getInt(18));
    long size = Integer.toUnsignedLong(header.getInt(22));
    if (described && crc == 0 && (compressed == 0 || compressed == IN_ZIP64)) {
      return size == compressed;
    }
    if (compressed == IN_ZIP64 && size == IN_ZIP64) {
      int at = zip64(extra);
      return at >= 0
          && crc == entry.getCrc()
          && extra.getLong(at) == entry.getSize()
          && extra.getLong(at + 8) == entry.getCompressedSize();
    }
    return crc == entry.getCrc()
        && compressed == entry.getCompressedSize()
        && size == entry.getSize();
  }

  /** The offset of the two sizes in the extra fields, or -1. */
  private static int zip64(ByteBuffer extra) {
    int at = 0;
    while (at + 4 <= extra.capacity()) {
      int length = Short.toUnsignedInt(extra.getShort(at + 2));
      if (Short.toUnsignedInt(extra.getShort(at)) == ZIP64_EXTRA) {
        return length >= 16 && at + 20 <= extra.capacity() ? at + 4 : -1;
      }
      at += 4 + length;
    }
    return -1;
  }

  /** The length of the data descriptor behind an entry: with or without signature, 32 or 64 bit. */
  private int descriptorLength(ZipArchiveEntry entry, long at) throws IOException {
    ByteBuffer found = read(channel, at, (int) Math.min(24, channel.size() - at));
    int signature = found.getInt(0) == DESCRIPTOR_SIGNATURE ? 4 : 0;
    boolean sameCrc = Integer.toUnsignedLong(found.getInt(signature)) == entry.getCrc();
    int sizes = signature + 4;
    boolean narrow =
        Integer.toUnsignedLong(found.getInt(sizes)) == entry.getCompressedSize()
            && Integer.toUnsignedLong(found.getInt(sizes + 4)) == entry.getSize();
    if (sameCrc && narrow) {
      return sizes + 8;
    }
    boolean wide =
        found.capacity() >= sizes + 16
            && found.getLong(sizes) == entry.getCompressedSize()
            && found.getLong(sizes + 8) == entry.getSize();
    if (!sameCrc || !wide) {
      throw ambiguous(entry, "has a data descriptor that contradicts the directory");
    }
    return sizes + 16;
  }

  private ReleaseException ambiguous(ZipArchiveEntry entry, String message) {
    return refusal.entry(Code.ARCHIVE_AMBIGUOUS, entry.getName(), message, BUILD_AGAIN);
  }

  private ReleaseException directoryDisagrees() {
    return refusal.of(
        Code.ARCHIVE_AMBIGUOUS, "the directory does not match its end record", BUILD_AGAIN);
  }

  private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new EOFException("cut off");
      }
    }
    return buffer.flip();
  }
}

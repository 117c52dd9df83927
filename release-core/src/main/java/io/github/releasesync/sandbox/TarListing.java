package io.github.releasesync.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Lists a gzip-compressed tar (ustar, pax, GNU long names), as far as a registry looks into one. A
 * separate reader, so that the sandbox does not share bugs with the code that made the archive.
 */
final class TarListing {

  private static final int BLOCK = 512;
  private static final int MAX_ENTRIES = 100_000;
  private static final int MAX_CONTENT = 4 << 20;
  private static final int MAX_HEADER = 1 << 20;

  /**
   * A member.
   *
   * @param name as written
   * @param type the type flag; {@code 0} for a file, {@code 5} for a folder
   * @param content the content of a requested file; empty for others
   */
  record Entry(String name, char type, byte[] content) {

    boolean isFile() {
      return type == '0';
    }

    boolean isFolder() {
      return type == '5';
    }
  }

  private final InputStream in;
  private final long limit;
  private final Predicate<String> wanted;
  private final List<Entry> entries = new ArrayList<>();
  private long read;

  private TarListing(InputStream in, long limit, Predicate<String> wanted) {
    this.in = in;
    this.limit = limit;
    this.wanted = wanted;
  }

  /**
   * Lists an archive to its end.
   *
   * @param file the archive
   * @param limit the limit of the unpacked size in bytes
   * @param wanted the names of the files whose content is needed
   * @return the members in order
   * @throws MalformedArchive if it is not such an archive, or too large
   * @throws IOException if the file cannot be read
   */
  static List<Entry> list(Path file, long limit, Predicate<String> wanted)
      throws MalformedArchive, IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream unpacked = new GZIPInputStream(raw, 1 << 16)) {
      TarListing tar = new TarListing(unpacked, limit, wanted);
      tar.readAll();
      return tar.entries;
    } catch (ZipException e) {
      throw new MalformedArchive("not a gzip file");
    } catch (EOFException e) {
      throw new MalformedArchive("the archive is cut off");
    }
  }

  private void readAll() throws MalformedArchive, IOException {
    Map<String, String> extended = Map.of();
    String longName = null;
    byte[] header = block();
    while (header != null) {
      char type = header[156] == 0 ? '0' : (char) (header[156] & 0x7f);
      long size =
          extended.containsKey("size") ? decimal(extended.get("size")) : number(header, 124, 12);
      switch (type) {
        case 'x' -> extended = pax(content(size, MAX_HEADER));
        case 'g' -> content(size, MAX_HEADER);
        case 'L' -> longName = text(content(size, MAX_HEADER), 0, (int) size);
        default -> {
          String name = longName == null ? extended.getOrDefault("path", name(header)) : longName;
          add(name, type, size);
          extended = Map.of();
          longName = null;
        }
      }
      header = block();
    }
    drain();
  }

  private void add(String name, char type, long size) throws MalformedArchive, IOException {
    if (entries.size() >= MAX_ENTRIES) {
      throw new MalformedArchive("more than " + MAX_ENTRIES + " entries");
    }
    if (type == '0' && wanted.test(name)) {
      entries.add(new Entry(name, type, content(size, MAX_CONTENT)));
    } else {
      skip(padded(size));
      entries.add(new Entry(name, type, new byte[0]));
    }
  }

  /** The next header; null at the end, which is a block of zeros or the end of the file. */
  private byte[] block() throws MalformedArchive, IOException {
    byte[] block = in.readNBytes(BLOCK);
    count(block.length);
    if (block.length == 0) {
      return null;
    }
    if (block.length < BLOCK) {
      throw new MalformedArchive("the archive is cut off");
    }
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += 148 <= i && i < 156 ? ' ' : block[i] & 0xff;
    }
    if (sum == 8 * ' ') {
      return null;
    }
    if (sum != number(block, 148, 8)) {
      throw new MalformedArchive("not a tar file");
    }
    return block;
  }

  private byte[] content(long size, int most) throws MalformedArchive, IOException {
    if (size > most) {
      throw new MalformedArchive("an entry is too large");
    }
    byte[] content = in.readNBytes((int) size);
    count(content.length);
    if (content.length < size) {
      throw new MalformedArchive("the archive is cut off");
    }
    skip(padded(size) - size);
    return content;
  }

  private void skip(long length) throws MalformedArchive, IOException {
    byte[] buffer = new byte[1 << 13];
    long left = length;
    while (left > 0) {
      int got = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (got < 0) {
        throw new MalformedArchive("the archive is cut off");
      }
      left -= got;
      count(got);
    }
  }

  /** To the end, so that the checksum of the compressed data is checked. */
  private void drain() throws MalformedArchive, IOException {
    byte[] buffer = new byte[1 << 13];
    for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
      count(got);
    }
  }

  private void count(long more) throws MalformedArchive {
    read += more;
    if (read > limit) {
      throw new MalformedArchive("unpacked it is larger than " + limit + " bytes");
    }
  }

  private static long padded(long size) {
    return (size + BLOCK - 1) / BLOCK * BLOCK;
  }

  private static String name(byte[] header) {
    String name = text(header, 0, 100);
    boolean ustar = text(header, 257, 5).equals("ustar") && header[262] == 0;
    String prefix = ustar ? text(header, 345, 155) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  /** A number as octal digits, or in base 256 where the first bit says so. */
  private static long number(byte[] header, int from, int length) throws MalformedArchive {
    if ((header[from] & 0x80) != 0) {
      throw new MalformedArchive("an entry is too large");
    }
    String digits = text(header, from, length).strip();
    if (digits.isEmpty()) {
      return 0;
    }
    if (!digits.chars().allMatch(c -> '0' <= c && c <= '7')) {
      throw new MalformedArchive("not a tar file");
    }
    return Long.parseLong(digits, 8);
  }

  private static long decimal(String digits) throws MalformedArchive {
    boolean number =
        !digits.isEmpty()
            && digits.length() < 19
            && digits.chars().allMatch(c -> '0' <= c && c <= '9');
    if (!number) {
      throw new MalformedArchive("a pax header is malformed");
    }
    return Long.parseLong(digits);
  }

  /** Records of the form {@code LENGTH KEY=VALUE\n}, the length of the whole record in bytes. */
  private static Map<String, String> pax(byte[] content) throws MalformedArchive {
    Map<String, String> values = new HashMap<>();
    int at = 0;
    while (at < content.length) {
      ByteArrayOutputStream digits = new ByteArrayOutputStream();
      int start = at;
      while (at < content.length && content[at] != ' ') {
        digits.write(content[at++]);
      }
      long length = decimal(digits.toString(StandardCharsets.US_ASCII));
      int equals = at;
      while (equals < content.length && content[equals] != '=') {
        equals++;
      }
      if (length > content.length - start || start + length - 1 <= equals) {
        throw new MalformedArchive("a pax header is malformed");
      }
      int end = (int) (start + length);
      values.put(
          new String(content, at + 1, equals - at - 1, StandardCharsets.UTF_8),
          new String(content, equals + 1, end - equals - 2, StandardCharsets.UTF_8));
      at = end;
    }
    return values;
  }
}

package io.github.releasesync.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small archives for tests, made from nothing but names and texts. */
public final class Archives {

  private Archives() {}

  /** A {@code .crate} with a Cargo.toml and a library. */
  public static byte[] crate(String name, String version) {
    String top = name + "-" + version + "/";
    return tarGz(
        Map.of(
            top + "Cargo.toml",
            "[package]\nname = \"%s\"\nversion = \"%s\"\n".formatted(name, version),
            top + "src/lib.rs",
            "pub fn it() {}\n"));
  }

  /** A pure wheel of one module; the content of the module makes it unlike others. */
  public static byte[] wheel(String name, String version, String tag, String module) {
    String info = name + "-" + version + ".dist-info/";
    Map<String, String> files = new LinkedHashMap<>();
    files.put(name + ".py", module);
    files.put(info + "METADATA", metadata(name, version));
    files.put(
        info + "WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: %s\n".formatted(tag));
    StringBuilder record = new StringBuilder();
    files.keySet().forEach(file -> record.append(file).append(",,\n"));
    files.put(info + "RECORD", record + info + "RECORD,,\n");
    return zip(files);
  }

  /** An sdist of one module with a build backend of its own, so that it needs none from outside. */
  public static byte[] sdist(String name, String version, Map<String, String> more) {
    String top = name + "-" + version + "/";
    Map<String, String> files = new LinkedHashMap<>();
    files.put(top + "PKG-INFO", metadata(name, version));
    files.put(top + "pyproject.toml", "[project]\nname = \"%s\"\n".formatted(name));
    more.forEach((file, text) -> files.put(top + file, text));
    return tarGz(files);
  }

  public static String metadata(String name, String version) {
    return "Metadata-Version: 2.1\nName: %s\nVersion: %s\nSummary: A test\n"
        .formatted(name, version);
  }

  public static byte[] zip(Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(1_600_000_000_000L);
        zip.putNextEntry(entry);
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static byte[] tarGz(Map<String, String> files) {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    files.forEach((name, text) -> entry(tar, name, '0', text));
    tar.writeBytes(new byte[1024]);
    return gzip(tar.toByteArray());
  }

  /** A tar with one entry of a certain type. */
  public static byte[] tarGz(String name, char type) {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    entry(tar, name, type, "");
    tar.writeBytes(new byte[1024]);
    return gzip(tar.toByteArray());
  }

  public static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void entry(ByteArrayOutputStream tar, String name, char type, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, "0000644");
    put(header, 108, "0000000");
    put(header, 116, "0000000");
    put(header, 124, "%011o".formatted(content.length));
    put(header, 136, "%011o".formatted(0));
    put(header, 148, "        ");
    header[156] = (byte) type;
    put(header, 257, "ustar");
    put(header, 263, "00");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, "%06o".formatted(sum));
    header[154] = 0;
    tar.writeBytes(header);
    tar.writeBytes(content);
    tar.writeBytes(new byte[(512 - content.length % 512) % 512]);
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}

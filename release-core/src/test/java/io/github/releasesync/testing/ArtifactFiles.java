package io.github.releasesync.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Makes small artifacts: whole ones by default, odd ones entry by entry. */
public final class ArtifactFiles {

  private ArtifactFiles() {}

  /** Writes entries of a tar. */
  public interface Tar {
    void write(TarArchiveOutputStream tar) throws IOException;
  }

  /** A crate whose manifest has these lines after name and version. */
  public static Path crate(Path folder, String name, String version, String more) {
    String top = name + "-" + version + "/";
    String manifest =
        "[package]\nname = \"" + name + "\"\nversion = \"" + version + "\"\n" + more + "\n";
    Map<String, String> files = new LinkedHashMap<>();
    files.put(top + "Cargo.toml", manifest);
    files.put(top + "README.md", "# " + name + "\n");
    files.put(top + "src/lib.rs", "");
    return tarGz(folder.resolve(name + "-" + version + ".crate"), files);
  }

  /** An sdist with this metadata after name and version. */
  public static Path sdist(Path folder, String name, String version, String more) {
    String top = name.replace('-', '_') + "-" + version;
    return tarGz(
        folder.resolve(top + ".tar.gz"), Map.of(top + "/PKG-INFO", metadata(name, version, more)));
  }

  /** A wheel for any platform with this metadata after name and version. */
  public static Path wheel(Path folder, String name, String version, String more) {
    String stem = name.replace('-', '_') + "-" + version;
    return zip(
        folder.resolve(stem + "-py3-none-any.whl"),
        wheelFiles(stem, metadata(name, version, more)));
  }

  /** The files of a small wheel. */
  public static Map<String, String> wheelFiles(String stem, String metadata) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("demo/__init__.py", "x = 1\n");
    files.put(stem + ".dist-info/METADATA", metadata);
    files.put(stem + ".dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n");
    files.put(stem + ".dist-info/RECORD", "");
    return files;
  }

  /** METADATA or PKG-INFO with these lines after name and version. */
  public static String metadata(String name, String version, String more) {
    return "Metadata-Version: 2.4\nName: " + name + "\nVersion: " + version + "\n" + more;
  }

  /** A gzip-compressed tar of these files. */
  public static Path tarGz(Path file, Map<String, String> files) {
    return tarGz(
        file,
        tar -> {
          for (Map.Entry<String, String> entry : files.entrySet()) {
            add(tar, new TarArchiveEntry(entry.getKey()), entry.getValue());
          }
        });
  }

  /** A gzip-compressed tar of whatever is written. */
  public static Path tarGz(Path file, Tar content) {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(tar(content));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A tar of whatever is written. */
  public static byte[] tar(Tar content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, 512, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setAddPaxHeadersForNonAsciiNames(true);
      content.write(tar);
    }
    return bytes.toByteArray();
  }

  /** Adds a file, or anything else that the entry says it is. */
  public static void add(TarArchiveOutputStream tar, TarArchiveEntry entry, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  /** A ZIP of these files. */
  public static Path zip(Path file, Map<String, String> files) {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> entry : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

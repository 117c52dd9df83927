package io.github.releasesync.sandbox;

import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Pep440Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The checks of PyPI for the name and the content of a wheel or sdist. */
final class DistributionCheck {

  private static final long MAX_UNPACKED = 1L << 30;
  private static final long RATIO_FROM = 64L << 20;
  private static final long MAX_RATIO = 50;
  private static final int MAX_METADATA = 4 << 20;

  private final String filename;
  private final String fileForm;
  private final String project;
  private final Pep440Version version;

  private DistributionCheck(String filename, String project, Pep440Version version) {
    this.filename = filename;
    this.fileForm = ProjectName.fileForm(project);
    this.project = project;
    this.version = version;
  }

  /**
   * Looks into a file.
   *
   * @return the METADATA of a wheel, for the index; empty for an sdist
   * @throws Refusal with 400
   */
  static Optional<byte[]> check(UploadedForm form, String filename, Path file) throws IOException {
    DistributionCheck check =
        new DistributionCheck(
            filename, form.field("name").orElseThrow(), UploadCheck.version(form));
    if (form.isWheel()) {
      return Optional.of(check.wheel(file));
    }
    check.sdist(file);
    return Optional.empty();
  }

  private void sdist(Path file) throws IOException {
    String expected = fileForm + "-" + version + ".tar.gz";
    if (!filename.equals(expected)) {
      throw refused("Filename '" + filename + "' is invalid, should be '" + expected + "'.");
    }
    String top = fileForm + "-" + version;
    try {
      List<TarListing.Entry> entries =
          TarListing.list(file, MAX_UNPACKED, (top + "/PKG-INFO")::equals);
      boolean inside =
          entries.stream()
              .allMatch(
                  e ->
                      (e.name() + "/").startsWith(top + "/")
                          && !List.of(e.name().split("/")).contains(".."));
      if (!inside) {
        throw refused("Invalid distribution file. Incorrect top-level directory in sdist.");
      }
      byte[] metadata =
          entries.stream()
              .filter(e -> e.name().equals(top + "/PKG-INFO"))
              .findFirst()
              .orElseThrow(() -> refused("PKG-INFO not found at " + top + "/PKG-INFO"))
              .content();
      checkMetadata(metadata);
    } catch (MalformedArchive e) {
      throw refused("Invalid distribution file. " + e.getMessage());
    }
  }

  private byte[] wheel(Path file) throws IOException {
    String info = checkWheelName();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      checkEntries(zip, file);
      for (String name : List.of("WHEEL", "RECORD")) {
        if (zip.getEntry(info + "/" + name) == null) {
          throw missing(info + "/" + name, name);
        }
      }
      ZipEntry entry = zip.getEntry(info + "/METADATA");
      if (entry == null) {
        throw missing(info + "/METADATA", "METADATA");
      }
      try (InputStream in = zip.getInputStream(entry)) {
        byte[] metadata = in.readNBytes(MAX_METADATA + 1);
        if (metadata.length > MAX_METADATA) {
          throw refused("Invalid distribution file. METADATA is too large.");
        }
        checkMetadata(metadata);
        return metadata;
      }
    } catch (ZipException e) {
      throw refused("Invalid distribution file. Not a ZIP file.");
    }
  }

  /** Answers the name of the folder {@code .dist-info}. */
  private String checkWheelName() {
    String[] parts = filename.substring(0, filename.length() - ".whl".length()).split("-", -1);
    if (parts.length != 5 && parts.length != 6) {
      throw refused("Invalid wheel filename (wrong number of parts): '" + filename + "'");
    }
    if (parts.length == 6 && !startsWithDigit(parts[2])) {
      throw refused("Invalid build number: '" + parts[2] + "' in '" + filename + "'");
    }
    if (!parts[0].equals(fileForm)) {
      throw refused("Start filename for '" + project + "' with '" + fileForm + "'.");
    }
    if (!isVersion(parts[1])) {
      throw refused("Version in filename should be '" + version + "' not '" + parts[1] + "'.");
    }
    for (String tag : parts[parts.length - 1].split("\\.", -1)) {
      if (!PlatformTags.isAllowed(tag)) {
        throw refused(
            "Binary wheel '" + filename + "' has an unsupported platform tag '" + tag + "'.");
      }
    }
    return parts[0] + "-" + parts[1] + ".dist-info";
  }

  private static void checkEntries(ZipFile zip, Path file) {
    Set<String> names = new HashSet<>();
    long size = 0;
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (!names.add(entry.getName())) {
        throw refused("Invalid distribution file. ZIP archive not accepted: Duplicate filename.");
      }
      size += Math.max(0, entry.getSize());
    }
    if (size > RATIO_FROM && size / MAX_RATIO > file.toFile().length()) {
      throw refused("Invalid distribution file. File exceeds compression ratio of 50");
    }
  }

  private void checkMetadata(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    String name = header(text, "name");
    if (!ProjectName.normalize(name).equals(ProjectName.normalize(project))) {
      throw refused("The metadata in the file names '" + name + "', not '" + project + "'.");
    }
    if (!isVersion(header(text, "version"))) {
      throw refused(
          "The metadata in the file has version '"
              + header(text, "version")
              + "', not '"
              + version
              + "'.");
    }
  }

  private static boolean startsWithDigit(String build) {
    return !build.isEmpty() && '0' <= build.charAt(0) && build.charAt(0) <= '9';
  }

  private boolean isVersion(String text) {
    try {
      return Pep440Version.parse(text).equals(version);
    } catch (InvalidVersionException e) {
      return false;
    }
  }

  private static String header(String metadata, String name) {
    return metadata
        .lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  private Refusal missing(String path, String name) {
    return refused(
        "Wheel '" + filename + "' does not contain the required " + name + " file: " + path);
  }

  private static Refusal refused(String detail) {
    return new Refusal(400, detail);
  }
}

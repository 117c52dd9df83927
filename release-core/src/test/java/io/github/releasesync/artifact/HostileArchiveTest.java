package io.github.releasesync.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.testing.ArtifactFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ArtifactFiles that try to be something else. */
class HostileArchiveTest {

  private static final String TOP = "demo-1.0.0/";
  private static final String MANIFEST = "[package]\nname = \"demo\"\nversion = \"1.0.0\"\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo-1.0.0/../x",
        "demo-1.0.0//x",
        "demo-1.0.0/./x",
        "demo-1.0.0/a\\b",
        "demo-1.0.0/a:b",
        "demo-1.0.0/a\u0007b",
        "other/x",
        "/etc/passwd",
      })
  void pathsThatLeaveTheFolderAreRefused(String path) {
    Path crate =
        tar(
            tar -> {
              TarArchiveEntry entry = new TarArchiveEntry(path, true);
              entry.setName(path);
              ArtifactFiles.add(tar, entry, "");
            });
    assertThat(Refusals.code(() -> CrateArchive.read(crate))).isEqualTo(Code.ARCHIVE_PATH_UNSAFE);
  }

  @Test
  void longAndDeepPathsAreRefused() {
    for (String path : new String[] {"x".repeat(256), "d/".repeat(33) + "x"}) {
      Path crate = tar(tar -> ArtifactFiles.add(tar, new TarArchiveEntry(TOP + path), ""));
      assertThat(Refusals.code(() -> CrateArchive.read(crate))).isEqualTo(Code.ARCHIVE_PATH_UNSAFE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      bytes = {
        TarConstants.LF_SYMLINK,
        TarConstants.LF_LINK,
        TarConstants.LF_CHR,
        TarConstants.LF_BLK,
        TarConstants.LF_FIFO,
        TarConstants.LF_CONTIG,
      })
  void linksAndDevicesAreRefused(byte type) {
    Path crate =
        tar(
            tar -> {
              TarArchiveEntry entry = new TarArchiveEntry(TOP + "x", type);
              entry.setLinkName("/etc/passwd");
              tar.putArchiveEntry(entry);
              tar.closeArchiveEntry();
            });
    assertThat(Refusals.code(() -> CrateArchive.read(crate))).isEqualTo(Code.ARCHIVE_ENTRY_UNUSUAL);
  }

  @Test
  void anEntryThatIsThereTwiceIsRefused() {
    Path crate = tar(tar -> ArtifactFiles.add(tar, new TarArchiveEntry(TOP + "Cargo.toml"), ""));
    assertThat(Refusals.code(() -> CrateArchive.read(crate))).isEqualTo(Code.ARCHIVE_AMBIGUOUS);
    Path lower = tar(tar -> ArtifactFiles.add(tar, new TarArchiveEntry(TOP + "cargo.toml"), ""));
    assertThat(Refusals.code(() -> CrateArchive.read(lower))).isEqualTo(Code.ARCHIVE_AMBIGUOUS);
  }

  @Test
  void dataBehindTheTarOrTheGzipStreamIsRefused() throws IOException {
    Path crate = crate();
    byte[] whole = Files.readAllBytes(crate);
    Files.write(crate, concat(whole, new byte[] {1}));
    assertThat(Refusals.code(() -> CrateArchive.read(crate))).isEqualTo(Code.ARCHIVE_AMBIGUOUS);
    Files.write(crate, concat(whole, whole));
    assertThat(Refusals.code(() -> CrateArchive.read(crate))).isEqualTo(Code.ARCHIVE_AMBIGUOUS);
    byte[] tar =
        ArtifactFiles.tar(
            t -> ArtifactFiles.add(t, new TarArchiveEntry(TOP + "Cargo.toml"), MANIFEST));
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(crate))) {
      out.write(tar);
      out.write(new byte[2048]);
      out.write(tar);
    }
    assertThat(Refusals.code(() -> CrateArchive.read(crate))).isEqualTo(Code.ARCHIVE_AMBIGUOUS);
  }

  @Test
  void whatAFailedBuildLeftBehindIsRefused() throws IOException {
    byte[] tar =
        ArtifactFiles.tar(
            t -> ArtifactFiles.add(t, new TarArchiveEntry(TOP + "Cargo.toml"), MANIFEST));
    Path crate = folder.resolve("demo-1.0.0.crate");
    for (int blocks : new int[] {2, 3}) {
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(crate))) {
        out.write(tar, 0, blocks * 512);
      }
      assertThat(Refusals.message(() -> CrateArchive.read(crate)))
          .isEqualTo("is cut off: the tar has no end marker");
    }
  }

  @Test
  void aCrateThatUnpacksToMoreThanCratesIoTakesIsRefused() throws IOException {
    Path crate = folder.resolve("demo-1.0.0.crate");
    TarArchiveEntry large = new TarArchiveEntry(TOP + "zeros");
    byte[] zeros = new byte[1 << 20];
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(crate), 1 << 16)) {
      byte[] header = new byte[512];
      large.setSize(600L << 20);
      large.writeEntryHeader(header);
      out.write(header);
      for (int i = 0; i < 600; i++) {
        out.write(zeros);
      }
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () ->
            assertThat(Refusals.code(() -> CrateArchive.read(crate)))
                .isEqualTo(Code.ARCHIVE_TOO_LARGE));
  }

  @Test
  void aWheelThatIsABombIsRefused() throws IOException {
    Map<String, String> files = wheelFiles();
    files.put("demo/zeros", "\0".repeat(65 << 20));
    Path wheel = ArtifactFiles.zip(wheelPath(), files);
    assertThat(Refusals.code(() -> WheelArchive.read(wheel))).isEqualTo(Code.ARCHIVE_TOO_LARGE);
  }

  @Test
  void metadataOfManyMegabytesIsRefused() {
    Path sdist =
        ArtifactFiles.sdist(folder, "demo", "1.0", "\n" + "0123456789abcdef".repeat(600_000));
    assertThat(Refusals.code(() -> SdistArchive.read(sdist))).isEqualTo(Code.ARCHIVE_TOO_LARGE);
  }

  @Test
  void aRowOfExtendedHeadersEndsInARefusal() throws IOException {
    byte[] pax =
        ArtifactFiles.tar(
            tar -> {
              TarArchiveEntry entry =
                  new TarArchiveEntry("x", TarConstants.LF_PAX_EXTENDED_HEADER_LC);
              ArtifactFiles.add(tar, entry, "12 path=abc\n");
            });
    Path crate = folder.resolve("demo-1.0.0.crate");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(crate))) {
      for (int i = 0; i < 50_000; i++) {
        out.write(pax, 0, 1024);
      }
    }
    assertThat(Refusals.code(() -> CrateArchive.read(crate))).isEqualTo(Code.ARTIFACT_UNREADABLE);
  }

  @Test
  void dataBeforeOrBehindAZipIsRefused() throws IOException {
    Path wheel = wheel();
    byte[] whole = Files.readAllBytes(wheel);
    Files.write(wheel, concat(whole, new byte[] {0}));
    assertThat(Refusals.code(() -> WheelArchive.read(wheel))).isEqualTo(Code.ARCHIVE_AMBIGUOUS);
    Files.write(wheel, concat(new byte[] {0}, whole));
    assertThat(Refusals.code(() -> WheelArchive.read(wheel))).isEqualTo(Code.ARCHIVE_AMBIGUOUS);
    Files.write(wheel, concat(whole, whole));
    assertThat(Refusals.code(() -> WheelArchive.read(wheel))).isEqualTo(Code.ARCHIVE_AMBIGUOUS);
  }

  @Test
  void aLocalHeaderThatNamesAnotherFileIsRefused() throws IOException {
    Path wheel = wheel();
    byte[] bytes = Files.readAllBytes(wheel);
    bytes[30] = 'X';
    Files.write(wheel, bytes);
    assertThat(Refusals.message(() -> WheelArchive.read(wheel)))
        .startsWith("entry `demo/__init__.py` has a local header that contradicts the directory");
  }

  @Test
  void aZipEntryThatIsThereTwiceIsRefused() throws IOException {
    Path wheel = wheelPath();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(wheel.toFile())) {
      add(zip, "demo/a.py", "1");
      add(zip, "demo/a.py", "2");
    }
    assertThat(Refusals.code(() -> WheelArchive.read(wheel))).isEqualTo(Code.ARCHIVE_AMBIGUOUS);
  }

  @Test
  void aLinkInAZipIsRefused() throws IOException {
    Path wheel = wheelPath();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(wheel.toFile())) {
      ZipArchiveEntry link = new ZipArchiveEntry("demo/link");
      link.setUnixMode(0120777);
      zip.putArchiveEntry(link);
      zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
      zip.closeArchiveEntry();
    }
    assertThat(Refusals.code(() -> WheelArchive.read(wheel))).isEqualTo(Code.ARCHIVE_ENTRY_UNUSUAL);
  }

  @Test
  void aWheelWithTwoDistInfoFoldersIsRefused() {
    Map<String, String> files = wheelFiles();
    files.put("other-1.0.0.dist-info/METADATA", "");
    Path wheel = ArtifactFiles.zip(wheelPath(), files);
    assertThat(Refusals.code(() -> WheelArchive.read(wheel))).isEqualTo(Code.ARCHIVE_AMBIGUOUS);
  }

  @Test
  void aSeekableZipWithoutDataDescriptorsIsRead() throws IOException {
    Path wheel = wheelPath();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(wheel.toFile())) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      for (Map.Entry<String, String> file : wheelFiles().entrySet()) {
        add(zip, file.getKey(), file.getValue());
      }
    }
    assertThat(WheelArchive.read(wheel).entries()).hasSize(4);
  }

  @Test
  void damagedBytesAnywhereEndInARefusalOrTheSameContent() throws IOException {
    Random random = new Random(20261120);
    Path crate = crate();
    Path wheel = wheel();
    CrateArchive wholeCrate = CrateArchive.read(crate);
    WheelArchive wholeWheel = WheelArchive.read(wheel);
    byte[] crateBytes = Files.readAllBytes(crate);
    byte[] wheelBytes = Files.readAllBytes(wheel);
    for (int i = 0; i < 500; i++) {
      Files.write(crate, damaged(crateBytes, random));
      assertThat(outcome(() -> CrateArchive.read(crate))).isIn("refused", wholeCrate.toString());
      Files.write(wheel, damaged(wheelBytes, random));
      assertThat(outcome(() -> WheelArchive.read(wheel))).isIn("refused", wholeWheel.toString());
    }
  }

  private static String outcome(java.util.function.Supplier<Object> read) {
    try {
      return read.get().toString();
    } catch (ReleaseException e) {
      return "refused";
    }
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int i = 0; i <= random.nextInt(3); i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private Path crate() {
    return tar(tar -> {});
  }

  private Path tar(ArtifactFiles.Tar more) {
    return ArtifactFiles.tarGz(
        folder.resolve("demo-1.0.0.crate"),
        tar -> {
          ArtifactFiles.add(tar, new TarArchiveEntry(TOP + "Cargo.toml"), MANIFEST);
          more.write(tar);
        });
  }

  private Path wheel() {
    return ArtifactFiles.zip(wheelPath(), wheelFiles());
  }

  private Path wheelPath() {
    return folder.resolve("demo-1.0.0-py3-none-any.whl");
  }

  private static Map<String, String> wheelFiles() {
    return new LinkedHashMap<>(
        ArtifactFiles.wheelFiles("demo-1.0.0", ArtifactFiles.metadata("demo", "1.0.0", "")));
  }

  private static void add(ZipArchiveOutputStream zip, String name, String text) throws IOException {
    zip.putArchiveEntry(new ZipArchiveEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeArchiveEntry();
  }

  private static byte[] concat(byte[] first, byte[] second) throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(first);
    both.write(second);
    return both.toByteArray();
  }
}

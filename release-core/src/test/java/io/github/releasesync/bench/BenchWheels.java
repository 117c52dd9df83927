package io.github.releasesync.bench;

import io.github.releasesync.artifact.Artifact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Wheels of one release of one project, each filled up with bytes that nothing can compress. */
final class BenchWheels {

  static final String PROJECT = "bench-dist";
  static final String VERSION = "1.4.2";
  static final String METADATA =
      """
      Metadata-Version: 2.1
      Name: bench-dist
      Version: 1.4.2
      Summary: Generated benchmark distribution
      Requires-Python: >=3.9
      """;

  private static final String STEM = "bench_dist-" + VERSION;
  private static final List<String> PLATFORMS =
      List.of("manylinux_2_17_x86_64", "musllinux_1_2_x86_64", "macosx_11_0_arm64", "win_amd64");

  private BenchWheels() {}

  /** Makes wheels: the same bytes every time. */
  static List<Artifact> make(Path folder, int count, int size) {
    return IntStream.range(0, count)
        .mapToObj(number -> Artifact.read(wheel(folder, number, size)))
        .toList();
  }

  private static Path wheel(Path folder, int number, int size) {
    String platform = PLATFORMS.get(number % PLATFORMS.size());
    byte[] padding = new byte[size];
    new Random(number).nextBytes(padding);
    String info = STEM + ".dist-info/";
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("bench_dist/__init__.py", bytes("from ._native import *\n"));
    files.put("bench_dist/_native.abi3.so", padding);
    files.put(info + "METADATA", bytes(METADATA));
    files.put(info + "WHEEL", bytes("Wheel-Version: 1.0\nTag: cp39-abi3-" + platform + "\n"));
    files.put(info + "RECORD", bytes(String.join(",,\n", files.keySet()) + ",,\n"));
    Path file = folder.resolve(STEM + "-" + number + "-cp39-abi3-" + platform + ".whl");
    try {
      return Files.write(file, stored(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] stored(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        CRC32 crc = new CRC32();
        crc.update(file.getValue());
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(java.time.LocalDateTime.of(2024, 1, 1, 0, 0));
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.getValue().length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

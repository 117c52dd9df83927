package io.github.releasesync.goal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A healthy tree with one to three files damaged. Its number says all of it: the same number is the
 * same mutant on every machine.
 *
 * @param number the seed
 * @param files what the damaged files hold, by path
 */
record Mutant(int number, Map<String, byte[]> files) {

  private static final List<String> PATHS = List.copyOf(HealthyTree.files().keySet());

  private static final List<String> INSERTIONS =
      List.of(
          "\0",
          "\r",
          "\u001b[31m",
          "\u202e",
          "\ufeff",
          "\"\"\"",
          "'''",
          "${revision}",
          "${project.version}",
          "{{",
          "&lt;&x;",
          "<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
          "../outside",
          "../outside/Cargo.toml",
          "9".repeat(5_000),
          "[".repeat(5_000),
          "a.".repeat(3_000),
          "<a>".repeat(3_000),
          "x".repeat(4_000),
          "*/".repeat(500),
          "1e999999999",
          "inf",
          "0x7fffffffffffffffffffffff",
          "1.2.0-" + "9".repeat(400) + ".9",
          "1!1.2.0.post9.dev9+x",
          "2026-01-01T00:00:00Z",
          "\\u0041",
          "\ud83e\udd80",
          "]".repeat(300),
          "}}",
          "${a}${a}",
          "<a>${b}${b}</a><b>${a}</b>",
          "<!--",
          "<![CDATA[",
          "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
          "\n[package]\n",
          "\n[workspace]\nmembers = [\"..\", \"/\", \"\", \"**/**/**/*\"]\n",
          "\nversion.workspace = true\n",
          "\nversion = { file = \"../outside/version.txt\" }\n");

  static Mutant of(int number) {
    // Neighbouring seeds begin alike; the multiplier sets them apart.
    Random random = new Random(number * 0x9E3779B97F4A7C15L);
    Map<String, String> healthy = HealthyTree.files();
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = Math.max(0, random.nextInt(4) - 1); i >= 0; i--) {
      String path = PATHS.get(random.nextInt(PATHS.size()));
      files.put(path, mutated(healthy.get(path).getBytes(StandardCharsets.UTF_8), random));
    }
    return new Mutant(number, files);
  }

  /** Nothing, or what belongs into another file, or no text at all. */
  private static byte[] whole(Random random) {
    byte[] noise = new byte[random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(2_000)];
    random.nextBytes(noise);
    String other = HealthyTree.files().get(PATHS.get(random.nextInt(PATHS.size())));
    return random.nextBoolean() ? noise : other.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] mutated(byte[] healthy, Random random) {
    if (random.nextInt(20) == 0) {
      return whole(random);
    }
    byte[] bytes = healthy;
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(bytes.length + 1);
      int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
      byte[] there = Arrays.copyOfRange(bytes, at, at + length);
      byte[] instead =
          switch (random.nextInt(6)) {
            case 0 -> new byte[0];
            case 1 -> concat(there, there);
            case 2 -> new byte[] {(byte) random.nextInt(256)};
            case 3 ->
                new String(there, StandardCharsets.ISO_8859_1)
                    .replace("\n", random.nextBoolean() ? "\r" : "")
                    .getBytes(StandardCharsets.ISO_8859_1);
            default ->
                concat(
                    INSERTIONS
                        .get(random.nextInt(INSERTIONS.size()))
                        .getBytes(StandardCharsets.UTF_8),
                    there);
          };
      bytes =
          concat(
              concat(Arrays.copyOf(bytes, at), instead),
              Arrays.copyOfRange(bytes, at + length, bytes.length));
    }
    return bytes;
  }

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}

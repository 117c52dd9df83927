package io.github.releasesync.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A made-up Cargo workspace that states one version in many ways, the same for the same seed: its
 * files by path. It needs no network; beside own crates there are others of the same names.
 */
final class RandomReleaseTree {

  static final String VERSION = "9.8.7";

  private static final List<String> REQUIREMENTS =
      List.of("9.8.7", "^9.8", "=9.8.7", "~9.8", "9", ">=9.0, <99", "= 9.8.7", "9.8.*");

  private final Random random;
  private final Map<String, String> files = new TreeMap<>();
  private final List<String> names = new ArrayList<>();
  private final boolean preRelease;

  private RandomReleaseTree(long seed, boolean preRelease) {
    this.random = new Random(seed);
    this.preRelease = preRelease;
  }

  /**
   * The files of a workspace.
   *
   * @param preRelease whether it will be raised to a pre-release, which a range does not admit
   */
  static Map<String, String> of(long seed, boolean preRelease) {
    return new RandomReleaseTree(seed, preRelease).written();
  }

  private Map<String, String> written() {
    int crates = 3 + random.nextInt(5);
    for (int i = 0; i < crates; i++) {
      names.add("own-" + (char) ('a' + i));
    }
    boolean virtual = random.nextBoolean();
    StringBuilder root = new StringBuilder();
    for (int i = 0; i < crates; i++) {
      boolean atRoot = i == crates - 1 && !virtual;
      String text = crate(i, atRoot ? "crates/" : "../");
      if (atRoot) {
        root.append(text);
      } else {
        put("crates/" + names.get(i), text);
      }
    }
    root.append(
        "[workspace]\nresolver = \"2\"\nmembers = [\"crates/*\"]\nexclude = [\"legacy\"]\n");
    workspace(root, virtual ? crates : crates - 1);
    put("", root.toString());
    put("legacy", "[package]\nname = \"own-a\"\nversion = \"9.8.9\" # of long ago\n[workspace]\n");
    vendored("own-a", "10.0.0-alpha.1");
    vendored("own-b", "9.8.10");
    return files;
  }

  private void workspace(StringBuilder root, int crates) {
    root.append("[workspace.package]\n");
    root.append(pick("version = \"9.8.7\"\n", "version='9.8.7' # the version\n"));
    root.append("[workspace.dependencies]\n");
    for (int i = 0; i < crates; i++) {
      String name = names.get(i);
      String path = "crates/" + name;
      root.append(
          pick(
              name + " = { path = \"" + path + "\", version = \"" + requirement() + "\" }\n",
              name + ".path = \"" + path + "\"\n" + name + ".version = '" + requirement() + "'\n",
              "\"" + name + "\"={version=\"" + requirement() + "\",path=\"" + path + "\"}\n"));
    }
  }

  /** A crate that depends on some of those before it. */
  private String crate(int index, String up) {
    boolean inherits = random.nextInt(3) > 0;
    StringBuilder text = new StringBuilder("[package]\nname = \"" + names.get(index) + "\"\n");
    text.append(
        inherits
            ? pick("version.workspace = true\n", "version = { workspace = true }\n")
            : pick("version = \"9.8.7\"\n", "version   =   '9.8.7'\t# own\n"));
    text.append("edition = \"2021\"\n");
    StringBuilder inline = new StringBuilder("[dependencies]\n");
    StringBuilder tables = new StringBuilder();
    for (int i = 0; i < index; i++) {
      if (random.nextInt(3) > 0) {
        dependency(names.get(i), up + names.get(i), inline, tables);
      }
    }
    if (random.nextBoolean()) {
      String legacy = up.equals("../") ? "../../legacy" : "legacy";
      inline.append("old-a = { package = \"own-a\", path = \"" + legacy + "\" }\n");
    }
    if (random.nextBoolean()) {
      tables.append("[dependencies.new-a]\npackage = \"own-a\"\nversion = \"=10.0.0-alpha.1\"\n");
    }
    if (random.nextBoolean()) {
      inline.append("other-b.package = \"own-b\"\nother-b.version = \"=9.8.10\"\n");
    }
    return text.append(inline).append(tables).toString();
  }

  private void dependency(String name, String at, StringBuilder inline, StringBuilder tables) {
    String path = "path = \"" + at + "\"";
    String version = "version = \"" + requirement() + "\"";
    switch (random.nextInt(8)) {
      case 0 -> table(tables, "dependencies." + name, path, version);
      case 1 -> table(tables, "dev-dependencies." + name, version, path);
      case 2 -> table(tables, "build-dependencies." + name, path);
      case 3 ->
          table(
              tables,
              "target.'cfg(windows)'.dependencies.my-" + name,
              "package = \"" + name + "\"",
              path,
              version);
      case 4 -> inline.append(name + " = { " + version + ", " + path + " } # pinned\n");
      case 5 -> inline.append(name + "." + path + "\n" + name + "." + version + "\n");
      case 6 -> inline.append(name + ".workspace = true\n");
      default -> inline.append(name + " = { workspace = true }\n");
    }
  }

  private static void table(StringBuilder tables, String name, String... lines) {
    tables.append("[").append(name).append("]\n").append(String.join("\n", lines)).append("\n");
  }

  private String requirement() {
    int known = preRelease ? 5 : REQUIREMENTS.size();
    return REQUIREMENTS.get(random.nextInt(known));
  }

  /** A registry's crate, as `cargo vendor` would put it there. */
  private void vendored(String name, String version) {
    String folder = "vendor/" + name + "-" + version;
    put(folder, "[package]\nname = \"" + name + "\"\nversion = \"" + version + "\"\n");
    files.put(
        folder + "/.cargo-checksum.json", "{\"files\":{},\"package\":\"" + "0".repeat(64) + "\"}");
    files.put(
        ".cargo/config.toml",
        "[source.crates-io]\nreplace-with = \"vendored\"\n"
            + "[source.vendored]\ndirectory = \"vendor\"\n");
  }

  private void put(String folder, String manifest) {
    String in = folder.isEmpty() ? "" : folder + "/";
    files.put(in + "Cargo.toml", manifest);
    files.put(in + "src/lib.rs", "");
  }

  private String pick(String... texts) {
    return texts[random.nextInt(texts.length)];
  }
}

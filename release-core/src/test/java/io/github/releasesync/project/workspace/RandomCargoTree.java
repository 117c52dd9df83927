package io.github.releasesync.project.workspace;

import io.github.releasesync.project.tree.Glob;
import io.github.releasesync.project.tree.TreePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Cargo.toml files of a made-up repository, the same for the same seed. */
final class RandomCargoTree {

  private static final List<String> FOLDERS =
      List.of(
          "crates/a",
          "crates/b",
          "crates/b/macros",
          "crates/deep/c",
          "tools/x",
          "tools/y",
          "vendor/v",
          "fuzz",
          "other/o",
          "other/p");
  private static final List<String> PATTERNS =
      List.of(
          "crates/*",
          "crates/a",
          "crates/b",
          "crates/[ab]",
          "crates/[!b]",
          "cr?tes/a",
          "./tools/x",
          "tools/*",
          "tools/y/",
          "crates/deep/../a",
          "other/*");
  private static final List<String> EXCLUDED =
      List.of("fuzz", "tools/y", "crates/b", "./vendor", "crates/deep", "other/o/", "nested");
  private static final List<String> VERSIONS =
      List.of("0.1.0", "1.2.3", "1.2.3-beta.1", "0.0.0", "2.0.0+build.7", "10.20.30-dev");

  private final Random random;
  private final Map<String, StringBuilder> files = new TreeMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final boolean locked;

  private RandomCargoTree(long seed, boolean locked) {
    this.random = new Random(seed);
    this.locked = locked;
  }

  /** Any tree; Cargo refuses some of them. */
  static Map<String, String> of(long seed) {
    return new RandomCargoTree(seed, false).manifests();
  }

  /** A workspace whose crates can be locked without a registry. */
  static Map<String, String> lockable(long seed) {
    return new RandomCargoTree(seed, true).manifests();
  }

  private Map<String, String> manifests() {
    String root = oneIn(4) && !locked ? "work" : "";
    if (oneIn(2)) {
      names.put(root, "root-crate");
    }
    FOLDERS.stream().filter(folder -> !oneIn(3)).forEach(f -> names.put(f, name(f)));
    boolean workspace = locked || !oneIn(8);
    names.keySet().forEach(folder -> crate(folder, workspace ? root : null));
    if (workspace) {
      workspace(root);
    }
    if (!locked && oneIn(3)) {
      names.put("nested", "nested-root");
      crate("nested", "nested");
      names.put("nested/in", "nested-in");
      crate("nested/in", "nested");
      file("nested").append("[workspace]\nmembers = [\"in\"]\npackage.version = \"7.0.0\"\n");
    }
    Map<String, String> texts = new TreeMap<>();
    files.forEach((folder, text) -> texts.put(TreePath.in(folder, "Cargo.toml"), text.toString()));
    return texts;
  }

  private void crate(String folder, String root) {
    StringBuilder text = file(folder);
    text.append("[package]\nname = \"").append(names.get(folder)).append("\"\n");
    text.append("edition = \"2021\"\n");
    String version = version(root != null);
    text.append(version);
    // Cargo demands a version of a crate that says where it is published.
    switch (version.isEmpty() ? 8 : random.nextInt(8)) {
      case 0 -> text.append("publish = false\n");
      case 1 -> text.append("publish = [\"crates-io\"]\n");
      case 2 -> text.append("publish = [\"internal\"]\n");
      case 3 -> text.append("publish = true\n");
      default -> {}
    }
    if (root != null && !folder.equals(root) && oneIn(12)) {
      text.append("workspace = \"").append(up(folder)).append(root).append("\"\n");
    }
    if (!folder.startsWith("nested")) {
      dependencies(folder, text, version.contains("workspace"));
    }
  }

  private String version(boolean inherits) {
    String literal = VERSIONS.get(random.nextInt(VERSIONS.size()));
    return switch (random.nextInt(inherits ? 6 : 3)) {
      case 0 -> "version = \"" + literal + "\"\n";
      case 1 -> "version = '" + literal + "' # stated\n";
      case 2 -> "";
      case 3 -> "version.workspace = true\n";
      case 4 -> "version = { workspace = true }\n";
      default -> "version.\"workspace\" = true\n";
    };
  }

  /** Only on crates that come later, so that there is no cycle. */
  private void dependencies(String folder, StringBuilder text, boolean inherits) {
    List<String> later = new ArrayList<>(names.keySet());
    later = later.subList(later.indexOf(folder) + 1, later.size());
    for (String target : later) {
      if (target.isEmpty() || target.equals("work") || !oneIn(5)) {
        continue;
      }
      String path = "path = \"" + up(folder) + target + "\"";
      String name = names.get(target);
      text.append(
          switch (random.nextInt(inherits ? 8 : 6)) {
            case 0 -> "[dependencies." + name + "]\n" + path + "\noptional = true\n";
            case 1 -> "[dev-dependencies." + name + "]\n" + path + "\n";
            case 2 ->
                "[target.'cfg(windows)'.build-dependencies.alias-"
                    + name
                    + "]\n"
                    + path
                    + "\npackage = \""
                    + name
                    + "\"\n";
            case 3 -> "[target.x86_64-unknown-none.dependencies." + name + "]\n" + path + "\n";
            case 4 ->
                "[build-dependencies.alias-"
                    + name
                    + "]\n"
                    + path
                    + "\npackage = \""
                    + name
                    + "\"\n";
            case 5 -> "[dependencies.alias-" + name + "]\npackage = '" + name + "'\n" + path + "\n";
            default -> "[dependencies." + name + "]\nworkspace = true\n";
          });
    }
  }

  private void workspace(String root) {
    StringBuilder text = file(root);
    String up = up(root);
    text.append("[workspace]\nresolver = \"2\"\n");
    List<String> members =
        pick(PATTERNS, up, 3).stream().filter(p -> findsSomething(root, p)).toList();
    if (!members.isEmpty() || oneIn(2)) {
      text.append("members = ").append(quoted(members)).append("\n");
    }
    if (oneIn(2)) {
      text.append("exclude = ").append(quoted(pick(EXCLUDED, up, 2))).append("\n");
    }
    if (!members.isEmpty() && oneIn(5)) {
      text.append("default-members = ").append(quoted(members.subList(0, 1))).append("\n");
    }
    text.append("[workspace.dependencies]\n");
    names.forEach(
        (folder, name) -> {
          if (!folder.equals(root)) {
            text.append(name).append(" = { path = \"").append(up).append(folder).append("\" }\n");
          }
        });
    text.append("[workspace.package]\nversion = \"3.2.1\"\n");
    if (oneIn(3)) {
      text.append("publish = false\n");
    }
  }

  /** Cargo refuses a pattern that no folder matches. */
  private boolean findsSomething(String root, String pattern) {
    Glob glob = Glob.of(TreePath.resolve(root, pattern).orElseThrow());
    return !Glob.isPattern(pattern) || names.keySet().stream().anyMatch(glob::matches);
  }

  private List<String> pick(List<String> from, String up, int most) {
    List<String> picked = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      picked.add(up + from.get(random.nextInt(from.size())));
    }
    return picked.stream().distinct().toList();
  }

  private StringBuilder file(String folder) {
    return files.computeIfAbsent(folder, f -> new StringBuilder());
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private static String quoted(List<String> values) {
    return values.stream().map(v -> "\"" + v + "\"").toList().toString();
  }

  private static String up(String folder) {
    return folder.isEmpty() ? "" : "../".repeat(folder.split("/").length);
  }

  private static String name(String folder) {
    return folder.replace('/', '-');
  }
}

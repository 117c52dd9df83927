package io.github.releasesync.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A made-up uv workspace whose members share one version, the same for the same seed: its files by
 * path. Its lock needs no network. A project whose version is computed is built by a stand-in of
 * hatchling or maturin in its own folder; {@link #WHEELS} holds what uv finds elsewhere.
 */
final class RandomUvTree {

  static final String VERSION = "9.8.7";

  /** The flat index beside the tree: projects of other people, some named as those of the tree. */
  static final String WHEELS = "wheels";

  private static final List<String> NAMES =
      List.of("own-a", "Own.B", "OWN_C", "own--d", "own_e", "Own-F");

  private static final List<String> REQUIREMENTS =
      List.of(
          "", "==9.8.7", ">=9.8,<10", "~=9.8.7", ">= 9.8.7 , < 99", "==9.8.*", "<99,>=9,!=9.8.6");

  private static final String BACKEND =
      """
      import os, re

      def prepare_metadata_for_build_wheel(folder, settings=None):
          text = open("%s").read()
          version = re.search("version.*= *['\\"](.*)['\\"]", text).group(1)
          info = "own-%s.dist-info" %% version
          os.makedirs(os.path.join(folder, info))
          with open(os.path.join(folder, info, "METADATA"), "w") as out:
              out.write("Metadata-Version: 2.1\\nName: %s\\nVersion: %%s\\n" %% version)
          return info

      prepare_metadata_for_build_editable = prepare_metadata_for_build_wheel
      """;

  private final Random random;
  private final Map<String, String> files = new TreeMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> folders = new ArrayList<>();
  private final List<String> packages = new ArrayList<>();
  private final boolean workspace;

  private RandomUvTree(long seed) {
    // The first numbers of neighbouring seeds are much alike.
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.workspace = random.nextInt(3) > 0;
  }

  /** The files of a workspace, or of projects that depend on each other by their paths. */
  static Map<String, String> of(long seed) {
    return new RandomUvTree(seed).written();
  }

  /** What is called how in that tree, the lead first: {@code pypi:own-a}. */
  static List<String> packages(long seed) {
    RandomUvTree tree = new RandomUvTree(seed);
    tree.written();
    return tree.packages;
  }

  private Map<String, String> written() {
    int projects = 3 + random.nextInt(4);
    boolean virtual = workspace && random.nextInt(3) == 0;
    for (int i = 0; i < projects; i++) {
      names.add(NAMES.get(i));
      folders.add(i == projects - 1 && !virtual ? "" : "packages/" + NAMES.get(i));
    }
    for (int i = 0; i < projects; i++) {
      packages.add("pypi:" + names.get(i));
      String text = project(i);
      put(i, folders.get(i).isEmpty() ? text + root() : text);
    }
    if (virtual) {
      String groups =
          "[dependency-groups]\ndev = [\""
              + requirement(0)
              + "\", \"elsewhere\"]\n"
              + sources("", projects);
      files.put("pyproject.toml", groups + root());
    }
    return files;
  }

  /** What only the root says. */
  private String root() {
    StringBuilder text = new StringBuilder();
    if (random.nextInt(3) == 0) {
      text.append("[tool.uv]\nconstraint-dependencies = [\"")
          .append(requirement(0))
          .append("\"]\n");
      text.append("override-dependencies = [\"").append(requirement(1)).append("\"]\n");
    }
    if (workspace) {
      text.append("[tool.uv.workspace]\nmembers = [\"packages/*\"]\n");
    }
    return text
        + "[[tool.uv.index]]\nname = \"flat\"\nurl = \""
        + WHEELS
        + "\"\nformat = \"flat\"\ndefault = true\n";
  }

  /** A project that depends on some of those before it. */
  private String project(int index) {
    boolean computed = !folders.get(index).isEmpty() && random.nextInt(4) == 0 && index > 0;
    StringBuilder text = new StringBuilder("[project]\nname = \"" + names.get(index) + "\"\n");
    text.append(
        computed
            ? "dynamic = [\"version\"]\n"
            : pick("version = \"9.8.7\"\n", "version = '9.8.7' # own\n", "version='9.8.7'\n"));
    text.append("requires-python = \">=3.9\"\n");
    if (computed) {
      return text + computed(index);
    }
    StringBuilder more = new StringBuilder("[project.optional-dependencies]\n");
    StringBuilder groups = new StringBuilder("[dependency-groups]\nlint = [\"elsewhere>=1\"]\n");
    text.append("dependencies = [\n");
    boolean root = folders.get(index).isEmpty();
    for (int i = workspace || root ? 0 : 1; i < index; i++) {
      switch (isMixed(i, folders.get(index)) ? 4 : random.nextInt(6)) {
        case 0 -> {}
        case 1 -> more.append("e" + i + " = [\"" + requirement(i) + "\"]\n");
        case 2 ->
            groups.append(
                "g" + i + " = [\"" + requirement(i) + "\", {include-group = \"lint\"}]\n");
        case 3 -> text.append("  '" + requirement(i) + "; python_version >= \"3.10\"', # marked\n");
        default -> text.append("  \"" + requirement(i) + "\",\n");
      }
    }
    text.append(random.nextBoolean() ? "  \"elsewhere\",\n]\n" : "]\n");
    text.append(more).append(groups).append(sources(folders.get(index), index));
    if (random.nextBoolean()) {
      text.append(
          "[build-system]\nrequires = [\"hatchling\"]\nbuild-backend = \"hatchling.build\"\n");
    }
    return text.toString();
  }

  /** Where a project finds those before it. */
  private String sources(String folder, int count) {
    StringBuilder text = new StringBuilder("[tool.uv.sources]\n");
    for (int i = 0; i < count; i++) {
      String name = pick(names.get(i), names.get(i).toLowerCase(Locale.ROOT));
      String path = "path = \"" + (folder.isEmpty() ? folders.get(i) : "../" + names.get(i)) + "\"";
      text.append('"').append(name).append("\" = ");
      if (workspace) {
        text.append("{ workspace = true }\n");
      } else if (isMixed(i, folder)) {
        text.append("[{ " + path + ", marker = \"sys_platform == 'linux'\" },");
        text.append(" { index = \"flat\", marker = \"sys_platform != 'linux'\" }]\n");
      } else {
        text.append("{ " + path + pick("", ", editable = true") + " }\n");
      }
    }
    return text.toString();
  }

  /** A version that a stand-in of the build backend finds, so that nothing is downloaded. */
  private String computed(int index) {
    String folder = folders.get(index) + "/";
    boolean maturin = random.nextBoolean();
    String name = names.get(index);
    String from = maturin ? "Cargo.toml" : "about.py";
    files.put(
        folder + "backend/" + (maturin ? "maturin.py" : "hatchling/build.py"),
        BACKEND.formatted(from, "%s", name));
    if (maturin) {
      String crate = name.replace(".", "-");
      packages.add("cargo:" + crate);
      files.put(
          folder + from, "[package]\nname = \"" + crate + "\"\nversion = \"9.8.7\"\n[workspace]\n");
      files.put(folder + "src/lib.rs", "");
    } else {
      files.put(folder + from, "__version__ = \"9.8.7\"\n");
    }
    return "[build-system]\nrequires = []\nbackend-path = [\"backend\"]\nbuild-backend = \""
        + (maturin ? "maturin" : "hatchling.build")
        + "\"\n"
        + (maturin ? "" : "[tool.hatch.version]\npath = \"about.py\"\n");
  }

  /** What the root takes from a folder on one system, and from the index on the others. */
  private boolean isMixed(int index, String folder) {
    return !workspace && index == 0 && folder.isEmpty();
  }

  private String requirement(int index) {
    String name = pick(names.get(index), names.get(index).toLowerCase(Locale.ROOT));
    if (!workspace && index == 0) {
      return name + pick("", ">=9.8", ">=9.8.7,<99");
    }
    return name + pick("", " ") + REQUIREMENTS.get(random.nextInt(REQUIREMENTS.size()));
  }

  private void put(int index, String manifest) {
    String folder = folders.get(index);
    files.put(folder.isEmpty() ? "pyproject.toml" : folder + "/pyproject.toml", manifest);
  }

  private String pick(String... texts) {
    return texts[random.nextInt(texts.length)];
  }
}

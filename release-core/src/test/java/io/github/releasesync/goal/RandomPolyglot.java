package io.github.releasesync.goal;

import io.github.releasesync.testing.GitSandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A seeded repository with crates, Python projects and poms that share a version, and a history of
 * releases: of the shapes that teams have.
 */
final class RandomPolyglot {

  /** Where releases are tagged. */
  enum Tagging {
    /** On main. */
    ON_MAIN,
    /** On a release branch that is never merged. */
    BESIDE_MAIN
  }

  private final Random random;
  private final GitSandbox git;
  private final String shape;
  private final Tagging tagging;
  private final String prefix;
  private final String start;
  private final List<String> manifests = new ArrayList<>();
  private final StringBuilder story = new StringBuilder();

  RandomPolyglot(long seed, GitSandbox git) {
    this.random = new Random(seed);
    this.git = git;
    this.tagging = random.nextInt(3) == 0 ? Tagging.BESIDE_MAIN : Tagging.ON_MAIN;
    this.start = List.of("1.0.0", "0.3.0", "2.4.1", "0.12.7").get(random.nextInt(4));
    this.shape = List.of("crate", "inherited", "separate").get(random.nextInt(3));
    this.prefix = List.of("v", "v", "", "engine-v", "release-").get(random.nextInt(5));
    story.append(shape).append(' ').append(tagging).append(" `").append(prefix).append("` ");
  }

  /** The manifests that state the version, each once. */
  List<String> manifests() {
    return manifests;
  }

  Tagging tagging() {
    return tagging;
  }

  /** What it is, for a failure. */
  @Override
  public String toString() {
    return story.toString();
  }

  String tag(String version) {
    return prefix + version;
  }

  /** Writes the tree, with one to three releases behind it. */
  void write() {
    git.write(".gitignore", "target/\n");
    String python = List.of("none", "maturin", "dynamic", "setuptools").get(random.nextInt(4));
    String maven = List.of("none", "pom", "reactor", "property").get(random.nextInt(4));
    if (python.equals("none") && maven.equals("none") && !shape.equals("separate")) {
      maven = "pom";
    }
    boolean stranger = random.nextInt(3) == 0;
    story.append("python ").append(python).append(" maven ").append(maven);
    crates(start);
    python(python, start);
    maven(maven, start);
    if (stranger) {
      // A tool with a version of its own, which no release is about.
      git.write(
          "tools/helper/Cargo.toml",
          "[package]\nname = \"helper\"\nversion = \"0.7.3\"\nedition = \"2021\"\npublish = false\n\n[workspace]\n");
      git.write("tools/helper/src/lib.rs", "");
      story.append(" stranger");
    }
    git.write("src/notes.txt", "begin\n").commit("feat: begin");
    release(start);
  }

  /** Tags the release as the repository does, and is on main afterwards. */
  void release(String version) {
    if (tagging == Tagging.BESIDE_MAIN) {
      git.git("switch", "-q", "-c", "release/" + version);
      git.write("RELEASED.txt", version + "\n").commit("chore: release " + version);
      git.annotatedTag(tag(version));
      git.git("switch", "-q", "-");
    } else {
      git.annotatedTag(tag(version));
    }
  }

  private void crates(String version) {
    if (shape.equals("crate")) {
      crate(".", "engine", "version = \"" + version + "\"");
      manifests.add("Cargo.toml");
      return;
    }
    List<String> members =
        random.nextBoolean()
            ? List.of("engine", "engine-io")
            : List.of("engine", "engine-io", "engine-cli");
    String shared =
        shape.equals("inherited") ? "\n[workspace.package]\nversion = \"" + version + "\"\n" : "";
    git.write(
        "Cargo.toml",
        "[workspace]\nresolver = \"2\"\nmembers = [\"crates/"
            + String.join("\", \"crates/", members)
            + "\"]\nexclude = [\"tools\"]\n"
            + shared);
    for (String member : members) {
      boolean inherits = shape.equals("inherited");
      crate(
          "crates/" + member,
          member,
          inherits ? "version.workspace = true" : "version = \"" + version + "\"");
      if (!inherits) {
        manifests.add("crates/" + member + "/Cargo.toml");
      }
    }
    if (shape.equals("inherited")) {
      manifests.add("Cargo.toml");
    }
  }

  private void crate(String folder, String name, String version) {
    git.write(
        (folder.equals(".") ? "" : folder + "/") + "Cargo.toml",
        "[package]\nname = \""
            + name
            + "\"\n"
            + version
            + "\nedition = \"2021\"\ndescription = \"d\"\nlicense = \"MIT\"\n");
    git.write((folder.equals(".") ? "" : folder + "/") + "src/lib.rs", "");
  }

  private void python(String kind, String version) {
    String crate = shape.equals("crate") ? "Cargo.toml" : "crates/engine/Cargo.toml";
    if (kind.equals("maturin") || kind.equals("dynamic")) {
      boolean dynamic = kind.equals("dynamic");
      git.write(
          "python/pyproject.toml",
          "[build-system]\nrequires = [\"maturin>=1.9,<2\"]\nbuild-backend = \"maturin\"\n\n[project]\nname = \"engine\"\n"
              + (dynamic ? "dynamic = [\"version\"]\n" : "version = \"" + version + "\"\n")
              + "\n[tool.maturin]\nmanifest-path = \"../"
              + crate
              + "\"\n");
      if (!dynamic) {
        manifests.add("python/pyproject.toml");
      }
    } else if (kind.equals("setuptools")) {
      git.write(
          "python/pyproject.toml",
          "[build-system]\nrequires = [\"setuptools\"]\nbuild-backend = \"setuptools.build_meta\"\n\n[project]\nname = \"engine-py\"\nversion = \""
              + version
              + "\"\n");
      manifests.add("python/pyproject.toml");
    }
  }

  private void maven(String kind, String version) {
    switch (kind) {
      case "pom" -> {
        git.write("pom.xml", pom("engine-jar", "<version>" + version + "</version>", ""));
        manifests.add("pom.xml");
      }
      case "reactor" -> {
        git.write(
            "java/pom.xml",
            pom(
                "engine-parent",
                "<version>" + version + "</version>\n  <packaging>pom</packaging>",
                "  <modules>\n    <module>core</module>\n  </modules>\n"));
        git.write(
            "java/core/pom.xml",
            "<project>\n  <modelVersion>4.0.0</modelVersion>\n  <parent>\n    <groupId>org.example</groupId>\n    <artifactId>engine-parent</artifactId>\n    <version>"
                + version
                + "</version>\n  </parent>\n  <artifactId>engine-core</artifactId>\n</project>\n");
        manifests.add("java/pom.xml");
      }
      case "property" -> {
        git.write(
            "pom.xml",
            pom(
                "engine-jar",
                "<version>${revision}</version>",
                "  <properties>\n    <revision>" + version + "</revision>\n  </properties>\n"));
        manifests.add("pom.xml");
      }
      default -> {}
    }
  }

  private static String pom(String artifact, String version, String more) {
    return "<project>\n  <modelVersion>4.0.0</modelVersion>\n  <groupId>org.example</groupId>\n  <artifactId>"
        + artifact
        + "</artifactId>\n  "
        + version
        + "\n"
        + more
        + "</project>\n";
  }
}

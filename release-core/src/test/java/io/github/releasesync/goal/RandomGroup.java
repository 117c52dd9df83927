package io.github.releasesync.goal;

import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A made-up repository of one configured group with a release and commits since, by its seed. */
final class RandomGroup {

  private static final List<String> POLICIES = List.of("exact", "major-minor", "independent");
  private static final List<String> LEVELS =
      List.of("auto", "auto", "auto", "patch", "minor", "major", "minor-alpha", "release");
  private static final List<String> COMMITS =
      List.of("feat: more", "fix: less", "feat!: other", "docs: words", "chore: dust");

  private final Random random;
  private final String policy;
  private final String level;
  private final boolean workspaceVersion;
  private final String version;
  private final List<String> crates = new ArrayList<>();
  private final boolean python;
  private final boolean dynamic;

  RandomGroup(long seed) {
    random = new Random(seed);
    policy = pick(POLICIES);
    level = pick(LEVELS);
    workspaceVersion = random.nextBoolean();
    version = pick(List.of("1.4.2", "0.3.1", "2.0.0-alpha.2"));
    int number = 1 + random.nextInt(4);
    for (int i = 0; i < number; i++) {
      crates.add("own-" + (char) ('a' + i));
    }
    python = random.nextBoolean();
    dynamic = random.nextBoolean();
  }

  String level() {
    return level;
  }

  Settings settings() {
    List<String> followers = new ArrayList<>();
    crates.stream().skip(1).map(crate -> "cargo:" + crate).forEach(followers::add);
    if (python) {
      followers.add("pypi:own-py");
    }
    return Settings.ofGroups(
        List.of(GroupSpec.of("own", "cargo:" + crates.get(0), followers, policy, "v{version}")));
  }

  /** Writes the repository: a release, and up to four commits since. */
  GitSandbox write(GitSandbox git) {
    git.write(
        "Cargo.toml",
        """
        [workspace]
        members = ["own-*"]
        resolver = "2"

        [workspace.package]
        version = "%s"
        """
            .formatted(version));
    for (String crate : crates) {
      boolean inherits = workspaceVersion && (crate.equals(crates.get(0)) || random.nextBoolean());
      crate(git, crate, inherits ? "version.workspace = true" : literal(crate));
    }
    if (python) {
      project(git);
    }
    git.commit("chore: release").annotatedTag("v" + version);
    int commits = random.nextInt(5);
    for (int i = 0; i < commits; i++) {
      String folder = python && random.nextInt(3) == 0 ? "python" : pick(crates);
      git.write(folder + "/src/change-" + i, "").commit(pick(COMMITS));
    }
    return git;
  }

  private static void crate(GitSandbox git, String name, String version) {
    git.write(
        name + "/Cargo.toml",
        """
        [package]
        name = "%s"
        %s
        edition = "2021"
        description = "d"
        license = "MIT"
        """
            .formatted(name, version));
    git.write(name + "/src/lib.rs", "");
  }

  /** Followers that need not agree have versions of their own. */
  private String literal(String crate) {
    boolean lead = crate.equals(crates.get(0));
    return "version = \"" + (lead ? version : own()) + "\"";
  }

  private String own() {
    return switch (policy) {
      case "exact" -> version;
      case "major-minor" -> random.nextBoolean() ? version : minor() + ".9";
      default -> random.nextBoolean() ? version : "7.7.7";
    };
  }

  private String minor() {
    return version.substring(0, version.indexOf('.', 2));
  }

  private void project(GitSandbox git) {
    String stated = dynamic ? "dynamic = [\"version\"]" : "version = \"" + spelled(own()) + "\"";
    git.write(
        "python/pyproject.toml",
        """
        [build-system]
        requires = ["maturin>=1,<2"]
        build-backend = "maturin"

        [project]
        name = "own-py"
        %s

        [tool.maturin]
        manifest-path = "../%s/Cargo.toml"
        """
            .formatted(stated, crates.get(0)));
  }

  private static String spelled(String version) {
    return version.replace("-alpha.", "a");
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}

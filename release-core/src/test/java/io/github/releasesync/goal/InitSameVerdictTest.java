package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.GoldenCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After init, check has the verdict, the findings and the groups that it had before: in seeded
 * repositories, with and without a forgotten manifest, and in every golden case of check. {@code
 * -Drelease-sync.initSeeds=300} for more.
 */
class InitSameVerdictTest {

  private static final Path CASES = Path.of("src/test/resources/golden/check");
  private static final int SEEDS = Integer.getInteger("release-sync.initSeeds", 12);

  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());
  private final List<String> failures = new ArrayList<>();

  @TempDir Path temp;

  @Test
  void inPolyglotRepositories() throws Exception {
    for (long seed = 1; seed <= SEEDS; seed++) {
      GitSandbox git = GitSandbox.init(temp.resolve("p" + seed)).withUser();
      RandomPolyglot random = new RandomPolyglot(seed, git);
      random.write();
      git.write("src/notes.txt", "more\n").commit("feat: more");
      String before = git.head();
      compare(git, seed + " " + random);
      for (String manifest : random.manifests()) {
        reset(git, before);
        bump(git, Settings.none());
        git.git("checkout", "-q", before, "--", manifest);
        git.write("src/notes.txt", "bumped\n").commit("chore: release");
        compare(git, seed + " " + random + " / " + manifest);
      }
    }
    assertThat(failures).isEmpty();
  }

  /** What is forgotten later is found as without configuration. */
  @Test
  void afterWhatIsForgottenLater() throws Exception {
    for (long seed = 1; seed <= SEEDS; seed++) {
      GitSandbox git = GitSandbox.init(temp.resolve("l" + seed)).withUser();
      RandomPolyglot random = new RandomPolyglot(seed, git);
      random.write();
      InitSameVerdict same = compare(git, seed + " " + random);
      git.commit("build: release-sync");
      String before = git.head();
      for (String manifest : random.manifests()) {
        reset(git, before);
        bump(git, same.written());
        if (!manifest.equals("pom.xml")) {
          git.git("checkout", "-q", before, "--", manifest);
        }
        git.write("src/notes.txt", "bumped\n").commit("chore: release");
        List<String> without = same.findings(Settings.none());
        List<String> with = same.findings(same.written());
        if (!without.equals(with)) {
          failures.add(seed + " " + random + " / " + manifest + ": " + without + "\n  " + with);
        }
      }
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void inCargoAndUvWorkspaces() throws Exception {
    for (long seed = 1; seed <= SEEDS; seed++) {
      for (Map<String, String> files :
          List.of(RandomReleaseTree.of(seed, seed % 2 == 0), RandomUvTree.of(seed))) {
        GitSandbox git = GitSandbox.init(temp.resolve("w" + seed + "-" + files.hashCode()));
        files.forEach(git::write);
        git.withUser().commit("feat: all");
        if (seed % 3 > 0) {
          git.annotatedTag(seed % 3 == 1 ? "v9.8.7" : "own-a-v9.8.7");
        }
        git.write("notes.txt", "more\n").commit("feat: more");
        compare(git, "workspace " + seed);
      }
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void inTheGoldenCasesOfCheck() throws Exception {
    for (Path path : GoldenCase.below(CASES)) {
      GoldenCase golden = new GoldenCase(path);
      String name = path.getFileName().toString();
      if (isWithoutConfiguration(golden)) {
        Path directory = temp.resolve(name);
        golden.files(directory);
        compare(directory, name);
      }
    }
    assertThat(failures).isEmpty();
  }

  private static boolean isWithoutConfiguration(GoldenCase golden) throws IOException {
    return List.of("groups", "copies", "rules", "unreleasedFeatures", "externallyPublished", "git")
        .stream()
        .allMatch(key -> golden.property(key, "").isEmpty());
  }

  private InitSameVerdict compare(GitSandbox git, String name) throws Exception {
    return compare(git.directory(), name);
  }

  private InitSameVerdict compare(Path directory, String name) throws Exception {
    InitSameVerdict same = new InitSameVerdict(directory, temp.resolve("reports"));
    same.differences().forEach(d -> failures.add("\n" + name + ": " + d));
    return same;
  }

  private static void reset(GitSandbox git, String commit) {
    git.git("reset", "-q", "--hard", commit);
    git.git("clean", "-qfd");
  }

  private void bump(GitSandbox git, Settings settings) {
    ChangeRequest change =
        new ChangeRequest(
            git.directory(),
            Optional.empty(),
            settings,
            Optional.of("engine"),
            false,
            Optional.empty());
    releaser.bump(change, "minor", BumpOptions.none());
  }
}

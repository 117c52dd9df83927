package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real bump of which one manifest was forgotten: check reports an error at that file before the
 * release is tagged, at the tag, and after the next commit; the same repository without the
 * accident has no error. Prints the figure. {@code -Drelease-sync.driftSeeds=500} for all.
 */
class ForgottenManifestTest {

  private static final Set<String> DRIFT = Set.of("RS101", "RS102", "RS106", "RS111");

  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());
  private final List<String> failures = new ArrayList<>();
  private int found;
  private int clean;

  @TempDir Path temp;

  @Test
  void aForgottenManifestIsReportedAtItsFile() {
    int seeds = Integer.getInteger("release-sync.driftSeeds", 25);
    for (long seed = 1; seed <= seeds; seed++) {
      tryAll(seed);
    }
    System.out.printf(
        "forgotten manifests in %d repositories: found %d, clean %d, wrong %d%n",
        seeds, found, clean, failures.size());
    assertThat(failures).isEmpty();
  }

  private void tryAll(long seed) {
    GitSandbox git = GitSandbox.init(temp.resolve("r" + seed)).withUser();
    RandomPolyglot random = new RandomPolyglot(seed, git);
    random.write();
    git.write("src/notes.txt", "more\n").commit("feat: more");
    String before = git.head();
    attempt(seed, git, random, "");
    for (String manifest : random.manifests()) {
      if (random.manifests().size() > 1) {
        git.git("reset", "-q", "--hard", before);
        attempt(seed, git, random, manifest);
      }
    }
  }

  /** Bumps, forgets a manifest or none, and checks three times. */
  private void attempt(long seed, GitSandbox git, RandomPolyglot random, String forgotten) {
    try {
      ChangeRequest change =
          new ChangeRequest(
              git.directory(),
              Optional.empty(),
              Settings.none(),
              Optional.of("engine"),
              false,
              Optional.empty());
      String version =
          releaser.bump(change, "minor", BumpOptions.none()).bumped().get(0).version().toString();
      if (!forgotten.isEmpty()) {
        git.git("checkout", "-q", "HEAD", "--", forgotten);
      }
      git.write("src/notes.txt", "bumped " + version + "\n").commit("chore: release " + version);
      judge(seed, git, random, forgotten, "before the tag");
      tagAndJudge(seed, git, random, forgotten, version);
      git.write("src/notes.txt", "after\n").commit("feat: after");
      judge(seed, git, random, forgotten, "after the tag");
      git.git("tag", "-d", random.tag(version));
    } catch (RuntimeException e) {
      failures.add(seed + " " + random + " / " + forgotten + ": " + e);
    }
  }

  private void tagAndJudge(
      long seed, GitSandbox git, RandomPolyglot random, String forgotten, String version) {
    if (random.tagging() == RandomPolyglot.Tagging.ON_MAIN) {
      random.release(version);
      judge(seed, git, random, forgotten, "at the tag");
      return;
    }
    git.git("switch", "-q", "-c", "release/" + version);
    git.write("RELEASED.txt", version + "\n").commit("chore: release");
    git.annotatedTag(random.tag(version));
    judge(seed, git, random, forgotten, "at the tag");
    git.git("switch", "-q", "-");
    git.git("branch", "-q", "-D", "release/" + version);
  }

  private void judge(
      long seed, GitSandbox git, RandomPolyglot random, String forgotten, String when) {
    List<Problem> errors =
        releaser.check(CheckRequest.of(git.directory())).assessment().findings().stream()
            .filter(f -> f.severity() == Severity.ERROR)
            .toList();
    boolean right =
        forgotten.isEmpty()
            ? errors.isEmpty()
            : errors.stream()
                .anyMatch(f -> f.place().file().equals(forgotten) && DRIFT.contains(f.code().id()));
    if (!right) {
      failures.add(
          "%d %s / %s %s: %s"
              .formatted(
                  seed,
                  random,
                  forgotten,
                  when,
                  errors.stream()
                      .map(f -> f.code().id() + " " + f.place() + " " + f.message())
                      .toList()));
    } else if (forgotten.isEmpty()) {
      clean++;
    } else {
      found++;
    }
  }
}

package io.github.releasesync.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.testing.BothReaders;
import io.github.releasesync.testing.RandomRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random repositories, as git and JGit read them: {@code -Drelease-sync.jgitSeeds=300} for more.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its files have other names")
class JGitSeedsTest {

  private static final int FIRST = Integer.getInteger("release-sync.jgitFirstSeed", 0);
  private static final int SEEDS = Integer.getInteger("release-sync.jgitSeeds", 40);

  @TempDir Path temp;

  @Test
  void bothReadersSayTheSameOfRandomRepositories() throws Exception {
    List<String> differences = new ArrayList<>();
    int questions = 0;
    int trees = 0;
    for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
      Path home = Files.createDirectory(temp.toRealPath().resolve("seed" + seed));
      BothReaders readers = new BothReaders(home);
      for (Path top : new RandomRepository(home, readers, seed).tops()) {
        readers.compare(top);
        trees++;
      }
      String where = "seed " + seed + ", ";
      readers.differences().forEach(difference -> differences.add(where + difference));
      questions += readers.questions();
    }
    System.out.printf(
        "git and JGit, %d seeds: %d work trees, %d questions, %d differences%n",
        SEEDS, trees, questions, differences.size());
    assertThat(differences).isEmpty();
  }
}

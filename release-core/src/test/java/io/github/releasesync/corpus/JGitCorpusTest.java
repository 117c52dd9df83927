package io.github.releasesync.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.testing.BothReaders;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real repositories, as git and JGit read them. */
class JGitCorpusTest {

  @TempDir Path temp;

  @Test
  void bothReadersSayTheSameOfRealRepositories() throws Exception {
    BothReaders readers = new BothReaders(temp.toRealPath());
    for (Path bundle : Bundles.all()) {
      readers.compare(Bundles.cloned(bundle, temp.toRealPath()));
    }
    System.out.println(
        "git and JGit, "
            + Bundles.all().size()
            + " bundles: "
            + readers.questions()
            + " questions");
    assertThat(readers.differences()).isEmpty();
  }
}

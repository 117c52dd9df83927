package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kinds of proposals that the release histories of real repositories asked for. */
class HistoryProposalsTest {

  @TempDir Path temp;

  private ReportedRepository r;

  @BeforeEach
  void begin() {
    r = new ReportedRepository(temp.resolve("r"));
  }

  /** A team that tags first and bumps in the next commit, beside a line of another language. */
  @Test
  void aTagThatItsOwnCommitIsBehindKeepsItsFamily() {
    r.crate("rust", "engine", "0.49.1").python("py", "engine-py", "1.32.0");
    r.commit("chore: rust").tag("rs-0.49.1").commit("chore: python").tag("py-1.32.0");
    r.commit("feat: more").tag("rs-0.50.0");
    r.commit("feat: more");
    assertThat(r.proposals("patch")).contains("engine 0.50.1 rs-0.50.1");
    r.crate("rust", "engine", "0.50.0").python("py", "engine-py", "1.32.1");
    r.commit("chore: bump").tag("py-1.32.1").commit("feat: more");
    assertThat(r.proposals("patch"))
        .contains("engine 0.50.1 rs-0.50.1", "engine-py 1.32.2 py-1.32.2");
  }

  /** A Go module of the same version is not what the program is released as. */
  @Test
  void theTagThatIsCalledAfterTheFolderIsTheProgramsOwn() {
    r.crate("rust/cli", "engine-program", "1.0.0").crate("rust/lib", "engine", "0.2.1");
    r.commit("chore: all").tag("rust-v0.2.1").tag("cli/v1.0.0");
    r.commit("chore: go").tag("go/v1.0.0");
    r.commit("fix: more");
    assertThat(r.proposals("patch"))
        .containsExactlyInAnyOrder("engine-program 1.0.1 cli/v1.0.1", "engine 0.2.2 rust-v0.2.2");
  }

  /** Plain tags are the reactor's, of whatever form; the bridge between them has none. */
  @Test
  void aCrateHasNoShareInThePlainTagsOfAReactor() {
    r.pom(".", "engine", "4.0.1-SNAPSHOT").crate("native", "bridge", "0.1.0");
    r.commit("chore: pre").tag("4.0.1-pre");
    r.commit("chore: release").tag("v4.0.1");
    r.commit("fix: more");
    assertThat(r.proposals("patch")).noneMatch(proposal -> proposal.startsWith("bridge 4"));
  }
}

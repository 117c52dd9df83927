package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.problem.Severity;
import io.github.releasesync.text.FileChange;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What check and sync say of the same repository, as users reported it. */
class ReportedSyncTest {

  @TempDir Path temp;
  private ReportedRepository r;

  @BeforeEach
  void repository() {
    r = new ReportedRepository(temp.resolve("r"));
  }

  private List<String> synced() {
    return r.sync(true).files().stream().map(FileChange::path).toList();
  }

  private void maturin(String version) {
    r.write(
        "pyproject.toml",
        "[build-system]\nrequires = [\"maturin\"]\nbuild-backend = \"maturin\"\n\n[project]\nname = \"engine\"\nversion = \""
            + version
            + "\"\n");
  }

  @Test
  void a7AnotherMajorWithoutMemoryIsNoError() {
    r.crate(".", "engine", "0.6.0");
    maturin("2.0.0rc1");
    r.commit("feat: first");
    assertThat(r.errors()).isEmpty();
    assertThat(synced()).isEmpty();
  }

  @Test
  void a7CheckNamesTheFileThatSyncChanges() {
    r.crate(".", "engine", "0.6.0");
    maturin("0.7.0rc1");
    r.commit("feat: first");
    assertThat(r.errors()).containsExactly("RS106 Cargo.toml");
    assertThat(synced()).containsExactly("Cargo.toml");
  }

  @Test
  void a16DevelopmentFormsOfOneReleaseAreInSync() {
    r.crate(".", "engine", "1.7.0-alpha.0").python("python", "engine-py", "1.7.0.dev0");
    r.commit("feat: first");
    assertThat(r.errors()).isEmpty();
    assertThat(synced()).isEmpty();
  }

  @Test
  void a16AShortVersionIsNotRewritten() {
    r.crate(".", "engine", "1.0.0").python("python", "engine-py", "1.0");
    r.commit("feat: first");
    assertThat(r.findings(Severity.WARNING)).isEmpty();
    assertThat(synced()).isEmpty();
  }

  @Test
  void a16AShortVersionInAnEcosystemOfItsOwnIsNotRewritten() {
    r.python("one", "engine-py", "1.0").python("two", "engine-more", "1.0.0");
    r.pom("three", "engine-jar", "3.1").pom("four", "engine-more-jar", "3.1.0");
    r.commit("feat: first");
    assertThat(r.findings(Severity.WARNING)).isEmpty();
    assertThat(synced()).isEmpty();
  }

  @Test
  void a16AtAReleaseTagSyncWritesWhatCheckAsksFor() {
    r.crate(".", "engine", "1.0.0").pom("java", "engine-jar", "1.0.0-SNAPSHOT");
    r.commit("feat: first");
    assertThat(synced()).isEmpty();
    r.tag("v1.0.0");
    assertThat(r.errors()).contains("RS101 java/pom.xml");
    assertThat(synced()).containsExactly("java/pom.xml");
  }
}

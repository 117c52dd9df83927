package io.github.releasesync.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.goal.InitSameVerdict;
import io.github.releasesync.testing.Shared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What init writes for real repositories leaves their groups and what check says as they were. */
class InitCorpusTest {

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> theVerdictOfRealRepositoriesStaysTheSame() {
    Shared.require("corpus");
    return Bundles.all().stream()
        .map(bundle -> DynamicTest.dynamicTest(Bundles.repository(bundle), () -> compare(bundle)));
  }

  private void compare(Path bundle) throws Exception {
    Path clone = Bundles.cloned(bundle, temp);
    Bundles.addSources(bundle, clone);
    List<String> differences = new InitSameVerdict(clone, temp.resolve("reports")).differences();
    assertThat(differences).isEmpty();
    assertThat(Files.readString(clone.resolve("pom.xml"))).contains("<inferred>");
  }
}

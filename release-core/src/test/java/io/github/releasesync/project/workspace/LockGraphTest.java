package io.github.releasesync.project.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** For whose users two locks differ. */
class LockGraphTest {

  private static final Set<String> OWN = Set.of("engine", "tools");

  private static final String UV =
      """
      version = 1
      requires-python = ">=3.9"

      [[package]]
      name = "engine"
      version = "1.0.0"
      source = { editable = "packages/engine" }
      dependencies = [
          { name = "numpy" },
      ]

      [package.optional-dependencies]
      fast = [
          { name = "numba", marker = "python_full_version < '3.13'" },
      ]

      [package.metadata]
      requires-dist = [{ name = "numpy", specifier = ">=1" }]

      [[package]]
      name = "numba"
      version = "0.60.0"
      source = { registry = "https://pypi.org/simple" }
      dependencies = [
          { name = "llvmlite" },
      ]
      sdist = { url = "https://files.pythonhosted.org/numba-0.60.0.tar.gz", hash = "sha256:1", size = 1 }

      [[package]]
      name = "llvmlite"
      version = "0.43.0"
      source = { registry = "https://pypi.org/simple" }

      [[package]]
      name = "numpy"
      version = "2.0.0"
      source = { registry = "https://pypi.org/simple" }

      [[package]]
      name = "tools"
      version = "0.5.0"
      source = { virtual = "packages/tools" }
      dependencies = [
          { name = "engine" },
          { name = "click" },
      ]

      [[package]]
      name = "click"
      version = "8.0.0"
      source = { registry = "https://pypi.org/simple" }
      """;

  private static final String CARGO =
      """
      [[package]]
      name = "engine"
      version = "1.0.0"
      dependencies = [
       "syn 1.0.1 (registry+https://github.com/rust-lang/crates.io-index)",
      ]

      [[package]]
      name = "tools"
      version = "0.5.0"
      dependencies = [
       "syn 2.0.1 (registry+https://github.com/rust-lang/crates.io-index)",
      ]

      [[package]]
      name = "syn"
      version = "1.0.1"
      source = "registry+https://github.com/rust-lang/crates.io-index"

      [[package]]
      name = "syn"
      version = "2.0.1"
      source = "registry+https://github.com/rust-lang/crates.io-index"
      """;

  private static Set<String> changed(String before, String after) {
    LockGraph.Reader reader = new LockGraph.Reader();
    return LockGraph.changed(reader.read(before), reader.read(after), OWN);
  }

  @Test
  void theSameLockDiffersForNone() {
    assertThat(changed(UV, UV)).isEmpty();
    assertThat(changed(CARGO, CARGO)).isEmpty();
  }

  @Test
  void aVersionCountsForAllThatReachIt() {
    assertThat(changed(UV, UV.replace("0.43.0", "0.43.1")))
        .containsExactlyInAnyOrder("engine", "tools");
    assertThat(changed(UV, UV.replace("8.0.0", "8.0.1"))).containsExactly("tools");
  }

  @Test
  void versionsOfOwnPackagesAndTheirMetadataAreNoChange() {
    assertThat(changed(UV, UV.replace("\"1.0.0\"", "\"1.1.0\"").replace(">=1\"", ">=2\"")))
        .isEmpty();
  }

  @Test
  void aNewDependencyIsAMatterOfWhatNamesIt() {
    assertThat(
            changed(
                UV,
                UV.replace(
                    "{ name = \"numpy\" },", "{ name = \"numpy\" },\n{ name = \"click\" },")))
        .containsExactly("engine");
  }

  @Test
  void ofTwoVersionsTheOneThatIsNamedCounts() {
    assertThat(changed(CARGO, CARGO.replace("2.0.1", "2.0.2"))).containsExactly("tools");
  }
}

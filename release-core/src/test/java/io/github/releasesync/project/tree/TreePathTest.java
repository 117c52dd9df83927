package io.github.releasesync.project.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreePathTest {

  @ParameterizedTest
  @CsvSource({
    "'', a/b, a/b",
    "python, ../rust, rust",
    "python, ../rust/Cargo.toml, rust/Cargo.toml",
    "a/b, ./c/, a/b/c",
    "a/b, .., a",
    "a, .., ''",
    "a, '', a",
    "a, ..\\rust, rust",
    "a, b//c, a/b/c",
    "a/b, ../../c/../d, d"
  })
  void followsARelativePath(String folder, String relative, String expected) {
    assertThat(TreePath.resolve(folder, relative)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../..", "/etc", "C:\\x", "c:x", "\\\\server\\share", "b/../../../x"})
  void doesNotLeaveTheRoot(String relative) {
    assertThat(TreePath.resolve("a", relative)).isEmpty();
  }

  @Test
  void aFolderLiesBelowItselfButNotBesideItsNamesake() {
    assertThat(TreePath.isBelow("crates/a", "crates/a")).isTrue();
    assertThat(TreePath.isBelow("crates/a/b", "crates/a")).isTrue();
    assertThat(TreePath.isBelow("crates/ab", "crates/a")).isFalse();
    assertThat(TreePath.isBelow("anything", "")).isTrue();
  }

  @Test
  void whatToolsMakeIsGenerated() {
    assertThat(TreePath.isGenerated("a/target/package/Cargo.toml")).isTrue();
    assertThat(TreePath.isGenerated(".venv/lib/site-packages/pyproject.toml")).isTrue();
    assertThat(TreePath.isGenerated("targets/Cargo.toml")).isFalse();
    assertThat(TreePath.isGenerated("target")).isFalse();
  }

  @Test
  void testDataAndOtherPeoplesCodeAreForeign() {
    assertThat(TreePath.isForeign("tests/data/pyproject.toml")).isTrue();
    assertThat(TreePath.isForeign("third_party/x/Cargo.toml")).isTrue();
    assertThat(TreePath.isForeign("it/src/it/drift/pom.xml")).isTrue();
    assertThat(TreePath.isForeign("testing/pom.xml")).isFalse();
    assertThat(TreePath.isForeign("rust-tests/Cargo.toml")).isFalse();
  }
}

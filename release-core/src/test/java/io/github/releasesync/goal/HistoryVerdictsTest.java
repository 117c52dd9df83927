package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kinds of verdicts that the release histories of real repositories asked for. */
class HistoryVerdictsTest {

  @TempDir Path temp;

  private GitSandbox git;

  @BeforeEach
  void begin() {
    git = GitSandbox.init(temp.resolve("r")).withUser();
  }

  /** Rust and Python under tags of their own, on commits of their own: neither binds the other. */
  @Test
  void linesOfTwoLanguagesThatAreTaggedApartBindNobodyOfTheOther() {
    rust("1.0.0");
    python("1.0.0");
    release("rust-v1.0.0");
    release("py-v1.0.0");
    rust("1.1.0");
    release("rust-v1.1.0");
    python("1.1.0");
    release("py-v1.1.0");
    rust("1.2.0");

    assertThat(errors()).isEmpty();
    git.commit("chore: release").annotatedTag("rust-v1.2.0");
    assertThat(errors()).isEmpty();
  }

  /** The same two lines on one commit each time are one release. */
  @Test
  void linesOfTwoLanguagesThatAreTaggedTogetherAreOneRelease() {
    for (String version : List.of("1.0.0", "1.1.0")) {
      rust(version);
      python(version);
      release("rust-v" + version);
      git.annotatedTag("py-v" + version);
    }
    rust("1.2.0");

    assertThat(errors()).containsExactly("RS102 python/pyproject.toml");
  }

  /** Crates that a tool releases one by one, where one did not change. */
  @Test
  void cratesThatAreTaggedOneByOneWithVersionsOfTheirOwnMeetByChance() {
    workspace("a", "0.1.11", "b", "0.1.11", "c", "0.1.12");
    release("a-v0.1.11");
    git.annotatedTag("b-v0.1.11").annotatedTag("c-v0.1.12");
    workspace("a", "0.1.12", "b", "0.1.11", "c", "0.1.13");
    release("a-v0.1.12");
    git.commit("feat: more");

    assertThat(errors()).isEmpty();
  }

  /** A tool that stayed at 0.1.0 while the crate came there through its candidates. */
  @Test
  void aVersionThatWasMetByChanceBindsNobody() {
    rust("0.1.0-rc.5");
    python("0.1.0");
    release("v0.1.0-rc.5");
    rust("0.1.0");
    release("v0.1.0");
    rust("0.1.1");

    assertThat(errors()).isEmpty();
  }

  /** Between pre-releases the manifests keep the base of the next version. */
  @Test
  void aPackageIsForgottenBehindTagsOfPreReleases() {
    rust("0.31.2");
    python("0.31.2");
    release("v0.31.2-beta.2");
    release("v0.31.2-beta.3");
    rust("0.32.0");
    release("v0.32.0-beta.1");

    assertThat(errors()).containsExactly("RS102 python/pyproject.toml");
    git.commit("feat: more");
    assertThat(errors()).containsExactly("RS102 python/pyproject.toml");
  }

  /** The tag at HEAD says which of two versions is the release: the other one is the fault. */
  @Test
  void theVersionThatTheTagContradictsIsTheFault() {
    rust("0.35.0");
    python("0.35.0");
    release("v0.35.0-beta.2");
    python("3.5.0");
    release("v0.35.0-beta.3");

    assertThat(errors()).containsExactly("RS102 python/pyproject.toml");
  }

  /** A crate that is released within a jar or a wheel has path dependencies without versions. */
  @Test
  void aForgottenCrateThatOnlyItsDependenciesKeepFromTheRegistryIsAnError() {
    rust("2.5.0");
    git.write(
        "native/Cargo.toml",
        crate("engine-c", "2.5.0") + "\n[dependencies]\nengine = { path = \"../rust\" }\n");
    git.write("native/src/lib.rs", "");
    release("v2.5.0");
    rust("2.5.1");
    release("v2.5.1");

    assertThat(errors()).containsExactly("RS102 native/Cargo.toml");
  }

  /** A tag such as v0.12 that is moved to each release of its series. */
  @Test
  void aTagOfASeriesContradictsNoVersionInIt() {
    rust("0.12.10");
    release("v0.12.10");
    rust("0.12.11");
    release("v0.12.11");
    git.annotatedTag("v0.12");

    assertThat(errors()).isEmpty();
  }

  /** Tags that were never the version of the crate say nothing of it. */
  @Test
  void aLineOfTagsThatNoManifestEverStatedContradictsNone() {
    rust("1.0.0");
    release("v0.9.0");
    release("v0.10.0");

    assertThat(errors()).isEmpty();
  }

  /** A release that was tagged on a branch is a reminder for main, and no error. */
  @Test
  void aVersionBehindAReleaseOnABranchIsAWarning() {
    rust("1.0.0");
    release("v1.0.0");
    git.commit("feat: more").git("switch", "-q", "-c", "release");
    rust("1.0.1");
    release("v1.0.1");
    git.git("switch", "-q", "main");
    git.commit("feat: more");

    assertThat(findings(Severity.WARNING)).contains("RS113 rust/Cargo.toml");
    assertThat(errors()).isEmpty();
  }

  /** The library in a jar: no crate can depend on it, so that crates.io was never its place. */
  @Test
  void aLibraryForAnotherLanguageIsNotMeantForCratesIo() {
    rust("1.0.0");
    jni("1.0.0", "version = \"1.0.0\", ");
    release("v1.0.0");
    rust("1.1.0");
    jni("1.1.0", "");
    release("v1.1.0");

    assertThat(errors()).isEmpty();
    git.write("jni/src/main.rs", "fn main() {}\n");
    assertThat(errors()).containsExactly("RS219 jni/Cargo.toml");
  }

  /** A program that takes the name of its library has the library's past no more than before. */
  @Test
  void aCrateThatTakesTheNameOfAnotherKeepsItsOwnPast() {
    workspace("lib", "0.2.1", "cli", "0.1.3");
    release("lib-v0.2.1");
    git.write("cli/Cargo.toml", crate("lib", "0.1.4"));
    release("cli/v0.1.4");

    assertThat(errors()).isEmpty();
    git.commit("feat: more");
    assertThat(errors()).isEmpty();
  }

  private List<String> errors() {
    return findings(Severity.ERROR);
  }

  private List<String> findings(Severity severity) {
    return new ReleaseSync(GitSandbox.runner())
        .check(CheckRequest.of(git.directory())).assessment().findings().stream()
            .filter(f -> f.severity() == severity)
            .map(HistoryVerdictsTest::named)
            .toList();
  }

  private static String named(Problem f) {
    return f.code().id() + " " + f.place().file();
  }

  private void rust(String version) {
    git.write("rust/Cargo.toml", crate("engine", version)).write("rust/src/lib.rs", "");
  }

  private void jni(String version, String required) {
    git.write(
        "jni/Cargo.toml",
        crate("engine-jni", version)
            + "\n[lib]\ncrate-type = [\"cdylib\"]\n\n[dependencies]\nengine = { "
            + required
            + "path = \"../rust\" }\n");
    git.write("jni/src/lib.rs", "");
  }

  private void workspace(String... namesAndVersions) {
    for (int i = 0; i < namesAndVersions.length; i += 2) {
      String name = namesAndVersions[i];
      git.write(name + "/Cargo.toml", crate(name, namesAndVersions[i + 1]));
      git.write(name + "/src/lib.rs", "");
    }
  }

  private void python(String version) {
    git.write(
        "python/pyproject.toml",
        "[build-system]\nrequires = [\"setuptools\"]\nbuild-backend = \"setuptools.build_meta\"\n\n"
            + "[project]\nname = \"engine\"\nversion = \""
            + version
            + "\"\n");
  }

  private static String crate(String name, String version) {
    return "[package]\nname = \""
        + name
        + "\"\nversion = \""
        + version
        + "\"\nedition = \"2021\"\ndescription = \"d\"\nlicense = \"MIT\"\n";
  }

  private void release(String tag) {
    git.commit("chore: release " + tag).annotatedTag(tag);
  }
}

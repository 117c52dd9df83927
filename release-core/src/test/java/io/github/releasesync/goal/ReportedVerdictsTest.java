package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.next.NextRelease;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verdicts on repositories as users reported them: each is the smallest input that once was judged
 * wrongly.
 */
class ReportedVerdictsTest {

  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());

  @TempDir Path temp;
  private GitSandbox git;

  @BeforeEach
  void repository() {
    git = GitSandbox.init(temp.resolve("r")).withUser();
    git.write(".gitignore", "target/\n");
  }

  private void crate(String folder, String name, String version) {
    git.write(
        folder + "/Cargo.toml",
        "[package]\nname = \"%s\"\nversion = \"%s\"\nedition = \"2021\"\ndescription = \"d\"\nlicense = \"MIT\"\n"
            .formatted(name, version));
    git.write(folder + "/src/lib.rs", "");
  }

  private void workspace(String... members) {
    git.write(
        "Cargo.toml", "[workspace]\nmembers = [\"" + String.join("\", \"", members) + "\"]\n");
  }

  private void pom(String folder, String artifact, String version) {
    git.write(
        folder + "/pom.xml",
        "<project>\n<modelVersion>4.0.0</modelVersion>\n<groupId>org.example</groupId>\n<artifactId>%s</artifactId>\n<version>%s</version>\n</project>\n"
            .formatted(artifact, version));
  }

  private void python(String folder, String name, String version) {
    git.write(
        folder + "/pyproject.toml",
        "[build-system]\nrequires = [\"setuptools\"]\nbuild-backend = \"setuptools.build_meta\"\n\n[project]\nname = \"%s\"\nversion = \"%s\"\n"
            .formatted(name, version));
  }

  private void maturin(String versionLine) {
    git.write(
        "pyproject.toml",
        "[build-system]\nrequires = [\"maturin\"]\nbuild-backend = \"maturin\"\n\n[project]\nname = \"engine\"\n%s\n"
            .formatted(versionLine));
  }

  private GitSandbox commit(String message) {
    git.write("log/" + Math.floorMod(message.hashCode(), 10_000) + ".txt", message);
    return git.commit(message);
  }

  private void release(String tag) {
    commit("feat: " + tag).annotatedTag(tag);
  }

  private CheckResult check() {
    return releaser.check(CheckRequest.of(git.directory()));
  }

  /** Errors as code and file. */
  private List<String> errors() {
    return findings(Severity.ERROR);
  }

  private List<String> findings(Severity severity) {
    return check().assessment().findings().stream()
        .filter(f -> f.severity() == severity)
        .map(f -> f.code().id() + " " + f.place().file())
        .toList();
  }

  private List<NextRelease> next(String level) {
    return releaser
        .next(
            new NextRequest(
                git.directory(),
                Optional.empty(),
                Optional.empty(),
                io.github.releasesync.project.settings.Settings.none(),
                level))
        .next()
        .releases();
  }

  private List<String> proposals() {
    return next("auto").stream()
        .filter(r -> r.next().isPresent())
        .map(r -> r.group().lead().name() + " " + r.next().get() + " " + r.tag().orElse(""))
        .toList();
  }

  @Test
  void a1DriftWhereAProjectTakesItsVersionFromTheCrate() {
    crate(".", "engine", "1.2.0");
    maturin("dynamic = [\"version\"]");
    pom(".", "engine-jar", "1.2.0");
    release("v1.2.0");
    crate(".", "engine", "1.3.0");
    assertThat(errors()).containsExactly("RS102 pom.xml");
    commit("feat: x");
    assertThat(errors()).containsExactly("RS102 pom.xml");
  }

  @Test
  void a2TheTagAtHeadHidesNoDrift() {
    crate(".", "engine", "1.0.0");
    pom("java", "engine-jar", "1.0.0");
    release("v1.0.0");
    crate(".", "engine", "1.1.0");
    commit("feat: x");
    assertThat(errors()).containsExactly("RS102 java/pom.xml");
    git.annotatedTag("v1.1.0");
    assertThat(errors()).containsExactly("RS102 java/pom.xml");
    commit("feat: y");
    assertThat(errors()).containsExactly("RS102 java/pom.xml");
  }

  @Test
  void a3ATagBesideMainIsMemory() {
    crate(".", "engine", "1.0.0");
    pom("java", "engine-jar", "1.0.0");
    commit("feat: first");
    git.git("switch", "-q", "-c", "release/1.0");
    release("v1.0.0");
    git.git("switch", "-q", "-");
    crate(".", "engine", "1.1.0");
    commit("feat: more");
    assertThat(errors()).containsExactly("RS102 java/pom.xml");
  }

  @Test
  void a3ATagBesideMainIsNotProposedAgain() {
    crate(".", "engine", "0.4.0");
    commit("feat: first");
    git.git("switch", "-q", "-c", "release/0.4");
    release("release-0.4.0");
    git.git("switch", "-q", "-");
    commit("fix: y");
    assertThat(proposals()).containsExactly("engine 0.4.1 release-0.4.1");
  }

  @Test
  void a3ATagBesideMainOfAnotherFamilyThanTheReachableOne() {
    crate(".", "engine", "0.1.5");
    release("python-v0.1.5");
    crate(".", "engine", "0.3.0");
    commit("feat: second");
    git.git("switch", "-q", "-c", "release/0.3");
    release("v0.3.0");
    git.git("switch", "-q", "-");
    commit("fix: y");
    assertThat(proposals()).containsExactly("engine 0.3.1 v0.3.1");
  }

  @Test
  void aHotfixBesideMainIsNoReleaseOfMain() {
    crate(".", "engine", "1.1.0");
    release("v1.1.0");
    git.git("switch", "-q", "-c", "hotfix/1.1");
    crate(".", "engine", "1.1.1");
    release("v1.1.1");
    git.git("switch", "-q", "-");
    commit("feat: y");
    assertThat(errors()).isEmpty();
    assertThat(proposals()).containsExactly("engine 1.2.0 v1.2.0");
  }

  @Test
  void a4ASharedLineThatWasGivenUpBindsNobodyWithALineOfItsOwn() {
    workspace("a", "b");
    crate("a", "alpha", "0.2.0");
    crate("b", "beta", "0.2.0");
    release("v0.2.0");
    crate("a", "alpha", "0.3.0");
    release("alpha-v0.3.0");
    crate("b", "beta", "1.0.0");
    release("beta-v1.0.0");
    commit("fix: c");
    assertThat(errors()).isEmpty();
    assertThat(proposals()).noneMatch(p -> p.startsWith("alpha 1."));
  }

  @Test
  void a4MoreLinesThanAreRead() {
    String[] names = new String[12];
    for (int i = 0; i < names.length; i++) {
      names[i] = "part" + i;
      crate(names[i], names[i], "0.2.0");
    }
    workspace(names);
    release("v0.2.0");
    for (int i = 0; i < names.length; i++) {
      crate(names[i], names[i], (i + 1) + ".0.0");
      release(names[i] + "-v" + (i + 1) + ".0.0");
    }
    commit("fix: c");
    assertThat(errors()).isEmpty();
  }

  @Test
  void a4ABareTagYearsOldBesideALivingLine() {
    workspace("a", "b");
    crate("a", "alpha", "0.2.0");
    crate("b", "beta", "0.2.0");
    release("0.2.0");
    crate("a", "alpha", "0.3.0");
    crate("b", "beta", "0.1.0");
    release("v0.3.0");
    crate("a", "alpha", "0.4.0");
    release("v0.4.0");
    commit("fix: c");
    assertThat(errors()).isEmpty();
  }

  @Test
  void a5ATagNamedAfterTheOnlyTaggedCrateSpeaksForAllOfItsVersion() {
    crate(".", "engine", "1.0.0");
    pom("java", "engine-jar", "1.0.0");
    release("engine-v1.0.0");
    crate(".", "engine", "1.1.0");
    commit("feat: x");
    assertThat(errors()).containsExactly("RS102 java/pom.xml");
  }

  @Test
  void a9ADevelopmentVersionUnderAReleaseTag() {
    crate(".", "engine", "1.0.0-dev.0");
    python("python", "engine-py", "1.0.0.dev0");
    release("v1.0.0");
    assertThat(errors()).contains("RS111 Cargo.toml");
  }

  @Test
  void a10APlaceholderInheritsNoTagsOfItsNeighbour() {
    pom(".", "engine", "4.0.1");
    crate("native", "native-bridge", "0.1.0");
    release("4.0.1-pre");
    pom(".", "engine", "5.0.0");
    release("v5.0.0");
    pom(".", "engine", "5.1.0-SNAPSHOT");
    git.write("native/src/lib.rs", "// x\n");
    commit("feat: native");
    assertThat(proposals()).noneMatch(p -> p.startsWith("native-bridge 5"));
    assertThat(proposals()).noneMatch(p -> p.startsWith("native-bridge") && p.endsWith(" v5.1.0"));
  }

  @Test
  void a14AnUncommittedBumpOnATaggedCommit() {
    crate(".", "engine", "1.0.0");
    release("v1.0.0");
    crate(".", "engine", "1.0.1");
    assertThat(errors()).isEmpty();
  }

  @Test
  void a17EqualByChanceIsNoGroupWhereEachHasTagsOfItsOwn() {
    workspace("a", "b");
    crate("a", "alpha", "0.2.0");
    crate("b", "beta", "0.1.9");
    release("alpha-v0.2.0");
    git.write("b/src/lib.rs", "//\n");
    release("beta-v0.1.9");
    crate("b", "beta", "0.2.0");
    release("beta-v0.2.0");
    git.write("b/src/lib.rs", "// y\n");
    git.commit("fix: beta only");
    assertThat(check().assessment().groups()).hasSize(2);
    assertThat(proposals()).containsExactly("beta 0.2.1 beta-v0.2.1");
  }

  @Test
  void a21ForgottenTwiceIsNamed() {
    crate(".", "engine", "1.0.0");
    pom("java", "engine-jar", "1.0.0");
    release("v1.0.0");
    crate(".", "engine", "1.1.0");
    release("v1.1.0");
    crate(".", "engine", "1.2.0");
    release("v1.2.0");
    commit("fix: y");
    assertThat(check().assessment().findings())
        .filteredOn(f -> f.place().file().equals("java/pom.xml"))
        .extracting(Problem::code)
        .containsExactly(Code.LEFT_BEHIND);
  }

  @Test
  void c3TheTagOfTheLeadIsTheTagOfTheGroup() {
    git.write(
        "Cargo.toml",
        "[workspace]\nmembers = [\"engine\", \"engine-fmt\"]\n\n[workspace.package]\nversion = \"5.0.0\"\n");
    for (String name : List.of("engine", "engine-fmt")) {
      git.write(
          name + "/Cargo.toml",
          "[package]\nname = \"" + name + "\"\nversion.workspace = true\nedition = \"2021\"\n");
      git.write(name + "/src/lib.rs", "");
    }
    commit("feat: first").annotatedTag("engine-v5.0.0").annotatedTag("engine-fmt-v5.0.0");
    git.write("engine/src/lib.rs", "//\n");
    git.commit("feat: y");
    assertThat(proposals()).containsExactly("engine 5.1.0 engine-v5.1.0");
  }

  @Test
  void c5TheFirstReleaseBesideASnapshot() {
    crate(".", "engine", "1.0.0");
    pom(".", "engine-jar", "1.0.0-SNAPSHOT");
    commit("feat: first");
    assertThat(proposals()).containsExactly("engine 1.0.0 v1.0.0");
  }
}

package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.process.SystemProcessRunner;
import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.CopySpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.testing.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What check says in the many states that a git repository can be in. */
class GitCircumstancesTest {

  @TempDir Path temp;
  private GitSandbox git;

  /** Released together as 1.0.0; the crate has moved on since, its jar has not. */
  @BeforeEach
  void aForgottenJar() {
    git = GitSandbox.init(temp.resolve("repository"));
    crate("engine", "1.0.0");
    pom("java/pom.xml", "1.0.0");
    git.commit("release");
  }

  private void forget() {
    crate("engine", "1.1.0");
    git.commit("go on");
  }

  @Test
  void aLinkedWorkTreeSeesTheTagsOfItsRepository() {
    git.annotatedTag("v1.0.0");
    forget();
    GitSandbox linked = git.linkedWorkTree(temp.resolve("linked"));
    assertThat(codes(check(linked.directory()))).containsExactly(Code.DRIFT_SINCE_TAG);
  }

  @Test
  void aDetachedHeadIsLikeAnyOther() {
    git.tag("v1.0.0");
    forget();
    git.git("checkout", "--quiet", "--detach");
    assertThat(codes(check(git.directory()))).containsExactly(Code.DRIFT_SINCE_TAG);
  }

  @Test
  void aShallowCloneSaysWhatItCannotKnowAndFindsWhatItCan() {
    git.write("pyproject.toml", maturin("engine/Cargo.toml", "1.0.0"));
    git.commit("wheel").annotatedTag("v1.0.0");
    forget();
    GitSandbox shallow = git.cloneTo(temp.resolve("shallow"), "--depth", "1");
    CheckResult result = check(shallow.directory());
    assertThat(codes(result)).contains(Code.PYTHON_DIFFERS_FROM_CRATE, Code.HISTORY_UNKNOWN);
    assertThat(result.failed()).isTrue();
  }

  @Test
  void aShallowCloneWithTheTagInReachFindsDrift() {
    git.annotatedTag("v1.0.0");
    forget();
    GitSandbox shallow = git.cloneTo(temp.resolve("shallow"), "--depth", "2");
    assertThat(codes(check(shallow.directory())))
        .containsExactly(Code.DRIFT_SINCE_TAG, Code.HISTORY_UNKNOWN);
  }

  @Test
  void aSubFolderAsRootHasItsOwnHistory() {
    git.write("sub/Cargo.toml", crateText("inner", "2.0.0")).write("sub/pom.xml", pomText("2.0.0"));
    git.commit("inner").annotatedTag("v2.0.0");
    git.write("sub/Cargo.toml", crateText("inner", "2.1.0")).commit("go on");
    CheckResult result = check(git.path("sub"));
    assertThat(codes(result)).containsExactly(Code.DRIFT_SINCE_TAG);
    assertThat(names(result)).containsExactly("cargo:inner", "maven:org.example:engine-jar");
  }

  @Test
  void aRootThatGitIgnoresIsReadAsItIs() {
    git.write(".gitignore", "build/\n").write("build/Cargo.toml", crateText("made", "3.0.0"));
    git.commit("ignore");
    CheckResult result = check(git.path("build"));
    assertThat(codes(result)).containsExactly(Code.NOT_A_REPOSITORY);
    assertThat(names(result)).containsExactly("cargo:made");
  }

  @Test
  void aBareRepositoryHasNothingToCheck() {
    GitSandbox bare = git.cloneTo(temp.resolve("bare.git"), "--bare");
    assertThat(codes(check(bare.directory())))
        .containsExactly(Code.NOTHING_TO_CHECK, Code.NOT_A_REPOSITORY);
  }

  @Test
  void aRepositoryWithoutCommitsSaysSo() {
    GitSandbox unborn = GitSandbox.init(temp.resolve("unborn"));
    unborn.write("Cargo.toml", crateText("new", "0.1.0"));
    assertThat(codes(check(unborn.directory()))).containsExactly(Code.HISTORY_UNKNOWN);
  }

  @Test
  void withoutGitOnThePathTheHistoryIsSeenAllTheSame() {
    git.annotatedTag("v1.0.0");
    forget();
    CheckResult result = check(git.directory(), new SystemProcessRunner(Map.of("PATH", "")));
    assertThat(codes(result)).containsExactly(Code.DRIFT_SINCE_TAG, Code.GIT_NOT_ON_PATH);
  }

  @Test
  void aTagOfATagIsTheTagOfItsCommit() {
    git.annotatedTag("inner");
    git.git("tag", "--annotate", "--message", "outer", "v1.0.0", "inner");
    forget();
    assertThat(codes(check(git.directory()))).containsExactly(Code.DRIFT_SINCE_TAG);
  }

  @Test
  @DisabledOnOs(
      value = OS.WINDOWS,
      disabledReason = "a reference is a file there, and Windows has no such file names")
  void oddTagNamesAreNeitherReleasesNorOptions() {
    git.annotatedTag("v1.0.0");
    forget();
    for (String odd : List.of("v1.2.0;rm_-rf", "v1.2.0\u202e", "v1.2.0$(id)", "v1.2.0&&id")) {
      git.tag(odd);
    }
    git.git("update-ref", "refs/tags/-v1", "HEAD");
    git.git("update-ref", "refs/tags/--output=x", "HEAD");
    CheckResult result = check(git.directory());
    assertThat(codes(result)).containsExactly(Code.DRIFT_SINCE_TAG);
    assertThat(result.assessment().findings().get(0).message()).endsWith("at v1.0.0");
  }

  @Test
  void theNewestTagIsNewestByDateAndNotByNumber() {
    crate("engine", "3.0.0");
    git.commit("a number too high").annotatedTag("v3.0.0");
    crate("engine", "1.0.0");
    git.commit("back").annotatedTag("v1.0.0");
    forget();
    CheckResult result = check(git.directory());
    assertThat(codes(result)).containsExactly(Code.DRIFT_SINCE_TAG);
    assertThat(result.assessment().findings().get(0).message()).endsWith("at v1.0.0");
  }

  @Test
  void aNewerTagOfSomethingElseDoesNotHideTheRelease() {
    git.annotatedTag("v1.0.0").commit("in between").annotatedTag("node-v0.1.0");
    forget();
    assertThat(codes(check(git.directory()))).containsExactly(Code.DRIFT_SINCE_TAG);
  }

  @Test
  void aNewerReleaseOfAHelperDoesNotHideThatOfTheOthers() {
    crate("helper", "0.3.0");
    git.commit("helper").annotatedTag("v1.0.0");
    git.commit("in between").annotatedTag("helper-v0.3.0");
    forget();
    CheckResult result = check(git.directory());
    assertThat(codes(result)).containsExactly(Code.DRIFT_SINCE_TAG);
    assertThat(result.assessment().findings().get(0).message()).endsWith("at v1.0.0");
  }

  @Test
  void anOlderReleaseOfAHelperIsNotHiddenByThatOfTheOthers() {
    crate("helper", "0.3.0");
    git.write("helper/pom.xml", pomText("0.3.0").replace("engine", "helper"));
    git.commit("helper").annotatedTag("help-0.3.0").commit("on").annotatedTag("v1.0.0");
    crate("helper", "0.4.0");
    git.commit("forget");
    CheckResult result = check(git.directory());
    assertThat(codes(result)).containsExactly(Code.DRIFT_SINCE_TAG);
    assertThat(result.assessment().findings().get(0).message()).endsWith("at help-0.3.0");
  }

  @Test
  void whatPartedSinceAnOldTagStaysApart() {
    git.annotatedTag("together-1.0.0");
    crate("engine", "1.1.0");
    git.commit("crate alone").annotatedTag("rust-1.1.0");
    crate("engine", "1.2.0");
    git.commit("go on");
    assertThat(codes(check(git.directory()))).isEmpty();
  }

  @Test
  void allTagsOfTheNewestReleasedCommitSpeak() {
    crate("tools", "1.0.0");
    git.commit("tools").annotatedTag("v1.0.0").annotatedTag("tools-v1.0.0");
    forget();
    CheckResult result = check(git.directory());
    assertThat(codes(result)).containsExactly(Code.DRIFT_SINCE_TAG, Code.DRIFT_SINCE_TAG);
    assertThat(result.assessment().groups().get(0).members()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "v1.1.3, 1.1.2",
    "v1.1.3, 1.1.3-rc.1",
    "v1.1.3, 1.1.3-dev",
    "v1.1.3-rc.2, 1.1.3-rc.1",
    "v1.1.3-rc.2, 1.1.2",
    "engine-v1.1.3, 1.1.2"
  })
  void aVersionThatWentBackBehindAReleaseIsFound(String tag, String now) {
    released(tag);
    crate("engine", now);
    git.commit("back");
    assertThat(codes(check(git.directory()))).containsExactly(Code.VERSION_BELOW_RELEASE);
  }

  @ParameterizedTest
  @CsvSource({
    "v1.1.3, 1.1.3",
    "v1.1.3, 1.1.4-dev",
    "v1.1.3, 1.0.9",
    "v1.1.3, 1.2.0-dev",
    "v1.1.3.post1, 1.1.3",
    "v1.1.3-rc.2, 1.1.3-dev",
    "v1.1.3-rc.2, 1.1.3",
    "v1.1.3-dev.1, 1.1.2",
    "v1.1.3, 0.0.0",
    "node-v1.1.3, 1.1.2"
  })
  void aVersionThatWentBackBehindNoneIsNot(String tag, String now) {
    released(tag);
    if (tag.startsWith("node")) {
      git.write("node.txt", "").commit("on").annotatedTag("v1.0.0");
    }
    crate("engine", now);
    git.commit("on");
    assertThat(codes(check(git.directory()))).doesNotContain(Code.VERSION_BELOW_RELEASE);
  }

  @Test
  void theHighestReleaseOfTheSeriesCountsWhereverItIsInHistory() {
    released("v1.1.3");
    released("v1.1.1");
    released("v2.0.0");
    crate("engine", "1.1.2");
    git.commit("back");
    CheckResult result = check(git.directory());
    assertThat(codes(result)).containsExactly(Code.VERSION_BELOW_RELEASE);
    assertThat(result.assessment().findings().get(0).help().toString()).endsWith("such as 1.1.4");
  }

  @Test
  void whatIsNeverPublishedMayGoBack() {
    git.write("engine/Cargo.toml", crateText("engine", "1.1.3") + "publish = false\n");
    git.delete("java/pom.xml").commit("release").annotatedTag("v1.1.3");
    git.write("engine/Cargo.toml", crateText("engine", "1.1.2") + "publish = false\n");
    git.commit("back");
    assertThat(codes(check(git.directory()))).isEmpty();
  }

  @Test
  void aShallowCloneDoesNotTellWhetherReleasesHaveHadEntries() {
    git.write("CHANGELOG.md", "## 1.0.2\n## 1.0.1\n").delete("java/pom.xml");
    for (String version : List.of("1.0.1", "1.0.2", "1.0.3")) {
      crate("engine", version);
      git.commit(version).annotatedTag("v" + version);
    }
    assertThat(codes(check(git.directory()))).containsExactly(Code.CHANGELOG_ENTRY_MISSING);
    GitSandbox shallow = git.cloneTo(temp.resolve("shallow"), "--depth", "3");
    assertThat(codes(check(shallow.directory()))).containsExactly(Code.HISTORY_UNKNOWN);
  }

  @Test
  void aChangelogThatIsNotKeptIsNotAskedFor() {
    git.write("CHANGELOG.md", "## 1.0.1\n## 0.9.0\n## Unreleased\n").delete("java/pom.xml");
    for (String version : List.of("1.0.1", "1.0.2", "1.0.3")) {
      crate("engine", version);
      git.commit(version).annotatedTag("v" + version);
    }
    assertThat(codes(check(git.directory()))).isEmpty();
  }

  /** The manifest says what the tag says. */
  private void released(String tag) {
    String version = tag.substring(tag.indexOf('v') + 1).replace(".post1", "");
    git.git("rm", "--quiet", "--ignore-unmatch", "java/pom.xml");
    crate("engine", version);
    git.commit("release").annotatedTag(tag);
  }

  @Test
  void aReleaseThatWasTaggedBesideMainCounts() {
    git.git("checkout", "--quiet", "-b", "side");
    git.commit("side").annotatedTag("v1.0.0");
    git.git("checkout", "--quiet", "main");
    forget();
    assertThat(codes(check(git.directory()))).containsExactly(Code.DRIFT_SINCE_TAG);
  }

  @Test
  void theManifestsOfASubmoduleAreNotOurs() {
    GitSandbox other = GitSandbox.init(temp.resolve("other"));
    other.write("Cargo.toml", crateText("theirs", "7.0.0")).commit("theirs");
    git.git("submodule", "--quiet", "add", other.directory().toUri().toString(), "theirs");
    git.commit("submodule");
    assertThat(names(check(git.directory())))
        .containsExactly("cargo:engine", "maven:org.example:engine-jar");
  }

  @Test
  void aMemberInASubmoduleIsNamedOnceAndNotRead() {
    GitSandbox other = GitSandbox.init(temp.resolve("other"));
    other.write("Cargo.toml", "[[[ broken").commit("theirs");
    git.git("submodule", "--quiet", "add", other.directory().toUri().toString(), "theirs");
    git.write("Cargo.toml", "[workspace]\nmembers = [\"engine\", \"theirs\"]\n");
    git.commit("submodule");
    CheckResult result = check(git.directory());
    assertThat(codes(result)).containsExactly(Code.MANIFEST_LEFT_OUT);
    assertThat(result.assessment().findings().get(0).message())
        .isEqualTo("left out: member `theirs` is ignored by git, or of a submodule");
  }

  @Test
  void namesCountAsWrittenWhateverGitThinksOfCase() {
    git.git("config", "core.ignorecase", "true");
    git.write("loud/Cargo.TOML", crateText("loud", "9.0.0"));
    git.write("loud/PYPROJECT.toml", "[project]\nname = \"loud\"\nversion = \"9.0.0\"\n");
    git.commit("loud");
    assertThat(names(check(git.directory())))
        .containsExactly("cargo:engine", "maven:org.example:engine-jar");
  }

  @Test
  void aMemberOutsideTheSparseCheckoutIsNoMissingMember() {
    git.write("Cargo.toml", "[workspace]\nmembers = [\"engine\", \"far/away\"]\n");
    crate("far/away", "1.0.0");
    git.commit("workspace").annotatedTag("v1.0.0");
    git.git("sparse-checkout", "set", "engine", "java");
    CheckResult result = check(git.directory());
    assertThat(codes(result)).containsExactly(Code.MANIFEST_LEFT_OUT);
    assertThat(result.failed()).isFalse();
    assertThat(result.assessment().findings().get(0).message())
        .isEqualTo("left out: 1 manifest outside the sparse checkout: far/away/Cargo.toml");
  }

  @Test
  void aCopyOutsideTheSparseCheckoutIsNoMissingCopy() {
    git.write("docs/use.md", "engine 1.0.0\n").write("docs/gone.md", "").commit("docs");
    git.git("sparse-checkout", "set", "engine", "java");
    assertThat(codes(checkCopies("docs/use.md;docs/*.md", "engine=cargo:engine"))).isEmpty();
    assertThat(codes(checkCopies("docs/other.md;docs/*.txt", "engine=cargo:engine")))
        .containsExactly(Code.COPY_DIFFERS, Code.COPY_DIFFERS);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "making a link needs a right there")
  void aCopyThatIsALinkOutOfTheRepositoryIsNotRead() throws IOException {
    Files.writeString(temp.resolve("secret.md"), "engine-0.1.0");
    Files.createSymbolicLink(git.path("link.md"), temp.resolve("secret.md"));
    assertThat(codes(checkCopies("link.md", "engine=cargo:engine")))
        .containsExactly(Code.FILE_UNREADABLE);
  }

  @Test
  void inAShallowCloneADevelopedVersionsCopyMayStateAnyLowerRelease() {
    crate("engine", "1.1.0-dev.0");
    git.write("README.md", "engine = \"1.0.0\"\n").write("VERSION", "1.1.0\n").commit("go on");
    GitSandbox shallow = git.cloneTo(temp.resolve("shallow"), "--depth", "1");
    assertThat(check(shallow.directory(), "README.md;VERSION={version}", "engine=cargo:engine"))
        .satisfies(
            result ->
                assertThat(result.assessment().findings())
                    .filteredOn(f -> f.code() == Code.COPY_DIFFERS)
                    .extracting(f -> f.place().file())
                    .containsExactly("VERSION"));
  }

  @Test
  void configuredGroupsHaveForgottenCopiesToo() {
    git.write("README.md", "engine = \"1.0.0\"\n").commit("readme").annotatedTag("v1.0.0");
    crate("engine", "1.1.0");
    git.commit("go on");
    assertThat(codes(checkCopies("", "engine=cargo:engine"))).containsExactly(Code.STALE_COPY);
  }

  @Test
  void aMemberThatWasDeletedIsMissing() {
    git.write("Cargo.toml", "[workspace]\nmembers = [\"engine\"]\n").commit("workspace");
    git.delete("engine/Cargo.toml");
    assertThat(codes(check(git.directory()))).containsExactly(Code.MEMBER_MISSING);
  }

  @Test
  void pathsBeyondAsciiAreReadWhateverGitWouldQuote() {
    git.git("config", "core.quotepath", "true");
    git.write("Cargo.toml", "[workspace]\nmembers = [\"größe\", \"日本 語\"]\n");
    git.write("größe/Cargo.toml", crateText("one", "1.0.0"));
    git.write("日本 語/Cargo.toml", crateText("two", "1.0.0"));
    git.commit("names").annotatedTag("v1.0.0");
    git.write("größe/Cargo.toml", crateText("one", "1.1.0"));
    git.write("engine/Cargo.toml", crateText("engine", "1.1.0"));
    git.write("java/pom.xml", pomText("1.1.0"));
    assertThat(check(git.directory()).assessment().findings())
        .filteredOn(f -> f.code() == Code.DRIFT_SINCE_TAG)
        .extracting(f -> f.place().file())
        .containsExactly("日本 語/Cargo.toml");
  }

  private void crate(String folder, String version) {
    git.write(folder + "/Cargo.toml", crateText(folder.replace('/', '-'), version));
  }

  private void pom(String path, String version) {
    git.write(path, pomText(version));
  }

  private static String crateText(String name, String version) {
    return "[package]\nname = \""
        + name
        + "\"\nversion = \""
        + version
        + "\"\ndescription = \"x\"\nlicense = \"MIT\"\n";
  }

  private static String pomText(String version) {
    return "<project>\n  <groupId>org.example</groupId>\n  <artifactId>engine-jar</artifactId>\n"
        + "  <version>"
        + version
        + "</version>\n</project>\n";
  }

  private static String maturin(String manifest, String version) {
    return "[project]\nname = \"engine\"\nversion = \""
        + version
        + "\"\n[build-system]\nrequires = [\"maturin\"]\nbuild-backend = \"maturin\"\n"
        + "[tool.maturin]\nmanifest-path = \""
        + manifest
        + "\"\n";
  }

  private static CheckResult check(Path root) {
    return check(root, GitSandbox.runner());
  }

  private static CheckResult check(Path root, ProcessRunner runner) {
    return new ReleaseSync(runner)
        .check(
            new CheckRequest(root, Optional.of(root), Optional.empty(), List.of(), FailOn.ERROR));
  }

  private CheckResult checkCopies(String copies, String groups) {
    return check(git.directory(), copies, groups);
  }

  private static CheckResult check(Path root, String copies, String groups) {
    Settings settings =
        Settings.ofGroups(GroupSpec.parse(groups)).withCopies(CopySpec.parse(copies));
    return new ReleaseSync(GitSandbox.runner())
        .check(
            new CheckRequest(
                root, Optional.of(root), Optional.empty(), settings, List.of(), FailOn.ERROR));
  }

  private static List<Code> codes(CheckResult result) {
    return result.assessment().findings().stream().map(Problem::code).toList();
  }

  private static List<String> names(CheckResult result) {
    return result.assessment().workspace().packages().stream().map(Package::id).toList();
  }
}

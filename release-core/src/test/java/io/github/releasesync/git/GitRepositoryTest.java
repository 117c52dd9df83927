package io.github.releasesync.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.testing.GitSandbox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {

  private static final Set<String> MANIFESTS = Set.of("Cargo.toml", "pom.xml");

  @TempDir Path temp;

  private GitSandbox sandbox;

  @BeforeEach
  void repository() throws Exception {
    sandbox = GitSandbox.init(temp.toRealPath().resolve("r"));
  }

  private List<String> files() {
    return sandbox.open().files(sandbox.directory());
  }

  // files

  @Test
  void filesAreWhatGitTracksOrWouldTrack() {
    sandbox
        .write(".gitignore", "target/\n*.log\n")
        .write("b.txt", "")
        .write("a/tracked.log", "")
        .git("add", "--force", "a/tracked.log");
    sandbox.commit("one").write("new.txt", "").write("target/x", "").write("x.log", "");
    assertThat(files()).containsExactly(".gitignore", "a/tracked.log", "b.txt", "new.txt");
  }

  @Test
  void aTrackedFileThatIsGoneIsStillNamed() {
    sandbox.write("a.txt", "").write("b.txt", "").commit("one").delete("a.txt");
    assertThat(files()).containsExactly("a.txt", "b.txt");
  }

  @Test
  void aConflictedFileIsNamedOnce() {
    sandbox.write("a.txt", "0").commit("base").git("checkout", "--quiet", "-b", "other");
    sandbox.write("a.txt", "1").commit("ours").git("checkout", "--quiet", "main");
    sandbox.write("a.txt", "2").commit("theirs");
    assertThatThrownBy(() -> sandbox.git("merge", "other")).isInstanceOf(AssertionError.class);
    assertThat(files()).containsExactly("a.txt");
  }

  @Test
  void pathsAreRelativeToTheRoot() {
    sandbox.write("x/Cargo.toml", "").write("x/y/Cargo.toml", "").write("Cargo.toml", "");
    sandbox.write("x/z.txt", "").commit("one");
    GitRepository repository = sandbox.open();
    assertThat(repository.files(sandbox.path("x")))
        .containsExactly("Cargo.toml", "y/Cargo.toml", "z.txt");
    assertThat(repository.files(sandbox.path("x"), MANIFESTS))
        .containsExactly("Cargo.toml", "y/Cargo.toml");
  }

  @Test
  void filesOfThePastAreRegularOnesWhateverTheyAreCalled() {
    assumeUnixNames();
    sandbox.write("Cargo.lock/x", "").write("a\rb/Cargo.lock", "1").write("c", "2");
    sandbox.commit("one");
    String commit = sandbox.git("rev-parse", "HEAD").strip();
    List<PastFile> files =
        Stream.of("d\re/Cargo.lock", "Cargo.lock", "a\rb/Cargo.lock", "c")
            .map(path -> new PastFile(commit, path))
            .toList();
    assertThat(
            sandbox
                .open()
                .contents(
                    sandbox.directory(),
                    files,
                    (file, bytes) -> new String(bytes, StandardCharsets.UTF_8)))
        .containsOnly(Map.entry(files.get(2), "1"), Map.entry(files.get(3), "2"));
  }

  @Test
  void aRootOutsideTheWorkTreeIsRefused() {
    GitRepository repository = sandbox.open();
    assertThatThrownBy(() -> repository.files(sandbox.directory().getParent()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesSelectFilesInEveryFolderAndAreNoPatterns() {
    assumeUnixNames();
    sandbox.write("Cargo.toml", "").write("a/b/Cargo.toml", "").write("a/Cargo.toml.orig", "");
    sandbox.write("NotCargo.toml", "").write("folder/Cargo.toml/x", "");
    sandbox.write("a/[ab]*?\\", "").write("a/bxy\\", "").write("pom.xml", "").commit("one");
    sandbox.write("untracked/Cargo.toml/x", "");
    GitRepository repository = sandbox.open();
    assertThat(repository.files(sandbox.directory(), MANIFESTS))
        .containsExactly("Cargo.toml", "a/b/Cargo.toml", "pom.xml");
    assertThat(repository.files(sandbox.directory(), Set.of("[ab]*?\\")))
        .containsExactly("a/[ab]*?\\");
    assertThat(repository.files(sandbox.directory(), Set.of())).isEmpty();
  }

  @Test
  void unusualNamesArriveAsTheyAre() {
    assumeUnixNames();
    List<String> names =
        List.of(
            " lead", "100644 0123 0\tx", "a b", "line\nend", "quote\"'", "tab\t", "é/\uD83E\uDD80");
    names.forEach(name -> sandbox.write(name, name));
    assertThat(files()).containsExactlyElementsOf(names);
    sandbox.commit("one");
    assertThat(files()).containsExactlyElementsOf(names);
    CommitTree tree = sandbox.open().at(sandbox.head(), sandbox.directory());
    assertThat(tree.files()).containsExactlyElementsOf(names);
    Map<String, byte[]> contents = tree.read(names);
    assertThat(contents.keySet()).containsExactlyElementsOf(names);
    contents.forEach(
        (name, content) -> assertThat(content).asString(StandardCharsets.UTF_8).isEqualTo(name));
  }

  @Test
  void submodulesAndNestedRepositoriesAreNoFiles() {
    GitSandbox other = GitSandbox.init(sandbox.directory().resolveSibling("other"));
    other.write("Cargo.toml", "").commit("one");
    sandbox.git("submodule", "--quiet", "add", other.directory().toUri().toString(), "vendor/sub");
    sandbox.write("Cargo.toml", "").commit("one");
    GitSandbox.init(sandbox.path("nested")).write("Cargo.toml", "").commit("one");
    GitRepository repository = sandbox.open();
    assertThat(files()).containsExactly(".gitmodules", "Cargo.toml");
    assertThat(repository.files(sandbox.directory(), MANIFESTS)).containsExactly("Cargo.toml");
    assertThat(repository.submodules(sandbox.directory())).containsExactly("vendor/sub");
    assertThat(repository.at(sandbox.head(), sandbox.directory()).files())
        .containsExactly(".gitmodules", "Cargo.toml");
  }

  // tags

  @Test
  void tagsAreNewestFirst() {
    sandbox.commit("one").tag("v1.0.0").tag("crate-v1.0.0");
    String one = sandbox.head();
    sandbox.commit("two").annotatedTag("v1.1.0");
    assertThat(sandbox.open().tagNames()).isSorted().isNotEmpty();
    List<Tag> tags = sandbox.open().tagsReachableFromHead();
    assertThat(tags)
        .containsExactly(
            new Tag("v1.1.0", sandbox.head(), true, GitSandbox.FIRST_COMMIT.plusSeconds(120)),
            new Tag("v1.0.0", one, false, GitSandbox.FIRST_COMMIT),
            new Tag("crate-v1.0.0", one, false, GitSandbox.FIRST_COMMIT));
    assertThat(sandbox.open().isAtHead(tags.get(0))).isTrue();
    assertThat(sandbox.open().isAtHead(tags.get(1))).isFalse();
  }

  @Test
  void tagsOfOtherBranchesAreNotReachable() {
    sandbox.commit("one").tag("v1.0.0").git("checkout", "--quiet", "-b", "other");
    sandbox.commit("two").tag("v2.0.0").git("checkout", "--quiet", "main");
    assertThat(sandbox.open().tagsReachableFromHead())
        .extracting(Tag::name)
        .containsExactly("v1.0.0");
  }

  @Test
  void onlyTagsOfCommitsCount() {
    sandbox.write("a.txt", "a").commit("one");
    sandbox.git("tag", "a-tree", "HEAD^{tree}");
    sandbox.git("tag", "--annotate", "--message=blob", "a-blob", "HEAD:a.txt");
    sandbox.annotatedTag("v1.0.0").git("tag", "--annotate", "--message=again", "again", "v1.0.0");
    assertThat(sandbox.open().tagsReachableFromHead())
        .extracting(Tag::name, Tag::commit, Tag::annotated)
        .containsExactly(
            tuple("again", sandbox.head(), true), tuple("v1.0.0", sandbox.head(), true));
  }

  @Test
  void unusualTagNamesArriveAsTheyAre() {
    sandbox.commit("one");
    List<String> names =
        List.of("é/\uD83E\uDD80", "v1.0.0+build", "quote\"'", "%00", "$(x);&", "HEAD");
    names.forEach(name -> sandbox.git("update-ref", "refs/tags/" + name, "HEAD"));
    assertThat(sandbox.open().tagsReachableFromHead())
        .extracting(Tag::name)
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void aTagWithoutATaggerIsAsOldAsItsCommit() throws Exception {
    sandbox.commit("one");
    Path object = sandbox.path(".git/tag");
    Files.writeString(object, "object " + sandbox.head() + "\ntype commit\ntag v0\n\nold\n");
    String id = sandbox.git("hash-object", "-t", "tag", "-w", "--literally", object.toString());
    sandbox.git("update-ref", "refs/tags/v0", id);
    assertThat(sandbox.open().tagsReachableFromHead())
        .containsExactly(new Tag("v0", sandbox.head(), true, GitSandbox.FIRST_COMMIT));
  }

  @Test
  void objectsNamedBySha256Work() {
    GitSandbox sha256 =
        GitSandbox.init(sandbox.directory().resolveSibling("sha256"), "--object-format=sha256");
    sha256.write("Cargo.toml", "x").commit("one").annotatedTag("v1.0.0");
    GitRepository repository = sha256.open();
    assertThat(repository.head().orElseThrow()).hasSize(64);
    assertThat(repository.isAtHead(repository.tagsReachableFromHead().get(0))).isTrue();
    assertThat(repository.files(sha256.directory())).containsExactly("Cargo.toml");
    assertThat(repository.at(sha256.head(), sha256.directory()).read(List.of("Cargo.toml")))
        .containsOnlyKeys("Cargo.toml");
  }

  // old trees

  @Test
  void anOldTreeIsReadAsItWas() {
    sandbox.write("Cargo.toml", "old").write("a/pom.xml", "old pom").write("a/b.txt", "b");
    sandbox.commit("one").tag("v1.0.0");
    sandbox.write("Cargo.toml", "new").delete("a/pom.xml").commit("two");
    GitRepository repository = sandbox.open();
    String commit = repository.tagsReachableFromHead().get(0).commit();
    CommitTree tree = repository.at(commit, sandbox.directory());
    assertThat(tree.files(MANIFESTS)).containsExactly("Cargo.toml", "a/pom.xml");
    assertThat(text(tree.read(List.of("a/pom.xml", "Cargo.toml", "gone.txt"))))
        .isEqualTo(Map.of("Cargo.toml", "old", "a/pom.xml", "old pom"));
    CommitTree below = repository.at(commit, sandbox.path("a"));
    assertThat(below.files()).containsExactly("b.txt", "pom.xml");
    assertThat(text(below.read(below.files()))).containsEntry("pom.xml", "old pom");
  }

  @Test
  void aRootThatDidNotExistThenHeldNothing() {
    sandbox.write("a.txt", "").commit("one");
    String before = sandbox.head();
    sandbox.write("later/Cargo.toml", "").commit("two");
    CommitTree tree = sandbox.open().at(before, sandbox.path("later"));
    assertThat(tree.files()).isEmpty();
    assertThat(tree.read(List.of("Cargo.toml"))).isEmpty();
  }

  @Test
  void filesOfOneContentAreAllRead() {
    sandbox.write("a/Cargo.toml", "same\n").write("b/Cargo.toml", "same\n").write("empty", "");
    sandbox.commit("one");
    CommitTree tree = sandbox.open().at(sandbox.head(), sandbox.directory());
    assertThat(text(tree.read(tree.files())))
        .isEqualTo(Map.of("a/Cargo.toml", "same\n", "b/Cargo.toml", "same\n", "empty", ""));
  }

  @Test
  void aHugeFileIsNotRead() {
    sandbox.write("Cargo.toml", "x".repeat((int) CommitTree.SIZE_LIMIT + 1)).write("pom.xml", "p");
    sandbox.commit("one");
    CommitTree tree = sandbox.open().at(sandbox.head(), sandbox.directory());
    assertThat(text(tree.read(tree.files(MANIFESTS)))).isEqualTo(Map.of("pom.xml", "p"));
  }

  @Test
  void manyLargeFilesAreReadInParts() {
    for (int i = 0; i < 9; i++) {
      sandbox.write(i + "/Cargo.toml", Integer.toString(i).repeat((int) CommitTree.SIZE_LIMIT));
    }
    sandbox.commit("one");
    CommitTree tree = sandbox.open().at(sandbox.head(), sandbox.directory());
    Map<String, byte[]> contents = tree.read(tree.files());
    assertThat(contents).hasSize(9);
    assertThat(contents.get("8/Cargo.toml")).hasSize((int) CommitTree.SIZE_LIMIT).startsWith('8');
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "making symbolic links needs a privilege")
  void aSymbolicLinkIsAFileOfTheWorkTreeButNotOfACommit() throws Exception {
    sandbox.write("real.toml", "");
    Files.createSymbolicLink(sandbox.path("Cargo.toml"), Path.of("real.toml"));
    sandbox.commit("one");
    assertThat(files()).containsExactly("Cargo.toml", "real.toml");
    assertThat(sandbox.open().at(sandbox.head(), sandbox.directory()).files())
        .containsExactly("real.toml");
  }

  @Test
  void onlyACommitIdNamesACommit() {
    sandbox.commit("one");
    GitRepository repository = sandbox.open();
    for (String other : List.of("HEAD", "--help", sandbox.head().substring(1), "")) {
      assertThatThrownBy(() -> repository.at(other, sandbox.directory()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aCommitThatIsNotThereIsAProblemOfGit() {
    GitRepository repository = sandbox.open();
    ReleaseException refused =
        catchThrowableOfType(
            ReleaseException.class, () -> repository.at("0".repeat(40), sandbox.directory()));
    assertThat(refused.problem().code()).isEqualTo(Code.GIT_FAILED);
    assertThat(refused.problem().message()).startsWith("git ls-tree: ");
  }

  // hostile repositories

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs here are shell scripts")
  void noProgramOfTheRepositoryIsRun() throws Exception {
    sandbox.write("Cargo.toml", "x").commit("one").annotatedTag("v1.0.0");
    Path witness = sandbox.directory().resolveSibling("witness");
    Path evil = sandbox.path(".git/hooks/evil");
    Files.createDirectories(evil.getParent());
    Files.writeString(evil, "#!/bin/sh\ntouch '" + witness + "'\n");
    assertThat(evil.toFile().setExecutable(true)).isTrue();
    Files.copy(evil, evil.resolveSibling("post-index-change"));
    Files.copy(evil, evil.resolveSibling("fsmonitor-watchman"));
    for (String key :
        List.of(
            "core.fsmonitor",
            "core.pager",
            "core.editor",
            "core.askPass",
            "core.sshCommand",
            "gpg.program",
            "diff.external",
            "filter.evil.clean",
            "filter.evil.smudge",
            "filter.evil.process",
            "credential.helper")) {
      sandbox.git("config", key, evil.toString());
    }
    sandbox.git("config", "core.untrackedCache", "true");
    sandbox.write(".gitattributes", "* filter=evil diff=evil\n").write("Cargo.toml", "changed");

    GitRepository repository = sandbox.open();
    repository.files(sandbox.directory());
    repository.files(sandbox.directory(), MANIFESTS);
    repository.submodules(sandbox.directory());
    CommitTree tree =
        repository.at(repository.tagsReachableFromHead().get(0).commit(), sandbox.directory());
    assertThat(text(tree.read(tree.files()))).containsEntry("Cargo.toml", "x");
    assertThat(repository.isPartial()).isFalse();
    repository.commitsSince(List.of(), Optional.of(sandbox.directory()), commit -> {});
    assertThat(witness).doesNotExist();

    // The trap works: git itself falls into it.
    sandbox.git("status");
    assertThat(witness).exists();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs here are shell scripts")
  void aPartialCloneIsRecognizedAndNothingIsFetched() throws Exception {
    sandbox.write("Cargo.toml", "old").commit("one").tag("v1.0.0");
    String old = sandbox.head();
    sandbox.write("Cargo.toml", "new").commit("two");
    sandbox.git("config", "uploadpack.allowFilter", "true");
    GitSandbox partial =
        sandbox.cloneTo(sandbox.directory().resolveSibling("partial"), "--filter=blob:none");
    Path witness = sandbox.directory().resolveSibling("witness");
    Path evil =
        Files.writeString(partial.path(".git/evil"), "#!/bin/sh\ntouch '" + witness + "'\n");
    assertThat(evil.toFile().setExecutable(true)).isTrue();
    partial.git("config", "remote.origin.uploadpack", evil.toString());

    GitRepository repository = partial.open();
    assertThat(repository.isPartial()).isTrue();
    assertThat(repository.isShallow()).isFalse();
    CommitTree tree = repository.at(old, partial.directory());
    assertThat(tree.files()).containsExactly("Cargo.toml");
    assertThat(
            catchThrowableOfType(ReleaseException.class, () -> tree.read(tree.files()))
                .problem()
                .code())
        .isEqualTo(Code.GIT_FAILED);
    assertThat(witness).doesNotExist();
  }

  @Test
  void readingLeavesTheRepositoryUntouched() throws Exception {
    sandbox.write("Cargo.toml", "x").commit("one").write("Cargo.toml", "changed");
    byte[] index = Files.readAllBytes(sandbox.path(".git/index"));
    GitRepository repository = sandbox.open();
    repository.files(sandbox.directory(), MANIFESTS);
    assertThat(Files.readAllBytes(sandbox.path(".git/index"))).isEqualTo(index);
    assertThat(sandbox.path(".git/index.lock")).doesNotExist();
  }

  private static Map<String, String> text(Map<String, byte[]> contents) {
    return contents.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, e -> new String(e.getValue(), StandardCharsets.UTF_8)));
  }

  private static void assumeUnixNames() {
    assumeFalse(OS.current() == OS.WINDOWS, "Windows does not have these file names");
  }

  // changes

  @Test
  void changesAreWhatACommitWouldTakeIn() {
    sandbox.write(".gitignore", "target/\n").write("a", "1").write("b", "1").write("x/c", "1");
    sandbox.commit("one");
    assertThat(sandbox.open().changes(sandbox.directory())).isEmpty();

    sandbox.write("a", "2").delete("b").write("new/file", "").write("target/t", "");
    sandbox.write("x/ü", "").git("mv", "x/c", "x/d");

    assertThat(sandbox.open().changes(sandbox.directory()))
        .containsExactly("a", "b", "new/", "x/c", "x/d", "x/ü");
    assertThat(sandbox.open().changes(sandbox.path("x"))).containsExactly("x/c", "x/d", "x/ü");
  }

  @Test
  void theTimeOfHeadIsThatOfItsCommitter() {
    assertThat(sandbox.open().headTime()).isEmpty();
    sandbox.commit("one").commit("two");
    assertThat(sandbox.open().headTime()).contains(GitSandbox.FIRST_COMMIT.plusSeconds(60));
  }

  // texts

  @Test
  void trackedTextFilesAreFoundByWhatStandsInThem() {
    sandbox
        .write("a/README.md", "engine 1.1.0b1\n")
        .write("a/other.md", "1x1x0\n")
        .write("b/größe.txt", "-e 1.1.0\n")
        .write("binary", "\0 1.1.0")
        .commit("one")
        .write("new.txt", "1.1.0");
    assertThat(withAnyOf("1.1.0", "-e")).containsExactly("a/README.md", "b/größe.txt");
    assertThat(withAnyOf("nowhere")).isEmpty();
  }

  @Test
  void whatIsFoundIsNamedFromTheRootWhateverGitIsConfiguredTo() {
    sandbox.write("sub/a.txt", "1.1.0").write("b.txt", "1.1.0").commit("one");
    sandbox.git("config", "grep.fullName", "true");
    sandbox.git("config", "grep.patternType", "perl");
    sandbox.git("config", "grep.lineNumber", "true");
    sandbox.git("config", "color.ui", "always");
    assertThat(sandbox.open().filesWithAnyOf(sandbox.path("sub"), Set.of("1.1.0")))
        .containsExactly("a.txt");
  }

  private List<String> withAnyOf(String... texts) {
    return sandbox.open().filesWithAnyOf(sandbox.directory(), Set.of(texts));
  }
}

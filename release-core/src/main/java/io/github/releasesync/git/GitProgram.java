package io.github.releasesync.git;

import io.github.releasesync.process.ProcessResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The user's own git as a reader: each question is a call, or a few. */
final class GitProgram implements GitReader {

  private final GitCalls calls;
  private final Path workTree;

  GitProgram(GitCalls calls, Path workTree) {
    this.calls = calls;
    this.workTree = workTree;
  }

  @Override
  public boolean isGitProgram() {
    return true;
  }

  @Override
  public boolean isPartial() {
    ProcessResult found =
        calls.attempt(
            workTree,
            "config",
            "--get-regexp",
            "^(extensions\\.partialclone|remote\\..*\\.promisor)$");
    if (found.exitCode() > 1) {
      throw GitCalls.failed("config", found);
    }
    return found.succeeded();
  }

  @Override
  public Instant commitTime(String commit) {
    return Instant.ofEpochSecond(Long.parseLong(show("--format=%ct", commit).strip()));
  }

  @Override
  public List<String> changes(Path folder) {
    byte[] output =
        calls.output(folder, "status", "--porcelain=v1", "-z", "--no-renames", "--", ".");
    // "XY <path>"
    return NulSeparated.split(output).stream().map(entry -> entry.substring(3)).sorted().toList();
  }

  @Override
  public Optional<String> branch() {
    // In full: git shortens a name that a tag has too to heads/NAME.
    return found(calls.attempt(workTree, "symbolic-ref", "--quiet", "HEAD"))
        .map(name -> name.replaceFirst("^refs/heads/", ""));
  }

  @Override
  public Optional<String> resolve(String revision) {
    return found(
        calls.attempt(workTree, "rev-parse", "--verify", "--quiet", "--end-of-options", revision));
  }

  private static Optional<String> found(ProcessResult result) {
    return result.succeeded() ? Optional.of(result.outputText().strip()) : Optional.empty();
  }

  @Override
  public String message(String commit) {
    return show("--format=%B", commit);
  }

  private String show(String format, String commit) {
    byte[] output =
        calls.output(workTree, "show", "--no-patch", "--no-show-signature", format, commit);
    return new String(output, StandardCharsets.UTF_8);
  }

  @Override
  public List<String> remoteBranchesWith(String commit) {
    byte[] output =
        calls.output(
            workTree,
            "for-each-ref",
            "--contains=" + commit,
            "--format=%(refname:strip=2)",
            "refs/remotes");
    return new String(output, StandardCharsets.UTF_8).lines().toList();
  }

  @Override
  public List<String> commitsOf(Path folder, String path, int most) {
    byte[] output =
        calls.output(
            folder,
            "log",
            "--no-show-signature",
            "--first-parent",
            "--max-count=" + most,
            "--format=%H",
            "--",
            ":(literal)" + path);
    return new String(output, StandardCharsets.US_ASCII).lines().toList();
  }

  @Override
  public int behind(String reference) {
    byte[] output = calls.output(workTree, "rev-list", "--count", "HEAD.." + reference, "--");
    return Integer.parseInt(new String(output, StandardCharsets.US_ASCII).strip());
  }

  @Override
  public Optional<String> mergeBase(String one, String other) {
    return found(calls.attempt(workTree, "merge-base", one, other));
  }

  @Override
  public int ahead(String commit) {
    byte[] output = calls.output(workTree, "rev-list", "--count", "HEAD.." + commit, "--");
    return Integer.parseInt(new String(output, StandardCharsets.US_ASCII).strip());
  }

  @Override
  public boolean hasChanged(Path folder, Set<String> fileNames) {
    List<String> arguments =
        new ArrayList<>(List.of("diff", "--name-only", "-z", "--no-renames", "HEAD", "--"));
    fileNames.stream().sorted().map(FileLister::anywhere).forEach(arguments::add);
    return calls.output(folder, arguments.toArray(String[]::new)).length > 0;
  }

  @Override
  public FileListing files(Path folder, Set<String> fileNames) {
    return FileLister.list(calls, folder, fileNames);
  }

  @Override
  public List<Tag> tags() {
    return tagReader().all();
  }

  @Override
  public List<Tag> tagsReachableFrom(String commit) {
    return tagReader().reachableFrom(commit);
  }

  @Override
  public List<Tag> reachable(String commit, List<Tag> tags) {
    return tagReader().reachableFrom(commit, tags);
  }

  private TagReader tagReader() {
    return new TagReader(calls, workTree);
  }

  @Override
  public CommitTree tree(String commit, Path folder) {
    return new TreeReader(calls, folder).read(commit);
  }

  @Override
  public <T> Map<PastFile, T> contents(
      Path folder, Collection<PastFile> files, BiFunction<PastFile, byte[], T> value) {
    String prefix = workTree.relativize(folder).toString().replace('\\', '/');
    return new TreeReader(calls, workTree)
        .contents(prefix.isEmpty() ? "" : prefix + "/", files, value);
  }

  @Override
  public void commitsSince(
      String commit, Collection<String> others, Optional<Path> folder, Consumer<Commit> each) {
    new CommitReader(calls, workTree).since(commit, others, folder, each);
  }

  @Override
  public List<Commit> commitsMissing(String commit, String other) {
    return new CommitReader(calls, workTree).missing(commit, other);
  }

  @Override
  public List<String> filesWithAnyOf(Path folder, Set<String> texts) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("grep", "-I", "-l", "-z", "-F", "--no-color", "--no-full-name"));
    arguments.add("--no-recurse-submodules");
    texts.stream().sorted().forEach(text -> arguments.addAll(List.of("-e", text)));
    arguments.addAll(List.of("--", "."));
    ProcessResult found = calls.attempt(folder, arguments.toArray(String[]::new));
    if (found.exitCode() > 1) {
      throw GitCalls.failed("grep", found);
    }
    return NulSeparated.split(found.output()).stream().sorted().toList();
  }
}

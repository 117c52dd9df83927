package io.github.releasesync.testing;

import io.github.releasesync.git.Commit;
import io.github.releasesync.git.CommitTree;
import io.github.releasesync.git.Git;
import io.github.releasesync.git.GitAnswer;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.NotARepository;
import io.github.releasesync.git.PastFile;
import io.github.releasesync.git.Tag;
import io.github.releasesync.git.jgit.JGit;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.process.SystemProcessRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Asks the user's own git and JGit the same questions of one repository. */
public final class BothReaders {

  private static final Set<String> NAMES =
      Set.of("Cargo.toml", "Cargo.lock", "pyproject.toml", "pom.xml", "we[i]rd*.toml");
  private static final Set<String> TEXTS = Set.of("1.1.0", "-e", "version = \"");
  private static final int MOST_TREES = 4;

  private final Path home;
  private final List<String> differences = new ArrayList<>();
  private int questions;

  /** Readers for a user whose home is that folder. */
  public BothReaders(Path home) {
    this.home = home;
  }

  /** Where the answers differ, of all that was asked. */
  public List<String> differences() {
    return differences;
  }

  /** How many questions were asked. */
  public int questions() {
    return questions;
  }

  /** Git with the configuration of that user only. */
  public ProcessRunner runner() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("HOME", home.toString());
    environment.remove("XDG_CONFIG_HOME");
    ProcessRunner system = new SystemProcessRunner(environment);
    return command -> system.run(command.withEnvironment("GIT_CONFIG_NOSYSTEM", "1"));
  }

  /** JGit with the configuration of that user only. */
  public JGit jgit() {
    return new JGit(Map.of("HOME", home.toString(), "GIT_CONFIG_NOSYSTEM", "1"));
  }

  /** Asks everything, of the repository around a folder. */
  public BothReaders compare(Path directory) {
    GitAnswer git = new Git(runner()).open(directory);
    GitAnswer jgit = jgit().open(directory);
    if (git instanceof GitRepository one && jgit instanceof GitRepository other) {
      new Comparison(directory, one, other).all();
    } else {
      same("whether there is one at " + directory, kind(git), kind(jgit));
    }
    return this;
  }

  private static String kind(GitAnswer answer) {
    return answer instanceof NotARepository none ? none.reason() : "a repository";
  }

  private void same(String question, Object git, Object jgit) {
    questions++;
    if (!git.equals(jgit)) {
      differences.add(question + "\n    git  " + git + "\n    jgit " + jgit);
    }
  }

  private final class Comparison {

    private final Path directory;
    private final GitRepository git;
    private final GitRepository jgit;

    Comparison(Path directory, GitRepository git, GitRepository jgit) {
      this.directory = directory;
      this.git = git;
      this.jgit = jgit;
    }

    void all() {
      ask("work tree", GitRepository::workTree);
      ask("shallow", GitRepository::isShallow);
      ask("partial", GitRepository::isPartial);
      ask("head", GitRepository::head);
      ask("head time", GitRepository::headTime);
      ask("branch", GitRepository::branch);
      ask("all tags", GitRepository::tags);
      ask("tags of HEAD", GitRepository::tagsReachableFromHead);
      ask("some tags", r -> r.reachable(git.tags().stream().limit(2).toList()));
      folder(directory);
      folders().stream().limit(MOST_TREES).forEach(this::folder);
      git.head().ifPresent(this::history);
    }

    private List<Path> folders() {
      return git.files(directory).stream()
          .filter(file -> file.contains("/"))
          .map(file -> directory.resolve(file.substring(0, file.lastIndexOf('/'))))
          .filter(folder -> folder.toFile().isDirectory() && isReal(folder))
          .distinct()
          .toList();
    }

    private boolean isReal(Path folder) {
      try {
        return folder.toRealPath().equals(folder);
      } catch (java.io.IOException e) {
        return false;
      }
    }

    private void folder(Path folder) {
      String where = " of " + directory.relativize(folder);
      ask("files" + where, r -> r.files(folder));
      ask("files by name" + where, r -> r.files(folder, NAMES));
      ask("not checked out" + where, r -> r.filesNotCheckedOut(folder, NAMES));
      ask("submodules" + where, r -> r.submodules(folder));
      ask("changes" + where, r -> r.changes(folder));
      ask("texts" + where, r -> r.filesWithAnyOf(folder, TEXTS));
      ask("paths" + where, r -> r.pathsOf(folder, List.of("x")));
    }

    private void history(String head) {
      ask("message", r -> r.message(head));
      for (String name : List.of("HEAD", "HEAD^1", "HEAD^2", "HEAD~3", "refs/tags/v1", "nothing")) {
        ask("id of " + name, r -> r.resolve(name));
      }
      ask("remote branches", r -> r.remoteBranchesWith(head));
      if (git.resolve("refs/remotes/origin/main").isPresent()) {
        ask("behind", r -> r.behind("refs/remotes/origin/main"));
      }
      ask("commits of a file", r -> r.commitsOf(directory, "Cargo.toml", 3));
      ask("all commits", r -> commits(r, List.of(), Optional.of(directory)));
      ask("all commits without paths", r -> commits(r, List.of(), Optional.empty()));
      List<Tag> tags = git.tagsReachableFromHead();
      tags.stream()
          .limit(MOST_TREES)
          .forEach(tag -> ask("since " + tag, r -> commits(r, List.of(tag.commit()), none())));
      ask("since all", r -> commits(r, tags.stream().map(Tag::commit).toList(), none()));
      folders().stream()
          .limit(1)
          .forEach(f -> ask("below " + f, r -> commits(r, List.of(), Optional.of(f))));
      tree(head, directory);
      tags.stream().limit(MOST_TREES).forEach(tag -> tree(tag.commit(), directory));
      folders().stream().limit(1).forEach(f -> tree(head, f));
    }

    private Optional<Path> none() {
      return Optional.empty();
    }

    private void tree(String commit, Path folder) {
      ask("files of " + commit, r -> r.at(commit, folder).files());
      ask("contents of " + commit, r -> contents(r.at(commit, folder)));
      List<PastFile> files =
          git.at(commit, folder).files().stream()
              .filter(path -> path.indexOf('\n') < 0)
              .map(path -> new PastFile(commit, path))
              .toList();
      ask("some files of " + commit, r -> new HashMap<>(r.contents(folder, files, hash())));
    }

    private BiFunction<PastFile, byte[], Integer> hash() {
      return (file, bytes) -> Arrays.hashCode(bytes);
    }

    private Map<String, Integer> contents(CommitTree tree) {
      Map<String, Integer> hashes = new TreeMap<>();
      tree.read(tree.files()).forEach((path, bytes) -> hashes.put(path, Arrays.hashCode(bytes)));
      return hashes;
    }

    private List<Commit> commits(
        GitRepository repository, List<String> others, Optional<Path> folder) {
      List<Commit> commits = new ArrayList<>();
      repository.commitsSince(others, folder, commits::add);
      return commits;
    }

    private void ask(String question, Function<GitRepository, Object> asked) {
      same(question, answer(git, asked), answer(jgit, asked));
    }

    private static Object answer(GitRepository repository, Function<GitRepository, Object> asked) {
      try {
        return asked.apply(repository);
      } catch (io.github.releasesync.problem.ReleaseException e) {
        return e.problem().code();
      }
    }
  }
}

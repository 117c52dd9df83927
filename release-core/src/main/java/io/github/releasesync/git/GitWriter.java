package io.github.releasesync.git;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.Command;
import io.github.releasesync.process.ProcessException;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.process.ProcessRunner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Changes a repository with the user's own git: hooks run, git signs as configured, and uses the
 * author's name. Every method throws {@link ReleaseException} with {@link Code#GIT_FAILED} if git
 * refuses; the repository is then unchanged.
 */
public final class GitWriter {

  /** A hook may run tests, and a passphrase may have to be typed. */
  private static final Duration TIMEOUT = Duration.ofMinutes(30);

  /** The variables by which git, its hooks and its signers find the user and the keys. */
  private static final Set<String> PASSED_ON =
      Set.of(
          "GIT_AUTHOR_NAME",
          "GIT_AUTHOR_EMAIL",
          "GIT_COMMITTER_NAME",
          "GIT_COMMITTER_EMAIL",
          "EMAIL",
          "USER",
          "LOGNAME",
          "GNUPGHOME",
          "GPG_TTY",
          "GPG_AGENT_INFO",
          "SSH_AUTH_SOCK",
          "SSH_AGENT_PID",
          "XDG_RUNTIME_DIR",
          "DISPLAY",
          "WAYLAND_DISPLAY",
          "TERM");

  /** The exit code of {@code git check-ignore} where no path is ignored. */
  private static final int NONE_IGNORED = 1;

  private static final Pattern REMOTE = Pattern.compile("remote\\.(.+)\\.[^.]+");

  private static final String UNLOCK =
      "wait until no git runs here; if none does, delete that file; then run this again";

  private final ProcessRunner runner;
  private final Path workTree;
  private final Map<String, String> environment;
  private Map<String, String> configuration;
  private Path indexLock;

  /**
   * A writer.
   *
   * @param runner the runner of git
   * @param workTree the top folder of the work tree
   * @param environment the variables of this process; only what git needs of them is passed on
   */
  public GitWriter(ProcessRunner runner, Path workTree, Map<String, String> environment) {
    this.runner = runner;
    this.workTree = workTree;
    this.environment = environment;
  }

  /**
   * Commits files as they are in the work tree, new and deleted ones included, with what a hook
   * stages meanwhile, and nothing else: other staged changes stay staged.
   *
   * @param paths from the top of the work tree, at least one
   * @param message the whole message
   * @return the commit's id in full
   */
  public String commit(List<String> paths, String message) {
    boolean alone = paths("diff", "--cached", "--name-only", "--no-ext-diff", "-z").isEmpty();
    List<String> there = paths.stream().filter(p -> Files.exists(workTree.resolve(p))).toList();
    if (!there.isEmpty()) {
      call("", with(List.of("add", "--intent-to-add", "--"), there));
    }
    // With --only, git holds the lock of the index while hooks run, also when it outlives us.
    List<String> commit = List.of("commit", "--quiet", "--file=-", "--cleanup=verbatim", "--only");
    call(message, with(with(commit, List.of("--")), paths));
    if (alone) {
      // What a hook staged is in the commit, and the index of --only does not know it.
      call("", List.of("reset", "--quiet"));
    }
    return text("rev-parse", "--verify", "HEAD^{commit}");
  }

  /**
   * The files that a commit has otherwise than an earlier one.
   *
   * @param before the earlier one
   * @param commit the commit
   * @return paths from the top of the work tree
   */
  public List<String> changed(String before, String commit) {
    return paths("diff-tree", "-r", "--name-only", "--no-renames", "-z", before, commit);
  }

  /**
   * Those of some files that the index has.
   *
   * @param paths from the top of the work tree
   * @return the tracked ones
   */
  public List<String> tracked(List<String> paths) {
    return paths.isEmpty()
        ? List.of()
        : paths(with(List.of("ls-files", "-z", "--"), paths).toArray(String[]::new));
  }

  /**
   * Those of some files that git ignores, whether they exist or not. A tracked file is not ignored.
   *
   * @param paths from the top of the work tree
   * @return the ignored ones
   */
  public List<String> ignored(List<String> paths) {
    if (paths.isEmpty()) {
      return List.of();
    }
    // With a colon first, a name would be a pattern to this command.
    String names = paths.stream().map(path -> "./" + path + "\0").collect(Collectors.joining());
    ProcessResult found = start(names, List.of("git", "check-ignore", "--stdin", "-z"), TIMEOUT);
    if (!found.succeeded() && found.exitCode() != NONE_IGNORED) {
      throw failed("git check-ignore: " + GitCalls.firstErrorLine(found), null);
    }
    return NulSeparated.split(found.output()).stream().map(path -> path.substring(2)).toList();
  }

  /**
   * The branch that is checked out now.
   *
   * @return its name without {@code refs/heads/}; an empty text where HEAD is detached
   */
  public String branch() {
    return run("", List.of("symbolic-ref", "--quiet", "HEAD"))
        .outputText()
        .strip()
        .replaceFirst("^refs/heads/", "");
  }

  private List<String> paths(String... arguments) {
    return NulSeparated.split(call("", List.of(arguments)).output());
  }

  /**
   * Makes an annotated tag. It is signed if git is configured to sign tags, or on request.
   *
   * @param name the tag's name
   * @param commit the commit to tag
   * @param message the whole message
   * @param sign whether it must be signed
   * @return the id of the tag object
   */
  public String tag(String name, String commit, String message, boolean sign) {
    call(
        message,
        List.of(
            "tag",
            sign ? "--sign" : "--annotate",
            "--file=-",
            "--cleanup=verbatim",
            "--",
            name,
            commit));
    return text("rev-parse", "--verify", "refs/tags/" + name);
  }

  /**
   * Deletes a tag, if it is unchanged.
   *
   * @param name the tag's name
   * @param object the id of the tag object
   */
  public void deleteTag(String name, String object) {
    call("", List.of("update-ref", "-d", "refs/tags/" + name, object));
  }

  /**
   * Removes the last commit of the current branch. Index and work tree stay.
   *
   * @param commit the last commit; any other commit is not removed
   * @param before the commit that the branch shall point to
   */
  public void takeBack(String commit, String before) {
    call("", List.of("update-ref", "-m", "release-sync: rollback", "HEAD", before, commit));
  }

  /**
   * Removes a file from the index, if it is there. The file itself stays.
   *
   * @param path from the top of the work tree
   */
  public void forget(String path) {
    call("", List.of("rm", "--cached", "--force", "--quiet", "--ignore-unmatch", "--", path));
  }

  /**
   * Restores files from a commit, in the index and in the work tree.
   *
   * @param commit the commit, which has all of them
   * @param paths from the top of the work tree
   */
  public void restore(String commit, List<String> paths) {
    if (!paths.isEmpty()) {
      call(
          "",
          with(List.of("restore", "--source=" + commit, "--staged", "--worktree", "--"), paths));
    }
  }

  /**
   * Pushes the current branch and tags together, or nothing.
   *
   * @param remote the remote's name
   * @param refs the references to push
   */
  public void push(String remote, List<String> refs) {
    call("", with(List.of("push", "--quiet", "--atomic", "--", remote), refs));
  }

  /**
   * The references of a remote with some names, if the remote can be reached. Nothing is fetched.
   *
   * @param remote the remote's name
   * @param refs full names, such as {@code refs/heads/main}
   * @return ids by name; empty if the remote does not answer within 20 seconds
   */
  public Optional<Map<String, String>> remoteRefs(String remote, List<String> refs) {
    ProcessResult found;
    try {
      found = run("", with(List.of("ls-remote", "--", remote), refs), Duration.ofSeconds(20));
    } catch (ReleaseException e) {
      return Optional.empty();
    }
    if (!found.succeeded()) {
      return Optional.empty();
    }
    Map<String, String> ids = new HashMap<>();
    found
        .outputText()
        .lines()
        .map(line -> line.split("\t", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> ids.put(parts[1], parts[0]));
    return Optional.of(ids);
  }

  /**
   * The references with some names, and those below them.
   *
   * @param names full names, such as {@code refs/heads/main}
   * @return full names; {@code refs/heads/main/x} too, if there is one
   */
  public List<String> references(List<String> names) {
    return call("", with(List.of("for-each-ref", "--format=%(refname)"), names))
        .outputText()
        .lines()
        .toList();
  }

  /**
   * A value of git's configuration.
   *
   * @param name such as {@code branch.main.remote}
   * @return the value, if it is set
   */
  public Optional<String> configured(String name) {
    return Optional.ofNullable(configuration().get(name)).map(String::strip);
  }

  /**
   * The remotes that are configured.
   *
   * @return their names
   */
  public List<String> remotes() {
    return configuration().keySet().stream()
        .map(REMOTE::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * The remote that git would fetch a branch from.
   *
   * @param branch the branch, if there is one
   * @return its own, else {@code origin}, else the only one; empty if there is none of these
   */
  public Optional<String> remoteOf(Optional<String> branch) {
    List<String> remotes = remotes();
    return branch
        .flatMap(name -> configured("branch." + name + ".remote"))
        .or(() -> remotes.stream().filter("origin"::equals).findFirst())
        .or(() -> remotes.stream().filter(name -> remotes.size() == 1).findFirst());
  }

  /**
   * Requires that the index has no lock of a running or killed git.
   *
   * @throws ReleaseException with {@link Code#GIT_FAILED} that names the lock
   */
  public void requireUnlocked() {
    locked()
        .ifPresent(
            problem -> {
              throw new ReleaseException(problem);
            });
  }

  /**
   * The lock of the index by a running or killed git.
   *
   * @return the problem that names the lock, if it is there
   */
  public Optional<Problem> locked() {
    if (indexLock == null) {
      indexLock = workTree.resolve(text("rev-parse", "--git-path", "index.lock"));
    }
    return Files.exists(indexLock)
        ? Optional.of(
            Problem.of(
                Code.GIT_FAILED,
                Place.of("."),
                indexLock + " exists: git is running here, or was killed",
                UNLOCK))
        : Optional.empty();
  }

  /** All settings by name, read once; for a name that is set several times, the last value. */
  private Map<String, String> configuration() {
    if (configuration == null) {
      Map<String, String> read = new HashMap<>();
      for (String entry : call("", List.of("config", "--list", "-z")).outputText().split("\0")) {
        // A line end separates name and value; a name without value means true.
        String[] parts = entry.split("\n", 2);
        read.put(parts[0], parts.length == 2 ? parts[1] : "true");
      }
      configuration = read;
    }
    return configuration;
  }

  private String text(String... arguments) {
    return call("", Arrays.asList(arguments)).outputText().strip();
  }

  private ProcessResult call(String input, List<String> arguments) {
    ProcessResult result = run(input, arguments);
    if (!result.succeeded()) {
      throw failed("git " + arguments.get(0) + ": " + GitCalls.firstErrorLine(result), null);
    }
    return result;
  }

  private ProcessResult run(String input, List<String> arguments) {
    return run(input, arguments, TIMEOUT);
  }

  private ProcessResult run(String input, List<String> arguments, Duration timeout) {
    // A name with an asterisk is a literal name here, not a pattern.
    return start(
        input, with(List.of("git", "--no-pager", "--literal-pathspecs"), arguments), timeout);
  }

  private ProcessResult start(String input, List<String> argv, Duration timeout) {
    Command command =
        Command.of(workTree, argv)
            .withTimeout(timeout)
            .withEnvironment("GIT_TERMINAL_PROMPT", "0")
            .withInput(input.getBytes(StandardCharsets.UTF_8));
    for (String name : PASSED_ON) {
      String value = environment.get(name);
      command = value == null ? command : command.withEnvironment(name, value);
    }
    try {
      return runner.run(command);
    } catch (ProcessException e) {
      throw failed(e.getMessage(), e);
    }
  }

  private static ReleaseException failed(String message, Exception cause) {
    String help =
        message.contains(".lock': File exists")
            ? UNLOCK
            : "follow the message of git, then run this again";
    return new ReleaseException(Problem.of(Code.GIT_FAILED, Place.of("."), message, help), cause);
  }

  private static List<String> with(List<String> first, List<String> more) {
    List<String> all = new ArrayList<>(first);
    all.addAll(more);
    return all;
  }
}

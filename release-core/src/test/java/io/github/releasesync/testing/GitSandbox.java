package io.github.releasesync.testing;

import io.github.releasesync.git.Git;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.process.Command;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.process.SystemProcessRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A real repository in a temporary folder, untouched by the configuration of whoever runs the
 * tests. The first commit is of {@link #FIRST_COMMIT}, every further commit or tag one minute
 * later, so that commit ids are the same on every machine.
 */
public final class GitSandbox {

  public static final Instant FIRST_COMMIT = Instant.parse("2026-01-01T00:00:00Z");

  private final Path directory;
  private int minutes;

  private GitSandbox(Path directory) {
    this.directory = directory;
  }

  /** A new repository on branch {@code main}; options as of {@code git init}. */
  public static GitSandbox init(Path directory, String... options) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    GitSandbox sandbox = new GitSandbox(directory);
    sandbox.git(concat(List.of("init", "--quiet", "--initial-branch=main"), options));
    return sandbox;
  }

  /** A repository that is there already. */
  public static GitSandbox at(Path directory) {
    return new GitSandbox(directory);
  }

  /** The same, whose commits have an author without the help of this class. */
  public GitSandbox withUser() {
    git("config", "user.name", "A Developer");
    git("config", "user.email", "developer@example.org");
    return this;
  }

  /** What runs git without the configuration of the machine and of the user. */
  public static ProcessRunner runner() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("HOME", "/nonexistent");
    environment.remove("XDG_CONFIG_HOME");
    ProcessRunner system = new SystemProcessRunner(environment);
    return command -> system.run(command.withEnvironment("GIT_CONFIG_NOSYSTEM", "1"));
  }

  /** The same in the time of this repository, so that what is committed has the same id always. */
  public ProcessRunner runnerInTime() {
    return command -> {
      ProcessResult result = runner().run(dated(command));
      if (command.argv().contains("commit") || command.argv().contains("tag")) {
        minutes++;
      }
      return result;
    };
  }

  /** The folder of the work tree. */
  public Path directory() {
    return directory;
  }

  /** A path in the work tree. */
  public Path path(String relative) {
    return directory.resolve(relative);
  }

  /** Writes a file and the folders that it needs. */
  public GitSandbox write(String relative, String text) {
    try {
      Files.createDirectories(path(relative).getParent());
      Files.writeString(path(relative), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Deletes a file of the work tree. */
  public GitSandbox delete(String relative) {
    try {
      Files.delete(path(relative));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Commits everything that is in the work tree, even if that is no change. */
  public GitSandbox commit(String message) {
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message", message);
    minutes++;
    return this;
  }

  /** A lightweight tag on HEAD. */
  public GitSandbox tag(String name) {
    git("tag", "--no-sign", name);
    return this;
  }

  /** An annotated tag on HEAD. */
  public GitSandbox annotatedTag(String name) {
    git("tag", "--annotate", "--message", name, name);
    minutes++;
    return this;
  }

  /** A clone through {@code file://}; options as of {@code git clone}. */
  public GitSandbox cloneTo(Path target, String... options) {
    List<String> arguments = new ArrayList<>(List.of(concat(List.of("clone", "--quiet"), options)));
    arguments.add(directory.toUri().toString().replaceFirst("/$", ""));
    arguments.add(target.toString());
    git(arguments.toArray(String[]::new));
    return new GitSandbox(target);
  }

  /** A linked work tree with a detached HEAD. */
  public GitSandbox linkedWorkTree(Path target) {
    git("worktree", "add", "--quiet", "--detach", target.toString());
    return new GitSandbox(target);
  }

  /** The id of the commit that is checked out. */
  public String head() {
    return git("rev-parse", "HEAD");
  }

  /** Any other call of git; fails unless git succeeds. Returns the output, stripped. */
  public String git(String... arguments) {
    List<String> argv = new ArrayList<>(List.of("git", "-c", "protocol.file.allow=always"));
    argv.addAll(List.of(arguments));
    Command command = dated(Command.of(directory, argv));
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      command =
          command
              .withEnvironment("GIT_" + role + "_NAME", "Ada")
              .withEnvironment("GIT_" + role + "_EMAIL", "ada@example.org");
    }
    ProcessResult result = runner().run(command);
    if (!result.succeeded()) {
      throw new AssertionError(command + ": " + result.errorText());
    }
    return result.outputText().strip();
  }

  /** A line as a user types it into a POSIX shell; fails unless it succeeds. */
  public String type(String line) {
    ProcessResult result = runner().run(dated(Command.of(directory, "sh", "-ec", line)));
    if (!result.succeeded()) {
      throw new AssertionError(line + ": " + result.errorText());
    }
    return result.outputText().strip();
  }

  /** The repository as release-sync sees it now. */
  public GitRepository open() {
    return (GitRepository) new Git(runner()).open(directory);
  }

  private Command dated(Command command) {
    String date = FIRST_COMMIT.plusSeconds(60L * minutes).toString();
    return command
        .withEnvironment("GIT_AUTHOR_DATE", date)
        .withEnvironment("GIT_COMMITTER_DATE", date);
  }

  private static String[] concat(List<String> first, String... more) {
    List<String> all = new ArrayList<>(first);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}

package io.github.releasesync.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A history as text, one step per line:
 *
 * <pre>
 * commit TITLE         a commit; the indented lines after it belong to it:
 *   + PATH             it adds a comment to that file
 *   s PATH OLD NEW     it writes NEW for OLD there
 *   | LINE             its message goes on; {TITLE} is the id of the commit of that title
 * tag NAME             an annotated tag
 * branch NAME          a new branch, which is checked out
 * checkout NAME
 * merge NAME TITLE     a merge commit
 * edit                 the same as commit, but nothing is committed
 * remote NAME          an empty remote, which everything is pushed to
 * git ARGUMENT ...     any other call of git
 * </pre>
 *
 * Other words are steps of whoever plays the script.
 *
 * <p>Empty lines and lines that begin with a number sign say nothing.
 */
public final class ScriptedHistory {

  private final GitSandbox git;
  private final Consumer<String> others;
  private final Map<String, String> idByTitle = new HashMap<>();

  private ScriptedHistory(GitSandbox git, Consumer<String> others) {
    this.git = git;
    this.others = others;
  }

  /** Plays a script in a repository. */
  public static void play(GitSandbox git, String script) {
    play(
        git,
        script,
        step -> {
          throw new IllegalArgumentException(step);
        });
  }

  /** Plays a script in a repository, with someone who does the steps of other words. */
  public static void play(GitSandbox git, String script, Consumer<String> others) {
    ScriptedHistory history = new ScriptedHistory(git, others);
    List<String> step = new ArrayList<>();
    for (String line : (script + "\nend").lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (!line.startsWith("  ")) {
        history.step(step);
        step.clear();
      }
      step.add(line);
    }
  }

  private void step(List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    String[] words = lines.get(0).split(" ", 2);
    switch (words[0]) {
      case "commit" -> commit(words[1], lines.subList(1, lines.size()));
      case "tag" -> git.annotatedTag(words[1]);
      case "branch" -> git.git("checkout", "--quiet", "-b", words[1]);
      case "checkout" -> git.git("checkout", "--quiet", words[1]);
      case "merge" -> {
        String[] merge = words[1].split(" ", 2);
        git.git("merge", "--quiet", "--no-ff", "--message", merge[1], merge[0]);
        idByTitle.put(merge[1], git.head());
      }
      case "edit" -> written("", lines.subList(1, lines.size()));
      case "remote" -> remote(words[1]);
      case "git" -> git.git(withIds(words[1]).split(" "));
      default -> others.accept(withIds(lines.get(0)));
    }
  }

  private void remote(String name) {
    GitSandbox remote = GitSandbox.init(git.path("../" + name + ".git").normalize(), "--bare");
    git.git("remote", "add", name, remote.directory().toString());
    git.git("push", "--quiet", "--all", "--set-upstream", name);
    git.git("push", "--quiet", "--tags", name);
  }

  private void commit(String title, List<String> more) {
    git.commit(written(title, more));
    idByTitle.put(title, git.head());
  }

  private String written(String title, List<String> more) {
    StringBuilder message = new StringBuilder(title);
    for (String line : more) {
      String rest = line.substring(Math.min(4, line.length()));
      switch (line.charAt(2)) {
        case '+' -> append(rest);
        case 's' -> replace(rest.split(" ", 3));
        case '|' -> message.append('\n').append(withIds(rest));
        default -> throw new IllegalArgumentException(line);
      }
    }
    return message.toString();
  }

  private String withIds(String line) {
    int open = line.indexOf('{');
    int close = line.indexOf('}', open);
    return open < 0 || !idByTitle.containsKey(line.substring(open + 1, close))
        ? line
        : line.substring(0, open)
            + idByTitle.get(line.substring(open + 1, close))
            + line.substring(close + 1);
  }

  private void append(String path) {
    Path file = git.path(path);
    git.write(path, (Files.exists(file) ? read(file) : "") + "# more\n");
  }

  private void replace(String[] words) {
    git.write(words[0], read(git.path(words[0])).replace(words[1], words[2]));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

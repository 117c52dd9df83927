package io.github.releasesync.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
 * </pre>
 *
 * Empty lines and lines that begin with a number sign say nothing.
 */
public final class ScriptedHistory {

  private final GitSandbox git;
  private final Map<String, String> idByTitle = new HashMap<>();

  private ScriptedHistory(GitSandbox git) {
    this.git = git;
  }

  /** Plays a script in a repository. */
  public static void play(GitSandbox git, String script) {
    ScriptedHistory history = new ScriptedHistory(git);
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
      default -> throw new IllegalArgumentException(lines.get(0));
    }
  }

  private void commit(String title, List<String> more) {
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
    git.commit(message.toString());
    idByTitle.put(title, git.head());
  }

  private String withIds(String line) {
    int open = line.indexOf('{');
    int close = line.indexOf('}', open);
    return open < 0
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

package io.github.releasesync.prepare;

import io.github.releasesync.git.GitWriter;
import java.util.List;

/** A name for a branch that the user is told to make: none is there yet. */
final class FreeBranch {

  private FreeBranch() {}

  /**
   * The wanted name, or one like it where git would refuse that.
   *
   * @param writer what knows the branches
   * @param wanted a name, with one slash at most
   */
  static String of(GitWriter writer, String wanted) {
    String folder = wanted.substring(0, Math.max(0, wanted.indexOf('/')));
    List<String> taken =
        writer.references(List.of("refs/heads/" + (folder.isEmpty() ? wanted : folder)));
    String free = taken.contains("refs/heads/" + folder) ? wanted.replace('/', '-') : wanted;
    String name = free;
    for (int i = 2; isTaken(taken, "refs/heads/" + name); i++) {
      name = free + "-" + i;
    }
    return name;
  }

  private static boolean isTaken(List<String> taken, String name) {
    return taken.stream().anyMatch(ref -> ref.equals(name) || ref.startsWith(name + "/"));
  }
}

package io.github.releasesync.goal;

import io.github.releasesync.testing.GitSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that a release may touch: branches, tags, index and files. */
final class RepositoryState {

  private RepositoryState() {}

  /** The whole, byte for byte, to be compared with another. */
  static String of(GitSandbox git) {
    return String.join(
        "\n",
        git.git("rev-parse", "--symbolic-full-name", "HEAD"),
        git.head(),
        git.git("for-each-ref"),
        git.git("status", "--porcelain=v1", "--untracked-files=all"),
        git.git("ls-files", "--stage"),
        files(git.directory()).toString());
  }

  /** What a user sees with git, to be read. */
  static String summary(GitSandbox git) {
    String status = git.git("status", "--porcelain=v1", "--branch");
    String tags =
        git.git(
            "for-each-ref",
            "--format=%(refname:strip=2)  %(objecttype) by %(taggername): %(contents)",
            "refs/tags");
    String history =
        git.git("log", "--graph", "--branches", "--tags", "--format=%h %an: %s%d").strip();
    String last = git.git("log", "-1", "--name-status", "--format=%B");
    return "history\n%s\n\ntags\n%s\n\nlast commit\n%s\n\nstatus\n%s\n"
        .formatted(history, tags, last, status)
        .replaceAll("(?m)[ \t]+$", "")
        .replaceAll("\n{3,}", "\n\n");
  }

  /** Every file that release-sync may leave something in or beside; its records are its own. */
  private static Map<String, String> files(Path root) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String path = root.relativize(file).toString().replace('\\', '/');
        if (!path.matches("(\\.git|\\.release-sync|target)/.*")) {
          files.put(path, Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}

package io.github.releasesync.git.jgit;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Repository;

/** The files that git would track: neither in the index nor ignored. */
final class UntrackedFiles {

  private static final String DOT_GIT = ".git";
  private static final String GIT_IGNORE = ".gitignore";

  private final Repository repository;
  private final Path top;
  private final TrackedFiles tracked;
  private final Discovery discovery;
  private final IgnoreRules everywhere;

  UntrackedFiles(
      Repository repository,
      Path top,
      TrackedFiles tracked,
      Discovery discovery,
      IgnoreRules everywhere) {
    this.repository = repository;
    this.top = top;
    this.tracked = tracked;
    this.discovery = discovery;
    this.everywhere = everywhere;
  }

  /**
   * The files below a folder, by path from the top. A repository in the repository is named as one
   * path that ends with a slash.
   *
   * @param folder its path from the top with a final slash; empty for the top
   */
  Set<String> below(String folder) throws IOException {
    Set<String> found = new TreeSet<>();
    IgnoreRules rules = everywhere.with("", ignoreFile(""));
    for (int slash = folder.indexOf('/'); slash >= 0; slash = folder.indexOf('/', slash + 1)) {
      if (rules.ignores(folder.substring(0, slash), true)) {
        return found;
      }
      String prefix = folder.substring(0, slash + 1);
      rules = rules.with(prefix, ignoreFile(prefix));
    }
    walk(folder, rules, found);
    return found;
  }

  private void walk(String folder, IgnoreRules rules, Set<String> found) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(top.resolve(folder))) {
      for (Path entry : entries) {
        visit(entry, folder + entry.getFileName(), rules, found);
      }
    } catch (AccessDeniedException | DirectoryIteratorException | NotDirectoryException e) {
      // Git warns, and goes on with the next folder.
    }
  }

  private void visit(Path file, String path, IgnoreRules rules, Set<String> found)
      throws IOException {
    if (file.endsWith(DOT_GIT)) {
      return;
    }
    BasicFileAttributes kind =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (kind.isDirectory()) {
      visitFolder(file, path, rules, found);
    } else if (!kind.isOther() && !tracked.has(path) && !rules.ignores(path, false)) {
      found.add(path);
    }
  }

  private void visitFolder(Path file, String path, IgnoreRules rules, Set<String> found)
      throws IOException {
    if (tracked.isSubmodule(path) || rules.ignores(path, true)) {
      return;
    }
    String prefix = path + "/";
    if (!tracked.hasBelow(path) && discovery.isTop(file)) {
      found.add(prefix);
    } else {
      walk(prefix, rules.with(prefix, ignoreFile(prefix)), found);
    }
  }

  /** Git does not follow a link there. */
  private Optional<byte[]> ignoreFile(String folder) throws IOException {
    Path file = top.resolve(folder + GIT_IGNORE);
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(Files.readAllBytes(file));
    }
    DirCacheEntry leftOut = tracked.leftOut(folder + GIT_IGNORE);
    return leftOut == null
        ? Optional.empty()
        : Optional.of(repository.open(leftOut.getObjectId()).getCachedBytes());
  }
}

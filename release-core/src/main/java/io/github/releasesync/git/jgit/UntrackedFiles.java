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
   * @param folder a folder in the work tree
   */
  Set<String> below(Path folder) throws IOException {
    Set<String> found = new TreeSet<>();
    Optional<IgnoreRules> rules = rulesIn(folder);
    if (rules.isPresent()) {
      walk(folder, FileNames.below(top, folder), rules.get(), found);
    }
    return found;
  }

  /** The rules that count in a folder; empty if it is ignored itself. */
  private Optional<IgnoreRules> rulesIn(Path folder) throws IOException {
    String prefix = FileNames.below(top, folder);
    if (prefix.isEmpty()) {
      return Optional.of(everywhere.with("", ignoreFile(top, "")));
    }
    Optional<IgnoreRules> above = rulesIn(folder.getParent());
    if (above.isEmpty() || above.get().ignores(prefix.substring(0, prefix.length() - 1), true)) {
      return Optional.empty();
    }
    return Optional.of(above.get().with(prefix, ignoreFile(folder, prefix)));
  }

  private void walk(Path folder, String prefix, IgnoreRules rules, Set<String> found)
      throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        visit(entry, prefix + FileNames.of(entry), rules, found);
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
      walk(file, prefix, rules.with(prefix, ignoreFile(file, prefix)), found);
    }
  }

  /** Git does not follow a link there. */
  private Optional<byte[]> ignoreFile(Path folder, String prefix) throws IOException {
    Path file = folder.resolve(GIT_IGNORE);
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(Files.readAllBytes(file));
    }
    DirCacheEntry leftOut = tracked.leftOut(prefix + GIT_IGNORE);
    return leftOut == null
        ? Optional.empty()
        : Optional.of(repository.open(leftOut.getObjectId()).getCachedBytes());
  }
}

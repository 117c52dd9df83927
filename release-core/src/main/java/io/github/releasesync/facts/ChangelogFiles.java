package io.github.releasesync.facts;

import io.github.releasesync.changelog.Changelog;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.TreePath;
import io.github.releasesync.project.workspace.Package;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds changelogs by their usual names. */
public final class ChangelogFiles {

  private static final List<String> NAMES = List.of("CHANGELOG", "CHANGES", "HISTORY", "NEWS");
  private static final List<String> ENDINGS = List.of(".md", ".rst", ".txt", "");

  private ChangelogFiles() {}

  /**
   * Reads the changelogs at the root and beside the manifests of packages.
   *
   * @param tree the files
   * @param packages the packages
   * @return the readable changelogs, each once, those at the root first
   */
  public static List<Changelog> read(FileTree tree, Collection<Package> packages) {
    if (packages.isEmpty()) {
      return List.of();
    }
    Set<String> folders = new LinkedHashSet<>(List.of(""));
    packages.forEach(p -> folders.add(TreePath.folder(p.manifest())));
    List<Changelog> changelogs = new ArrayList<>();
    for (String folder : folders) {
      for (String name : NAMES) {
        spellings(name).stream()
            .map(spelling -> TreePath.in(folder, spelling))
            .filter(tree::exists)
            .findFirst()
            .flatMap(path -> read(tree, path))
            .ifPresent(changelogs::add);
      }
    }
    return List.copyOf(changelogs);
  }

  /**
   * Whether a changelog may belong to a package.
   *
   * @param changelog the changelog
   * @param p the package
   * @return true if it is at the root or beside the package's manifest
   */
  public static boolean isFor(Changelog changelog, Package p) {
    return isFor(changelog.text().file(), p);
  }

  /** Whether a changelog at a path may belong to a package. */
  public static boolean isFor(String path, Package p) {
    String folder = TreePath.folder(path);
    return folder.isEmpty() || folder.equals(TreePath.folder(p.manifest()));
  }

  /** Whether a path has the name of a changelog. */
  public static boolean hasName(String path) {
    return NAMES.stream().anyMatch(name -> spellings(name).contains(TreePath.name(path)));
  }

  private static List<String> spellings(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String capitalized = name.charAt(0) + lower.substring(1);
    return List.of(name, capitalized, lower).stream()
        .flatMap(spelling -> ENDINGS.stream().map(spelling::concat))
        .toList();
  }

  /** Reads a changelog; empty if it cannot be read. */
  private static Optional<Changelog> read(FileTree tree, String path) {
    try {
      return Optional.of(Changelog.parse(tree.read(path)));
    } catch (ReleaseException e) {
      return Optional.empty();
    }
  }
}

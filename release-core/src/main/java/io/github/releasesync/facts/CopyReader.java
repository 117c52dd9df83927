package io.github.releasesync.facts;

import io.github.releasesync.git.GitRepository;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.PastReleases;
import io.github.releasesync.project.settings.CopySpec;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.Glob;
import io.github.releasesync.project.tree.SearchedFiles;
import io.github.releasesync.project.tree.TreePath;
import io.github.releasesync.project.tree.WorkingTree;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.VersionMapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads files other than manifests that may state a version. */
public final class CopyReader {

  private final FileTree tree;
  private final Path root;
  private final Optional<GitRepository> repository;
  private final List<Problem> problems = new ArrayList<>();
  private List<String> listed;

  /**
   * A reader.
   *
   * @param tree the files
   * @param root real path of the root
   * @param repository the repository, if the root is in one
   */
  public CopyReader(FileTree tree, Path root, Optional<GitRepository> repository) {
    this.tree = tree;
    this.root = root;
    this.repository = repository;
  }

  /**
   * Reads the configured files, and those that contain the version of the newest release. Outside
   * git, or if no released version differs, nothing is searched.
   *
   * @param specs the configured copies
   * @param workspace the current packages
   * @param pasts the packages at the newest releases
   * @return the files
   */
  public CopyFiles read(List<CopySpec> specs, Workspace workspace, List<PastReleases> pasts) {
    List<CopyFiles.Named> named = specs.stream().map(this::named).toList();
    Set<String> spellings = new TreeSet<>();
    workspace.packages().forEach(p -> spellings.addAll(earlier(p, pasts)));
    List<SourceText> searched =
        spellings.isEmpty() || repository.isEmpty()
            ? List.of()
            : search(repository.get(), spellings, elsewhere(workspace, named));
    return new CopyFiles(named, searched, List.copyOf(problems), pasts);
  }

  /**
   * The files that contain a version of today, or that of the last release: neither configured ones
   * nor manifests. Outside git, nothing is searched.
   *
   * @param specs the configured copies
   * @param workspace the current packages
   * @param past the packages at the newest releases
   * @return the files, sorted by path
   */
  public List<SourceText> stating(List<CopySpec> specs, Workspace workspace, PastReleases past) {
    Set<String> spellings = new TreeSet<>();
    for (Package p : workspace.packages()) {
      addSpellings(p, spellings);
      past.before(p).flatMap(release -> release.then(p)).ifPresent(t -> addSpellings(t, spellings));
    }
    return spellings.isEmpty() || repository.isEmpty()
        ? List.of()
        : search(
            repository.get(),
            spellings,
            elsewhere(workspace, specs.stream().map(this::named).toList()));
  }

  private static void addSpellings(Package p, Set<String> spellings) {
    p.version().ifPresent(spellings::add);
    for (Ecosystem ecosystem : Ecosystem.values()) {
      p.release().ifPresent(release -> spellings.add(VersionMapping.spell(release, ecosystem)));
    }
  }

  private static Set<String> earlier(Package p, List<PastReleases> pasts) {
    Set<String> spellings = new HashSet<>();
    CopyFiles.earlier(p, pasts)
        .flatMap(release -> release.earlier(p))
        .ifPresent(then -> addSpellings(then, spellings));
    return spellings;
  }

  /** Files of other rules: manifests, the sources of their versions, and the configured files. */
  private static Set<String> elsewhere(Workspace workspace, List<CopyFiles.Named> named) {
    Set<String> files = new HashSet<>();
    workspace.packages().forEach(p -> files.add(p.place().file()));
    named.forEach(n -> n.files().forEach(file -> files.add(file.file())));
    return files;
  }

  private List<SourceText> search(GitRepository git, Set<String> spellings, Set<String> elsewhere) {
    List<SourceText> texts = new ArrayList<>();
    for (String path : git.filesWithAnyOf(root, spellings)) {
      boolean dated = spellings.stream().anyMatch(path::contains);
      if (!dated && !elsewhere.contains(path) && SearchedFiles.include(path)) {
        try {
          texts.add(tree.read(path));
        } catch (ReleaseException e) {
          // It is not configured, so an unreadable file needs no report.
        }
      }
    }
    return texts;
  }

  private CopyFiles.Named named(CopySpec spec) {
    return spec.isGlob() ? matched(spec) : path(spec);
  }

  private CopyFiles.Named matched(CopySpec spec) {
    Glob glob = Glob.of(spec.file());
    List<String> paths = listed().stream().filter(glob::matches).toList();
    List<SourceText> texts =
        paths.stream().filter(tree::exists).flatMap(path -> read(path).stream()).toList();
    return new CopyFiles.Named(spec, !paths.isEmpty(), texts);
  }

  private CopyFiles.Named path(CopySpec spec) {
    String path = spec.file();
    if (!tree.exists(path)) {
      boolean leftOut =
          repository
              .map(git -> git.filesNotCheckedOut(root, Set.of(TreePath.name(path))))
              .filter(files -> files.contains(path))
              .isPresent();
      return new CopyFiles.Named(spec, leftOut, List.of());
    }
    return new CopyFiles.Named(spec, true, read(path).stream().toList());
  }

  private Optional<SourceText> read(String path) {
    try {
      return Optional.of(tree.read(path));
    } catch (ReleaseException e) {
      problems.add(e.problem());
      return Optional.empty();
    }
  }

  private List<String> listed() {
    if (listed == null) {
      listed =
          repository.map(git -> git.files(root)).orElseGet(() -> WorkingTree.list(root)).stream()
              .filter(path -> !TreePath.isGenerated(path))
              .sorted()
              .toList();
    }
    return listed;
  }
}

package io.github.releasesync.project.tree;

import io.github.releasesync.manifest.cargo.CargoManifest;
import io.github.releasesync.manifest.maven.PomFile;
import io.github.releasesync.manifest.python.PyProject;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.SourceText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of the repository as they are on disk. Nothing outside the root is ever read. */
public final class WorkingTree implements FileTree {

  private static final int MOST_FILES_WALKED = 200_000;

  private final Path root;
  private final List<String> manifests;
  private final Set<String> notCheckedOut;
  private final boolean whole;
  private final Predicate<String> hasFiles;
  private final Map<String, List<String>> listings = new ConcurrentHashMap<>();
  private final Map<String, SourceText> texts = new ConcurrentHashMap<>();
  private final ParsedOnce<CargoManifest> cargoManifests =
      new ParsedOnce<>(FileTree.super::cargoManifest);
  private final ParsedOnce<PyProject> pyProjects = new ParsedOnce<>(FileTree.super::pyProject);
  private final ParsedOnce<PomFile> poms = new ParsedOnce<>(FileTree.super::pom);

  private WorkingTree(
      Path root,
      List<String> manifests,
      Set<String> notCheckedOut,
      boolean whole,
      Predicate<String> hasFiles) {
    this.hasFiles = hasFiles;
    this.root = root;
    this.manifests = manifests;
    this.notCheckedOut = notCheckedOut;
    this.whole = whole;
  }

  /**
   * The tree of files that git names.
   *
   * @param root real path of the root
   * @param listed paths from the root, with {@code /}; those that are gone are passed over
   * @return the tree
   */
  public static WorkingTree of(Path root, Collection<String> listed) {
    return of(root, listed, Set.of());
  }

  /**
   * The tree of a sparse checkout.
   *
   * @param root real path of the root
   * @param listed paths from the root, with {@code /}; those that are gone are passed over
   * @param notCheckedOut those that are gone because the checkout leaves them out
   * @return the tree
   */
  public static WorkingTree of(Path root, Collection<String> listed, Set<String> notCheckedOut) {
    return new WorkingTree(
        root, manifests(root, listed), Set.copyOf(notCheckedOut), true, anyIn(root));
  }

  private static Predicate<String> anyIn(Path root) {
    return folder -> !names(root.resolve(folder)).isEmpty();
  }

  /**
   * The same, with git to say which folders count; without it, each that holds anything does.
   *
   * @param others whether git tracks or would track something in a folder, by path from the root
   * @return the tree
   */
  public WorkingTree withFolders(Predicate<String> others) {
    return new WorkingTree(root, manifests, notCheckedOut, whole, others);
  }

  private static List<String> manifests(Path root, Collection<String> listed) {
    return listed.stream()
        .filter(path -> ManifestNames.isOne(TreePath.name(path)))
        .filter(path -> !TreePath.isGenerated(path))
        .filter(path -> Files.exists(root.resolve(path)))
        .sorted()
        .toList();
  }

  /**
   * The tree of a folder outside git: every file, without folders that tools generate or hide; of a
   * folder that is no project at all, the first 200,000.
   *
   * @param root real path of the root
   * @return the tree
   * @throws ReleaseException with {@link Code#FILE_UNREADABLE} if the root cannot be listed
   */
  public static WorkingTree walk(Path root) {
    Walk walk = walked(root, ManifestNames::isOne);
    return new WorkingTree(
        root, manifests(root, walk.files), Set.of(), walk.isWhole(), anyIn(root));
  }

  /** The files that {@link #walk} sees, manifests or not. */
  public static List<String> list(Path root) {
    return walked(root, name -> true).files;
  }

  private static Walk walked(Path root, Predicate<String> names) {
    Walk walk = new Walk(root, names);
    try {
      Files.walkFileTree(root, walk);
    } catch (IOException e) {
      throw unreadable(".", "the folder cannot be listed", e);
    }
    return walk;
  }

  /**
   * Whether every file was seen.
   *
   * @return false where there are too many
   */
  public boolean isWhole() {
    return whole;
  }

  @Override
  public List<String> manifests() {
    return manifests;
  }

  @Override
  public boolean exists(String path) {
    return at(path).filter(Files::isRegularFile).isPresent();
  }

  @Override
  public Optional<String> behindLinks(String path) {
    try {
      Path real = root.resolve(path).toRealPath();
      return real.startsWith(root) ? Optional.of(relative(root, real)) : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean isNotCheckedOut(String path) {
    return notCheckedOut.contains(path);
  }

  @Override
  public boolean leavesOut(Glob pattern) {
    return notCheckedOut.stream().anyMatch(pattern::matches);
  }

  @Override
  public Optional<List<String>> entries(String pattern) {
    List<String> entries = List.of("");
    for (String part : pattern.split("/")) {
      if (part.equals("**")) {
        return Optional.empty();
      }
      Glob glob = Glob.of(part);
      List<String> below = new ArrayList<>();
      for (String folder : entries) {
        listings.computeIfAbsent(folder, f -> names(root.resolve(f))).stream()
            .filter(glob::matches)
            .forEach(name -> below.add(TreePath.in(folder, name)));
      }
      entries = below;
    }
    return Optional.of(entries);
  }

  /** The names in a folder; none where there is no folder, or one that cannot be listed. */
  private static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.map(child -> child.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  @Override
  public boolean hasFiles(String folder) {
    return Files.isDirectory(root.resolve(folder)) && hasFiles.test(folder);
  }

  @Override
  public SourceText read(String path) {
    return texts.computeIfAbsent(path, this::readFile);
  }

  @Override
  public CargoManifest cargoManifest(String path) {
    return cargoManifests.get(path);
  }

  @Override
  public PyProject pyProject(String path) {
    return pyProjects.get(path);
  }

  @Override
  public PomFile pom(String path) {
    return poms.get(path);
  }

  private SourceText readFile(String path) {
    try {
      Path real = at(path).orElseThrow(() -> new NoSuchFileException(path)).toRealPath();
      if (!real.startsWith(root)) {
        throw refused(path, "a link that leads out of the repository", "replace it with a file");
      }
      if (!Files.isRegularFile(real)) {
        throw refused(path, "not a regular file", "replace it with a file");
      }
      long size = Files.size(real);
      if (size > SizeLimit.of(path)) {
        throw refused(
            path, SizeLimit.exceeded(path, size), "check that the file is what its name says");
      }
      return SourceText.decode(path, Files.readAllBytes(real));
    } catch (AccessDeniedException e) {
      throw unreadable(path, "permission denied", e);
    } catch (IOException e) {
      throw unreadable(path, "cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }

  private static String relative(Path root, Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  /** Where a path is; empty where this system has no such names, as with a NUL in it. */
  private Optional<Path> at(String path) {
    try {
      return Optional.of(root.resolve(path));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static ReleaseException refused(String path, String message, String help) {
    return ReleaseException.of(Code.FILE_UNREADABLE, Place.of(path), message, help);
  }

  private static ReleaseException unreadable(String path, String message, IOException cause) {
    return new ReleaseException(
        Problem.of(
            Code.FILE_UNREADABLE,
            Place.of(path),
            message,
            "make it readable for the user who runs the build"),
        cause);
  }

  /** Collects files; does not follow links, so that a loop cannot trap it. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<String> files = new ArrayList<>();
    private final Predicate<String> names;
    private int visited;

    Walk(Path root, Predicate<String> names) {
      this.root = root;
      this.names = names;
    }

    boolean isWhole() {
      return visited <= MOST_FILES_WALKED;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = folder.equals(root) ? "" : folder.getFileName().toString();
      return name.startsWith(".") || TreePath.isGenerated(name + "/x")
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (names.test(file.getFileName().toString())) {
        files.add(relative(file));
      }
      return ++visited <= MOST_FILES_WALKED ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (file.equals(root)) {
        throw failure;
      }
      return FileVisitResult.CONTINUE;
    }

    private String relative(Path path) {
      return WorkingTree.relative(root, path);
    }
  }
}

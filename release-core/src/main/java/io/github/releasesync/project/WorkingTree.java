package io.github.releasesync.project;

import io.github.releasesync.manifest.CargoManifest;
import io.github.releasesync.manifest.PomFile;
import io.github.releasesync.manifest.PyProject;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.SourceText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
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

  /** Registries take no manifest this large; a lock of 10,000 packages has 3 MB. */
  static final long SIZE_LIMIT = 16L << 20;

  private static final int MOST_FILES_WALKED = 200_000;

  private final Path root;
  private final List<String> manifests;
  private final Set<String> notCheckedOut;
  private final Predicate<String> hasFiles;
  private final Map<String, SourceText> texts = new ConcurrentHashMap<>();
  private final ParsedOnce<CargoManifest> cargoManifests =
      new ParsedOnce<>(FileTree.super::cargoManifest);
  private final ParsedOnce<PyProject> pyProjects = new ParsedOnce<>(FileTree.super::pyProject);
  private final ParsedOnce<PomFile> poms = new ParsedOnce<>(FileTree.super::pom);

  private WorkingTree(
      Path root, List<String> manifests, Set<String> notCheckedOut, Predicate<String> hasFiles) {
    this.hasFiles = hasFiles;
    this.root = root;
    this.manifests = manifests;
    this.notCheckedOut = notCheckedOut;
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
    List<String> manifests =
        listed.stream()
            .filter(path -> WorkspaceReader.MANIFESTS.contains(TreePath.name(path)))
            .filter(path -> !TreePath.isGenerated(path))
            .filter(path -> Files.exists(root.resolve(path)))
            .sorted()
            .toList();
    return new WorkingTree(
        root,
        manifests,
        Set.copyOf(notCheckedOut),
        folder -> !list(root.resolve(folder)).isEmpty());
  }

  /**
   * The same, with git to say which folders count; without it, each that holds anything does.
   *
   * @param others whether git tracks or would track something in a folder, by path from the root
   * @return the tree
   */
  public WorkingTree withFolders(Predicate<String> others) {
    return new WorkingTree(root, manifests, notCheckedOut, others);
  }

  /**
   * The tree of a folder outside git: every file, without folders that tools generate or hide.
   *
   * @param root real path of the root
   * @return the tree
   * @throws ReleaseException with {@link Code#FILE_UNREADABLE} if the root cannot be listed
   */
  public static WorkingTree walk(Path root) {
    return of(root, list(root));
  }

  /** The files that {@link #walk} finds, manifests or not. */
  static List<String> list(Path root) {
    List<String> files = new ArrayList<>();
    try {
      Files.walkFileTree(root, new Walk(root, files));
    } catch (IOException e) {
      throw unreadable(".", "the folder cannot be listed", e);
    }
    return files;
  }

  @Override
  public List<String> manifests() {
    return manifests;
  }

  @Override
  public boolean exists(String path) {
    return Files.isRegularFile(root.resolve(path));
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
        names(root.resolve(folder)).stream()
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
      Path real = root.resolve(path).toRealPath();
      if (!real.startsWith(root)) {
        throw refused(path, "a link that leads out of the repository", "replace it by a file");
      }
      if (!Files.isRegularFile(real)) {
        throw refused(path, "not a regular file", "replace it by a file");
      }
      long size = Files.size(real);
      if (size > SIZE_LIMIT) {
        throw refused(
            path,
            "larger than a manifest can be: " + size + " bytes, at most " + SIZE_LIMIT,
            "check whether this is really a manifest");
      }
      return SourceText.decode(path, Files.readAllBytes(real));
    } catch (AccessDeniedException e) {
      throw unreadable(path, "permission denied", e);
    } catch (IOException e) {
      throw unreadable(path, "cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }

  private static ReleaseException refused(String path, String message, String help) {
    return new ReleaseException(Problem.of(Code.FILE_UNREADABLE, Place.of(path), message, help));
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
    private final List<String> files;
    private int visited;

    Walk(Path root, List<String> files) {
      this.root = root;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String path = relative(folder);
      boolean hidden = TreePath.name(path).startsWith(".");
      return hidden || TreePath.isGenerated(path + "/x")
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      files.add(relative(file));
      return ++visited < MOST_FILES_WALKED ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (file.equals(root)) {
        throw failure;
      }
      return FileVisitResult.CONTINUE;
    }

    private String relative(Path path) {
      return root.relativize(path).toString().replace('\\', '/');
    }
  }
}

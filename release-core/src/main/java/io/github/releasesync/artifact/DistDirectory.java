package io.github.releasesync.artifact;

import io.github.releasesync.files.OutputDirectory;
import io.github.releasesync.json.Json;
import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.packaging.BuiltFile;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.Ecosystem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of artifacts. It never holds a file that is not whole; and while what it holds is not
 * what its lists say, it has no lists: {@code SHA256SUMS} and {@code artifacts.json} go first and
 * come last.
 */
public final class DistDirectory {

  private static final String SUMS = "SHA256SUMS";
  private static final String LIST = "artifacts.json";
  private static final String CRATE = ".crate";
  private static final int SCHEMA = 1;

  private final Path root;
  private final Path output;
  private final Path directory;
  private final Path unfinished;
  private final List<String> notes = new ArrayList<>();

  /**
   * A folder of artifacts.
   *
   * @param output the output folder, below which git ignores everything
   */
  public DistDirectory(Path root, Path output, Path directory) {
    this.root = root;
    this.output = output;
    this.directory = directory;
    this.unfinished = directory.resolveSibling("." + directory.getFileName() + ".unfinished");
  }

  /** The result for earlier files. */
  public List<String> notes() {
    return notes;
  }

  /**
   * Adds files, and removes files of the same packages in other versions.
   *
   * @return the artifacts by file name
   * @throws ReleaseException with {@link Code#OUTPUT_UNWRITABLE}
   */
  public List<Artifact> store(List<BuiltFile> built, Optional<String> commit, boolean dirty) {
    try {
      List<Artifact> artifacts = new ArrayList<>();
      for (BuiltFile file : built) {
        artifacts.add(Artifact.read(file.file()));
      }
      artifacts.sort(Comparator.comparing(Artifact::filename));
      create();
      Files.deleteIfExists(directory.resolve(LIST));
      Files.deleteIfExists(directory.resolve(SUMS));
      for (BuiltFile file : built) {
        takeIn(file.file());
      }
      takeOutOthers(built, artifacts);
      write(SUMS, sums(artifacts));
      write(LIST, list(artifacts, commit, dirty));
      Files.deleteIfExists(unfinished);
      return List.copyOf(artifacts);
    } catch (IOException e) {
      throw OutputDirectory.unwritable(root, directory, e);
    }
  }

  private void create() throws IOException {
    boolean isNew = Files.notExists(directory);
    Files.createDirectories(directory);
    if (isNew && !directory.startsWith(output)) {
      // Or the tree would have changes from now on, and the next build would be refused.
      Files.writeString(directory.resolve(".gitignore"), "*\n");
    }
    Files.createDirectories(unfinished);
  }

  private void takeIn(Path file) throws IOException {
    Path copy = unfinished.resolve(file.getFileName());
    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    finish(copy);
  }

  private void write(String name, String content) throws IOException {
    Path copy = unfinished.resolve(name);
    Files.writeString(copy, content, StandardCharsets.UTF_8);
    finish(copy);
  }

  /** Onto the disk before the name appears, so that a crash leaves no empty file behind it. */
  private void finish(Path copy) throws IOException {
    try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(copy, directory.resolve(copy.getFileName()), StandardCopyOption.ATOMIC_MOVE);
  }

  private void takeOutOthers(List<BuiltFile> built, List<Artifact> artifacts) throws IOException {
    List<Path> held;
    try (Stream<Path> files = Files.list(directory)) {
      held = files.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : held) {
      String name = file.getFileName().toString();
      if (built.stream().map(BuiltFile::owner).anyMatch(p -> isOtherVersion(name, p, artifacts))) {
        Files.delete(file);
        notes.add("removed " + name + ", of another version");
      }
    }
  }

  private static boolean isOtherVersion(String file, Package owner, List<Artifact> artifacts) {
    Optional<Object> version = versionOf(file, owner);
    return version.isPresent()
        && artifacts.stream().noneMatch(a -> versionOf(a.filename(), owner).equals(version));
  }

  /** The version in the name of a file, if the file is one of this package. */
  private static Optional<Object> versionOf(String file, Package owner) {
    if (owner.ecosystem() == Ecosystem.CARGO) {
      return crateVersion(file, owner.name() + "-");
    }
    try {
      if (file.endsWith(".whl")) {
        WheelFilename wheel = WheelFilename.parse(file);
        return isOf(wheel.project(), owner) ? Optional.of(wheel.version()) : Optional.empty();
      }
      SdistFilename sdist = SdistFilename.parse(file);
      return isOf(sdist.project(), owner) ? Optional.of(sdist.version()) : Optional.empty();
    } catch (ReleaseException e) {
      return Optional.empty();
    }
  }

  private static boolean isOf(String project, Package owner) {
    return project.equals(ProjectName.normalize(owner.name()));
  }

  /** A version begins with a digit, the rest of a longer name after a hyphen does not. */
  private static Optional<Object> crateVersion(String file, String prefix) {
    boolean own = file.startsWith(prefix) && file.endsWith(CRATE) && startsWithDigit(file, prefix);
    return own
        ? Optional.of(file.substring(prefix.length(), file.length() - CRATE.length()))
        : Optional.empty();
  }

  private static boolean startsWithDigit(String file, String prefix) {
    char first = file.charAt(prefix.length());
    return first >= '0' && first <= '9';
  }

  /** As sha256sum --check reads it. */
  private static String sums(List<Artifact> artifacts) {
    StringBuilder text = new StringBuilder();
    artifacts.forEach(
        a -> text.append(a.sha256().hex()).append("  ").append(a.filename()).append('\n'));
    return text.toString();
  }

  private static String list(List<Artifact> artifacts, Optional<String> commit, boolean dirty) {
    return new Json()
        .write(
            new Document(
                SCHEMA,
                commit.orElse(null),
                dirty,
                artifacts.stream().map(DistDirectory::entry).toList()));
  }

  private static Map<String, Object> entry(Artifact artifact) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("kind", artifact.kind().word());
    entry.put("package", artifact.packageName());
    entry.put("version", artifact.version());
    entry.put("filename", artifact.filename());
    entry.put("size", artifact.size());
    entry.put("sha256", artifact.sha256().hex());
    return entry;
  }

  private record Document(
      int schema, String commit, boolean dirty, List<Map<String, Object>> artifacts) {}
}

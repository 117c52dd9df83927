package io.github.releasesync.store;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.artifact.InspectedArtifact;
import io.github.releasesync.artifact.SdistFilename;
import io.github.releasesync.artifact.WheelFilename;
import io.github.releasesync.files.OutputDirectory;
import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonException;
import io.github.releasesync.json.JsonValue;
import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.packaging.BuiltFile;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
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
 * The folder of artifacts. It never holds an incomplete file, and its lists always match its files:
 * {@code SHA256SUMS} and {@code artifacts.json} are deleted first and written last.
 */
public final class DistDirectory {

  private static final String SUMS = "SHA256SUMS";
  private static final String LIST = "artifacts.json";
  private static final String CRATE = ".crate";
  private static final int SCHEMA = 1;

  private final Path directory;
  private final Path unfinished;
  private final List<String> removed = new ArrayList<>();

  /**
   * A folder of artifacts.
   *
   * @param directory the folder; need not exist
   */
  public DistDirectory(Path directory) {
    this.directory = directory;
    this.unfinished = directory.resolveSibling("." + directory.getFileName() + ".unfinished");
  }

  /**
   * Reads the artifacts; each one is inspected and hashed once.
   *
   * @return the artifacts by file name
   * @throws ReleaseException with {@link Code#ARTIFACTS_INCOMPLETE} if there is no such folder, or
   *     with a code of RS32x if a registry would refuse one of the files
   */
  public BuiltArtifacts read() {
    if (!Files.isDirectory(directory)) {
      throw missing(null);
    }
    try (Stream<Path> files = Files.list(directory)) {
      return new BuiltArtifacts(
          directory,
          files.filter(DistDirectory::isArtifact).sorted().map(InspectedArtifact::read).toList());
    } catch (IOException e) {
      throw missing(e);
    }
  }

  /**
   * Refuses artifacts that were built from another commit or from uncommitted changes. A folder
   * without a list is accepted.
   *
   * @param commit the commit; empty outside git
   * @throws ReleaseException with {@link Code#ARTIFACTS_OF_ANOTHER_COMMIT}
   */
  public void requireBuiltFrom(String commit) {
    Path list = directory.resolve(LIST);
    if (!Files.isRegularFile(list)) {
      return;
    }
    try {
      JsonValue json = new Json().read(Files.readString(list));
      String built = json.find("commit").map(JsonValue::string).orElse("");
      boolean dirty = json.find("dirty").map(JsonValue::bool).orElse(false);
      if (dirty || !built.equals(commit)) {
        throw otherCommit(builtFrom(dirty ? "uncommitted changes" : "commit " + built));
      }
    } catch (IOException | JsonException e) {
      throw otherCommit("artifacts.json is unreadable, so its commit is unknown");
    }
  }

  private static String builtFrom(String what) {
    return "the dist folder was built from " + what + ", not from the commit that is checked out";
  }

  private static ReleaseException otherCommit(String message) {
    return ReleaseException.of(
        Code.ARTIFACTS_OF_ANOTHER_COMMIT,
        Place.of(LIST),
        message,
        Help.of("build it again with ", Command.of("package")));
  }

  private static boolean isArtifact(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(CRATE) || name.endsWith(".whl") || name.endsWith(".tar.gz");
  }

  private ReleaseException missing(IOException cause) {
    return new ReleaseException(
        Problem.of(
            Code.ARTIFACTS_INCOMPLETE,
            Place.of(directory.getFileName().toString()),
            "there is no dist folder with files to publish",
            Help.of("build them with ", Command.of("package"))),
        cause);
  }

  /**
   * The source of a build.
   *
   * @param root the root of the repository
   * @param output the output folder, below which git ignores everything
   * @param commit the commit; empty outside git
   * @param dirty whether the tree differs from the commit
   */
  public record Origin(Path root, Path output, Optional<String> commit, boolean dirty) {}

  /** The names of the removed files of other versions. */
  public List<String> removed() {
    return List.copyOf(removed);
  }

  /**
   * Adds files, and removes files of the same packages in other versions.
   *
   * @param built the files
   * @param origin the source that they were built from
   * @return the artifacts by file name
   * @throws ReleaseException with {@link Code#OUTPUT_UNWRITABLE}
   */
  public List<Artifact> store(List<BuiltFile> built, Origin origin) {
    try {
      List<Artifact> artifacts = new ArrayList<>();
      for (BuiltFile file : built) {
        artifacts.add(Artifact.read(file.file()));
      }
      artifacts.sort(Comparator.comparing(Artifact::filename));
      create(origin.output());
      Files.deleteIfExists(directory.resolve(LIST));
      Files.deleteIfExists(directory.resolve(SUMS));
      for (BuiltFile file : built) {
        takeIn(file.file());
      }
      takeOutOthers(built, artifacts);
      write(SUMS, sums(artifacts));
      write(LIST, list(artifacts, origin));
      Files.deleteIfExists(unfinished);
      return List.copyOf(artifacts);
    } catch (IOException e) {
      throw OutputDirectory.unwritable(origin.root(), directory, e);
    }
  }

  private void create(Path output) throws IOException {
    boolean isNew = Files.notExists(directory);
    Files.createDirectories(directory);
    if (isNew && !directory.startsWith(output)) {
      // Without it the tree would have changes, and the next build would be refused.
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

  /** Forces a file to disk before it gets its name, so that a crash leaves no empty file. */
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
        removed.add(name);
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

  /** A version begins with a digit; the rest of a longer crate name does not. */
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

  /** The checksums in the format of sha256sum --check. */
  private static String sums(List<Artifact> artifacts) {
    StringBuilder text = new StringBuilder();
    artifacts.forEach(
        a -> text.append(a.sha256().hex()).append("  ").append(a.filename()).append('\n'));
    return text.toString();
  }

  private static String list(List<Artifact> artifacts, Origin origin) {
    return new Json()
        .write(
            new Document(
                SCHEMA,
                origin.commit().orElse(null),
                origin.dirty(),
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

package io.github.releasesync.goal;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.facts.SnapshotReader;
import io.github.releasesync.git.Git;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonException;
import io.github.releasesync.json.JsonValue;
import io.github.releasesync.plan.Planner;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupChoice;
import io.github.releasesync.project.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the plan of a release from the tree and the files that were built. */
final class Planning {

  private final Git git;
  private final Path root;

  Planning(Git git, Path root) {
    this.git = git;
    this.root = root;
  }

  /**
   * The plan.
   *
   * @throws ReleaseException if it is not clear which group is meant, a file is missing, or one is
   *     not what its registry takes
   */
  ReleasePlan plan(Settings settings, Optional<String> groupName, Path dist) {
    SnapshotReader reader = new SnapshotReader(git, root);
    Snapshot snapshot = reader.read(reader.tree(), settings);
    settings.requireIn(snapshot.workspace());
    List<Group> groups = snapshot.groups();
    Group group =
        groupName
            .map(name -> GroupChoice.named(groups, name))
            .or(() -> snapshot.followerAtHead(groups))
            .orElseGet(() -> GroupChoice.choose(groups, Optional.empty(), snapshot.tagsAtHead()));
    return new Planner(snapshot.workspace(), group, settings).plan(commit(), built(dist));
  }

  /**
   * Refuses files that were not built from what is checked out: their bytes would be published
   * under a commit that does not hold them.
   *
   * @throws ReleaseException with {@link Code#ARTIFACTS_OF_ANOTHER_COMMIT}
   */
  void requireBuiltFromHead(Path dist) {
    Path manifest = dist.resolve("artifacts.json");
    if (!Files.isRegularFile(manifest)) {
      return;
    }
    try {
      JsonValue json = new Json().read(Files.readString(manifest));
      String built = json.find("commit").map(JsonValue::string).orElse("");
      boolean dirty = json.find("dirty").map(JsonValue::bool).orElse(false);
      if (dirty || !built.equals(commit())) {
        throw otherCommit(builtFrom(dirty ? "changes that no commit has" : "commit " + built));
      }
    } catch (IOException | JsonException e) {
      throw otherCommit("artifacts.json is unreadable, so its commit is unknown");
    }
  }

  private static String builtFrom(String what) {
    return "the dist folder was built from " + what + ", not from the commit that is checked out";
  }

  private static ReleaseException otherCommit(String message) {
    return new ReleaseException(
        Problem.of(
            Code.ARTIFACTS_OF_ANOTHER_COMMIT,
            Place.of("artifacts.json"),
            message,
            Help.of("build it again with ", Command.of("package"))));
  }

  private String commit() {
    return git.open(root) instanceof GitRepository repository ? repository.head().orElse("") : "";
  }

  private static List<Artifact> built(Path dist) {
    if (!Files.isDirectory(dist)) {
      throw noDist(dist, null);
    }
    try (Stream<Path> files = Files.list(dist)) {
      return files.filter(Planning::isArtifact).sorted().map(Artifact::read).toList();
    } catch (IOException e) {
      throw noDist(dist, e);
    }
  }

  private static boolean isArtifact(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".crate") || name.endsWith(".whl") || name.endsWith(".tar.gz");
  }

  private static ReleaseException noDist(Path dist, IOException cause) {
    return new ReleaseException(
        Problem.of(
            Code.ARTIFACTS_INCOMPLETE,
            Place.of(dist.getFileName().toString()),
            "there is no dist folder with files to publish",
            Help.of("build them with ", Command.of("package"))),
        cause);
  }
}

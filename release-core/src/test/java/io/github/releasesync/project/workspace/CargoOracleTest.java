package io.github.releasesync.project.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.releasesync.check.LockRule;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.process.Command;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.process.ProgramNotFoundException;
import io.github.releasesync.process.SystemProcessRunner;
import io.github.releasesync.project.tree.Problems;
import io.github.releasesync.project.tree.TreePath;
import io.github.releasesync.project.tree.WorkingTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Cargo itself says of made-up workspaces, against what is read from their manifests. */
class CargoOracleTest {

  private static final int TREES = 60;
  private static final int LOCKED_TREES = 30;

  @TempDir Path temp;

  @BeforeAll
  static void needsCargo() {
    boolean found;
    try {
      found = cargo(Path.of("."), "--version").succeeded();
    } catch (ProgramNotFoundException e) {
      found = false;
    }
    if (!found && "required".equals(System.getProperty("it.toolchains"))) {
      fail("it.toolchains=required, but there is no cargo on the PATH");
    }
    Assumptions.assumeTrue(found, "no cargo on the PATH");
  }

  @Test
  void cratesVersionsAndMembersAreThoseThatCargoFinds() throws IOException {
    List<String> differences = new ArrayList<>();
    int accepted = 0;
    for (int seed = 0; seed < TREES; seed++) {
      Map<String, String> manifests = RandomCargoTree.of(seed);
      Path root = written("tree" + seed, manifests);
      Problems problems = new Problems();
      CrateReader reader =
          new CrateReader(WorkingTree.of(root.toRealPath(), manifests.keySet()), problems);
      reader.read();
      for (String manifest : manifests.keySet()) {
        String folder = TreePath.folder(manifest);
        if (isMereMember(reader, folder) || TreePath.isForeign(manifest)) {
          continue;
        }
        ProcessResult answer = metadata(root.resolve(folder));
        String difference =
            answer.succeeded()
                ? difference(reader, folder, members(root, answer))
                : unreported(reader, problems.all(), folder, answer);
        accepted += answer.succeeded() ? 1 : 0;
        if (!difference.isEmpty()) {
          differences.add("seed " + seed + ", " + manifest + ": " + difference);
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(accepted).as("workspaces and lone crates that Cargo takes").isGreaterThan(TREES);
  }

  /** Its workspace's root answers for it; who stands alone or is left out is asked for itself. */
  private static boolean isMereMember(CrateReader reader, String folder) {
    return reader.membership().rootOf(folder).filter(root -> !root.equals(folder)).isPresent();
  }

  /** The crates of one workspace, as cargo metadata lists them: folder, name, version. */
  private static Collection<String> members(Path root, ProcessResult answer) throws IOException {
    JsonObject metadata = JsonParser.parseString(answer.outputText()).getAsJsonObject();
    TreeSet<String> members = new TreeSet<>();
    for (var element : metadata.getAsJsonArray("packages")) {
      JsonObject crate = element.getAsJsonObject();
      Path manifest = Path.of(crate.get("manifest_path").getAsString());
      String path = root.toRealPath().relativize(manifest).toString().replace('\\', '/');
      members.add(path + " " + text(crate, "name") + " " + text(crate, "version"));
    }
    return members;
  }

  private static String text(JsonObject object, String key) {
    return object.get(key).getAsString();
  }

  private static String difference(CrateReader reader, String folder, Collection<String> expected) {
    String root = reader.membership().rootOf(folder).orElse(folder);
    TreeSet<String> actual = new TreeSet<>();
    for (String member : reader.membership().members(root)) {
      Package crate = reader.crates().get(member);
      actual.add(
          crate == null
              ? member + " not read"
              : crate.manifest() + " " + crate.name() + " " + crate.version().orElse("0.0.0"));
    }
    return actual.equals(expected) ? "" : "cargo " + expected + ", here " + actual;
  }

  /** What Cargo refuses must be left out or reported. */
  private static String unreported(
      CrateReader reader, List<Problem> problems, String folder, ProcessResult answer) {
    boolean reported = !problems.isEmpty() || !reader.membership().isLoaded(folder);
    return reported ? "" : "cargo refuses it: " + answer.errorText().strip();
  }

  @Test
  void locksAreStaleWhereCargoWouldRewriteThem() throws IOException {
    List<String> differences = new ArrayList<>();
    int[] seen = new int[2];
    for (int seed = 0; seed < LOCKED_TREES; seed++) {
      Map<String, String> manifests = RandomCargoTree.lockable(seed);
      Path root = written("locked" + seed, manifests);
      boolean lockable =
          cargo(root, "generate-lockfile", "--offline", "--quiet").succeeded()
              && locked(root).succeeded();
      if (!lockable) {
        continue;
      }
      Map<String, String> later = bumped(manifests, seed);
      written("locked" + seed, later);
      ProcessResult answer = locked(root);
      boolean refused = !answer.succeeded();
      boolean stale = isStale(root, later);
      seen[refused ? 1 : 0]++;
      if (refused != stale) {
        differences.add("seed " + seed + ": cargo " + refused + ", here " + stale);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(seen[0]).as("fresh locks").isGreaterThan(2);
    assertThat(seen[1]).as("stale locks").isGreaterThan(2);
  }

  private static Map<String, String> bumped(Map<String, String> manifests, int seed) {
    Map<String, String> later = new TreeMap<>(manifests);
    switch (seed % 4) {
      case 0 -> later.replaceAll((path, text) -> text.replace("\"1.2.3\"", "\"1.3.0\""));
      case 1 -> later.replaceAll((path, text) -> text.replace("\"3.2.1\"", "\"3.3.0\""));
      case 2 -> later.replaceAll((path, text) -> text.replace("'0.1.0'", "'0.2.0'"));
      default -> {}
    }
    return later;
  }

  private static boolean isStale(Path root, Map<String, String> manifests) throws IOException {
    List<String> files = new ArrayList<>(manifests.keySet());
    files.add("Cargo.lock");
    Workspace workspace = new WorkspaceReader().read(WorkingTree.of(root.toRealPath(), files));
    return workspace.locks().stream().anyMatch(lock -> !LockRule.stale(lock).isEmpty());
  }

  private Path written(String name, Map<String, String> manifests) throws IOException {
    Path root = temp.resolve(name);
    for (Map.Entry<String, String> manifest : manifests.entrySet()) {
      Path file = root.resolve(manifest.getKey());
      Path source = file.resolveSibling("src").resolve("lib.rs");
      Files.createDirectories(source.getParent());
      Files.writeString(file, manifest.getValue());
      Files.write(source, new byte[0]);
    }
    return root;
  }

  private static ProcessResult metadata(Path folder) {
    return cargo(folder, "metadata", "--no-deps", "--offline", "--format-version", "1");
  }

  private static ProcessResult locked(Path root) {
    return cargo(root, "metadata", "--locked", "--offline", "--format-version", "1");
  }

  private static ProcessResult cargo(Path folder, String... arguments) {
    List<String> argv = new ArrayList<>(List.of("cargo"));
    argv.addAll(List.of(arguments));
    return new SystemProcessRunner(System.getenv()).run(Command.of(folder, argv));
  }
}

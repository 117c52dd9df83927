package io.github.releasesync.project.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.project.workspace.WorkspaceReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadAheadTest {

  @TempDir private Path temp;

  @Test
  void theWorkspaceIsTheSameWithAndWithoutIt() throws Exception {
    List<String> files = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String broken = i % 20 == 0 ? "version = \n" : "version = \"1.0." + i + "\"\n";
      files.add("c" + i + "/Cargo.toml");
      files.add("c" + i + "/pyproject.toml");
      Path folder = Files.createDirectory(temp.resolve("c" + i));
      Files.writeString(
          folder.resolve("Cargo.toml"), "[package]\nname = \"c" + i + "\"\n" + broken);
      Files.writeString(
          folder.resolve("pyproject.toml"), "[project]\nname = \"p" + i + "\"\n" + broken);
    }
    Path root = temp.toRealPath();
    WorkingTree ahead = WorkingTree.of(root, files);
    Workspace workspace;
    try (ReadAhead started = ReadAhead.of(ahead)) {
      assertThat(started).isNotNull();
      workspace = new WorkspaceReader().read(ahead);
    }
    assertThat(workspace).isEqualTo(new WorkspaceReader().read(WorkingTree.of(root, files)));
  }

  @Test
  void aManifestThatIsRefusedIsParsedOnceToo() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Files.writeString(temp.resolve("Cargo.toml"), "[package\n");
    WorkingTree tree = WorkingTree.of(temp.toRealPath(), List.of("Cargo.toml"));
    ParsedOnce<Object> parsed =
        new ParsedOnce<>(
            path -> {
              calls.incrementAndGet();
              return tree.cargoManifest(path);
            });
    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(ReleaseException.class).isThrownBy(() -> parsed.get("Cargo.toml"));
    }
    assertThat(calls).hasValue(1);
  }
}

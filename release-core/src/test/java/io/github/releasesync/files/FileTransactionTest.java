package io.github.releasesync.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.FileChange;
import io.github.releasesync.text.SourceText;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileTransactionTest {

  private static final int FILES = 4;

  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void files() throws IOException {
    root = temp.toRealPath().resolve("root");
    for (int i = 0; i < FILES; i++) {
      Path file = root.resolve("m" + i + "/Cargo.toml");
      Files.createDirectories(file.getParent());
      Files.writeString(file, "version = \"1.0.0\" # " + i + "\n");
    }
  }

  @Test
  void killedAtAnyActionTheNextRunFinishesOrUndoesIt() throws IOException {
    TreeMap<String, String> before = tree();
    List<FileChange> changes = changes();
    Counting all = new Counting(Integer.MAX_VALUE, false);
    new FileTransaction(root, all).write(changes);
    TreeMap<String, String> after = tree();
    assertThat(after).isNotEqualTo(before);
    List<FileTransaction.Repair> repairs = new ArrayList<>();
    for (int point = 0; point < all.done; point++) {
      restore(before);
      Counting killed = new Counting(point, false);
      assertThatThrownBy(() -> new FileTransaction(root, killed).write(changes))
          .isInstanceOf(Killed.class);
      FileTransaction.Repair repair = new FileTransaction(root, FileSystemActions.SYSTEM).repair();
      repairs.add(repair);
      assertThat(tree())
          .as("killed before action " + point)
          .isEqualTo(repair == FileTransaction.Repair.FINISHED ? after : before);
      assertThat(new FileTransaction(root, FileSystemActions.SYSTEM).repair())
          .isEqualTo(FileTransaction.Repair.NOTHING);
    }
    assertThat(repairs).contains(FileTransaction.Repair.UNDONE, FileTransaction.Repair.FINISHED);
    assertThat(all.done).isGreaterThan(3 * FILES);
    long undone = repairs.stream().filter(FileTransaction.Repair.UNDONE::equals).count();
    System.out.println(
        "a change of "
            + changes.size()
            + " files killed at "
            + all.done
            + " points: "
            + undone
            + " undone, "
            + (all.done - undone)
            + " finished or not begun");
  }

  @Test
  void aDiskThatRefusesLeavesAllAsItWas() throws IOException {
    TreeMap<String, String> before = tree();
    int decided = 2 + 2 * (FILES + 1) + 2;
    for (int point = 0; point < decided; point++) {
      Counting full = new Counting(point, true);
      assertThatThrownBy(() -> new FileTransaction(root, full).write(changes()))
          .isInstanceOfSatisfying(
              ReleaseException.class,
              e -> assertThat(e.problem().code()).isEqualTo(Code.CHANGE_FAILED));
      new FileTransaction(root, FileSystemActions.SYSTEM).repair();
      assertThat(tree()).as("refused at action " + point).isEqualTo(before);
    }
  }

  @Test
  void aFileThatWasSavedInBetweenIsNotOverwritten() throws IOException {
    List<FileChange> changes = changes();
    Files.writeString(root.resolve("m1/Cargo.toml"), "version = \"3.0.0\"\n");
    TreeMap<String, String> saved = tree();
    assertThatThrownBy(() -> new FileTransaction(root, FileSystemActions.SYSTEM).write(changes))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(Code.CHANGE_FAILED);
              assertThat(e.problem().place().file()).isEqualTo("m1/Cargo.toml");
            });
    assertThat(tree()).isEqualTo(saved);
  }

  @Test
  void aRecordThatIsNotUnderstoodIsNotGuessed() throws IOException {
    Files.createDirectories(root.resolve(".release-sync/change"));
    for (String record :
        List.of(
            "{",
            "{\"decided\":true,\"files\":[{\"path\":\"../outside\",\"sha256\":\"x\"}]}",
            "{\"decided\":true,\"files\":[{\"path\":\"m0/Cargo.toml\",\"sha256\":\"x\"}]}")) {
      Files.writeString(root.resolve(".release-sync/change/change.json"), record);
      assertThatThrownBy(() -> new FileTransaction(root, FileSystemActions.SYSTEM).repair())
          .isInstanceOfSatisfying(
              ReleaseException.class,
              e -> assertThat(e.problem().code()).isEqualTo(Code.CHANGE_DAMAGED));
    }
  }

  @Test
  void twoRunsDoNotChangeTheSameTree() throws IOException {
    Path folder = Files.createDirectories(root.resolve(".release-sync/change"));
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      assertThatThrownBy(() -> new FileTransaction(root, FileSystemActions.SYSTEM).write(changes()))
          .isInstanceOfSatisfying(
              ReleaseException.class,
              e -> assertThat(e.problem().code()).isEqualTo(Code.CHANGE_LOCKED));
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions and links there")
  void permissionsAndLinksStay() throws IOException {
    Path script = root.resolve("m0/Cargo.toml");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x---"));
    Files.move(root.resolve("m1/Cargo.toml"), root.resolve("m1/real.toml"));
    Files.createSymbolicLink(root.resolve("m1/Cargo.toml"), Path.of("real.toml"));
    new FileTransaction(root, FileSystemActions.SYSTEM).write(changes());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(script)))
        .isEqualTo("rwxr-x---");
    assertThat(root.resolve("m1/Cargo.toml")).isSymbolicLink();
    assertThat(Files.readString(root.resolve("m1/real.toml"))).contains("2.0.0");
  }

  private List<FileChange> changes() throws IOException {
    List<FileChange> changes = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      String path = "m" + i + "/Cargo.toml";
      SourceText before = SourceText.decode(path, Files.readAllBytes(root.resolve(path)));
      changes.add(
          new FileChange(
              path,
              Optional.of(before),
              SourceText.of(path, before.content().replace("1.0.0", "2.0.0"))));
    }
    SourceText created = SourceText.of("CHANGELOG.md", "# Changelog\n");
    changes.add(new FileChange("CHANGELOG.md", Optional.empty(), created));
    return changes;
  }

  /** Everything but the folder of the record; a file that should not be there would show. */
  private TreeMap<String, String> tree() throws IOException {
    TreeMap<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String path = root.relativize(file).toString().replace('\\', '/');
        if (!path.startsWith(".release-sync/")) {
          files.put(path, Files.readString(file));
        }
      }
    }
    return files;
  }

  private void restore(TreeMap<String, String> files) throws IOException {
    Files.deleteIfExists(root.resolve("CHANGELOG.md"));
    for (var file : files.entrySet()) {
      Files.writeString(root.resolve(file.getKey()), file.getValue());
    }
  }

  /** What a killed process throws: nothing that anybody catches. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Does so many actions, then dies or refuses. */
  private static final class Counting implements FileSystemActions {
    private final int most;
    private final boolean refuses;
    private int done;

    Counting(int most, boolean refuses) {
      this.most = most;
      this.refuses = refuses;
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
      if (done == most && !refuses) {
        Files.write(file, java.util.Arrays.copyOf(content, content.length / 2));
      }
      step();
      FileSystemActions.super.write(file, content);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
      step();
      FileSystemActions.super.replace(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
      step();
      FileSystemActions.super.delete(file);
    }

    @Override
    public void copyPermissions(Path from, Path to) throws IOException {
      step();
      FileSystemActions.super.copyPermissions(from, to);
    }

    private void step() throws IOException {
      if (done++ >= most) {
        if (refuses) {
          throw new IOException("No space left on device");
        }
        throw new Killed();
      }
    }
  }
}

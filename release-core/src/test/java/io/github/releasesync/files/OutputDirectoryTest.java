package io.github.releasesync.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which folders reports may be written to, and which of them git is made to ignore. */
class OutputDirectoryTest {

  @TempDir private Path root;

  private Path write(String folder) {
    new OutputDirectory(root, Path.of(folder)).write("check.json", "{}");
    return root.resolve(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        "",
        "core/..",
        "..",
        ".git",
        ".git/reports",
        "core/.git",
        ".GIT/x",
        ".release-sync",
        ".release-sync/change"
      })
  void aFolderThatIsNotForReportsIsRefused(String folder) {
    ReleaseException thrown = catchThrowableOfType(ReleaseException.class, () -> write(folder));
    Problem problem = thrown.problem();
    assertThat(problem.code()).isEqualTo(Code.OUTPUT_UNWRITABLE);
    assertThat(problem.help().toString()).contains("outputDirectory");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void aNewFolderIsIgnored() {
    assertThat(write("out/reports").resolve(".gitignore")).hasContent("*\n");
  }

  @Test
  void anEmptyFolderIsIgnored() throws IOException {
    Files.createDirectory(root.resolve("out"));
    assertThat(write("out").resolve(".gitignore")).hasContent("*\n");
  }

  @Test
  void aFolderOfReportsIsIgnored() throws IOException {
    Files.createDirectory(root.resolve("out"));
    Files.writeString(root.resolve("out/next.json"), "{}");
    assertThat(write("out").resolve(".gitignore")).hasContent("*\n");
  }

  @Test
  void aFolderWithOtherFilesStaysVisibleToGit() throws IOException {
    Files.createDirectories(root.resolve("core/src"));
    Files.writeString(root.resolve("core/src/lib.rs"), "");
    Path folder = write("core/src");
    assertThat(folder.resolve(".gitignore")).doesNotExist();
    assertThat(folder.resolve("check.json")).hasContent("{}");
  }
}

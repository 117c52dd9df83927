package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandingPropertiesTest {

  @TempDir private Path folder;

  @Test
  void argumentsDefineThemInEveryWayThatMavenTakes() {
    assertThat(
            StandingProperties.in(
                "-B -Drelease-sync.root=a -D release-sync.groups=x --define release-sync.level=y"
                    + "\n\"-Drelease-sync.note=a b\" -Dother.root=z"))
        .containsOnlyKeys(
            "release-sync.groups", "release-sync.level", "release-sync.note", "release-sync.root")
        .containsEntry("release-sync.groups", "x");
  }

  @Test
  void bothFilesOfTheFolderCount() throws IOException {
    Files.writeString(folder.resolve("maven.config"), "-Drelease-sync.groups=a=cargo:a\n-T2\n");
    Files.writeString(folder.resolve("maven-user.properties"), "release-sync.root = a\n");

    assertThat(StandingProperties.of(folder))
        .containsExactly(
            Map.entry("release-sync.groups", "a=cargo:a"), Map.entry("release-sync.root", "a"));
  }

  @Test
  void withoutAFolderThereAreNone() {
    assertThat(StandingProperties.of(folder.resolve(".mvn"))).isEmpty();
  }

  @Test
  void whatCannotBeReadIsSaid() throws IOException {
    Files.write(folder.resolve("maven.config"), new byte[] {(byte) 0xff});

    ReleaseException refused =
        catchThrowableOfType(ReleaseException.class, () -> StandingProperties.of(folder));
    assertThat(refused.problem().code()).isEqualTo(Code.CONFIGURATION_INVALID);
    assertThat(refused.problem().message()).contains("cannot be read");
  }
}

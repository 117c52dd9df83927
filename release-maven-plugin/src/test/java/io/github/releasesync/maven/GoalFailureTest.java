package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.report.MavenWording;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

/** What a user reads where a file vanishes while a goal works. */
class GoalFailureTest {

  @Test
  void aFileThatVanishedIsNamedWithItsCode() {
    UncheckedIOException vanished = new UncheckedIOException(new NoSuchFileException("dist/a.whl"));
    assertThat(GoalFailure.of(vanished, MavenWording.DECLARED))
        .hasMessage(
            "error[RS011] dist/a.whl: the file cannot be read or written (NoSuchFileException);"
                + " make it readable and writable, then run the same command again");
  }
}

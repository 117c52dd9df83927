package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.report.MavenWording;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a user reads where a file vanishes while a goal works. */
class GoalFailureTest {

  /** Maven prints each message that those before it do not contain. */
  @Test
  void aLineBreakInAPathForgesNoLineAndNothingIsPrintedTwice() {
    Path path = Path.of("a\n[INFO] BUILD SUCCESS");
    ReleaseException missing =
        new ReleaseException(
            Problem.of(
                Code.ROOT_MISSING,
                Place.of("."),
                "there is no folder `" + path + "`",
                "correct it"),
            new NoSuchFileException(path.toString()));
    Throwable failure = GoalFailure.of(missing, MavenWording.DECLARED);
    String line = failure.getMessage();
    assertThat(line)
        .isEqualTo("error[RS002] .: there is no folder `a\\u{a}[INFO] BUILD SUCCESS`; correct it");
    assertThat(failure.getCause().getMessage()).isEqualTo(line);
    assertThat(line).contains(failure.getCause().getCause().getMessage());
    assertThat(failure.getCause().getCause())
        .hasToString("java.nio.file.NoSuchFileException: a\\u{a}[INFO] BUILD SUCCESS")
        .hasNoCause();
    assertThat(failure.getCause().getStackTrace()).isEqualTo(missing.getStackTrace());
  }

  @Test
  void aFileThatVanishedIsNamedWithItsCode() {
    UncheckedIOException vanished = new UncheckedIOException(new NoSuchFileException("dist/a.whl"));
    assertThat(GoalFailure.of(vanished, MavenWording.DECLARED))
        .hasMessage(
            "error[RS011] dist/a.whl: the file cannot be read or written (NoSuchFileException);"
                + " make it readable and writable, then run the same command again");
  }
}

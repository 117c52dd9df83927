package io.github.releasesync.maven;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.report.Wording;
import java.io.UncheckedIOException;
import org.apache.maven.plugin.MojoExecutionException;

/** The failure of a goal as Maven prints it, without a stack trace. */
final class GoalFailure {

  private GoalFailure() {}

  /** The failure for what the library throws. */
  static MojoExecutionException of(RuntimeException thrown, Wording wording) {
    Problem problem =
        thrown instanceof ReleaseException known
            ? known.problem()
            : unreadable((UncheckedIOException) thrown);
    String line = ReportLine.stop(problem, wording).text();
    return new MojoExecutionException(line, new PrintableCause(line, thrown));
  }

  /** A file that was there a moment ago, or a full disk: a user can cause it. */
  private static Problem unreadable(UncheckedIOException thrown) {
    return Problem.of(
        Code.FILE_UNREADABLE,
        Place.of(String.valueOf(thrown.getCause().getMessage())),
        "the file cannot be read or written (" + thrown.getCause().getClass().getSimpleName() + ")",
        "make it readable and writable, then run the same command again");
  }
}

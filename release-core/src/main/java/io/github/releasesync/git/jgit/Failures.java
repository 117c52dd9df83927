package io.github.releasesync.git.jgit;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.Printable;
import java.io.IOException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.errors.MissingObjectException;

/** What JGit cannot read, as a problem. */
final class Failures {

  private Failures() {}

  /** A question that JGit may fail to answer. */
  @FunctionalInterface
  interface Question<T> {
    T ask() throws IOException;
  }

  /**
   * Asks.
   *
   * @throws ReleaseException with {@link Code#GIT_FAILED} if there is no answer
   */
  static <T> T answer(Question<T> question) {
    try {
      return question.ask();
    } catch (MissingObjectException e) {
      throw failed("object " + e.getObjectId().name() + " missing from this clone", e);
    } catch (IOException | JGitInternalException e) {
      throw failed(e.getMessage(), e);
    }
  }

  static ReleaseException failed(String message, Exception cause) {
    return new ReleaseException(
        Problem.of(
            Code.GIT_FAILED,
            Place.of("."),
            "JGit: " + Printable.of(String.valueOf(message)),
            "install git, and run this again: it says what is wrong with the repository"),
        cause);
  }
}

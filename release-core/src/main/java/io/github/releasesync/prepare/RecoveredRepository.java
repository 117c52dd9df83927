package io.github.releasesync.prepare;

import io.github.releasesync.facts.SourceRepository;
import io.github.releasesync.files.OutputDirectory;
import io.github.releasesync.git.Git;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A repository that is ready for a change: any interrupted run is recovered, and the folder for
 * reports is writable.
 *
 * @param source the repository
 * @param recovered the recovered parts of an interrupted run
 * @param output the folder for reports; empty for none
 * @param report the name of the report
 */
public record RecoveredRepository(
    SourceRepository source, Recovered recovered, Optional<OutputDirectory> output, String report) {

  /**
   * Opens a repository and recovers an interrupted run, except in a dry run.
   *
   * @param git the user's git
   * @param found the repository
   * @param interrupted the possible remains of a run
   * @param dryRun whether an interrupted run is left as it is
   * @param output the folder for reports; empty for none
   * @param report the name of the report of the goal; an old one is deleted
   * @return the repository
   * @throws ReleaseException if it is unclear how to recover, or with {@link
   *     Code#OUTPUT_UNWRITABLE} if the folder for reports cannot be created
   */
  public static RecoveredRepository open(
      Git git,
      SourceRepository found,
      InterruptedRun interrupted,
      boolean dryRun,
      Optional<OutputDirectory> output,
      String report) {
    Recovered recovered = dryRun ? interrupted.leave() : interrupted.recover();
    SourceRepository source = recovered.notes().isEmpty() ? found : found.reopened(git);
    output.ifPresent(folder -> folder.makeRoomFor(report));
    return new RecoveredRepository(source, recovered, output, report);
  }

  /**
   * The git repository.
   *
   * @return the repository
   * @throws ReleaseException with {@link Code#NOT_A_REPOSITORY} outside git
   */
  public GitRepository repository() {
    return source.repository().orElseThrow(RecoveredRepository::noCommit);
  }

  /**
   * Writes the report of a goal that is done, if there is a folder for reports.
   *
   * @param document supplies its content
   * @throws ReleaseException with {@link Code#OUTPUT_UNWRITABLE} if it cannot be written
   */
  public void write(Supplier<String> document) {
    output.ifPresent(folder -> write(folder, document.get()));
  }

  /** Without these words, the goal itself would seem to have failed. */
  private void write(OutputDirectory folder, String document) {
    try {
      folder.write(report, document);
    } catch (ReleaseException e) {
      Problem problem = e.problem();
      throw new ReleaseException(
          Problem.of(
              problem.code(),
              problem.place(),
              "the goal is done, but its report " + problem.message(),
              Help.of("do not run the goal again for it; ", problem.help())),
          e);
    }
  }

  /**
   * The exception for a repository without a commit.
   *
   * @return the exception to throw
   */
  public static ReleaseException noCommit() {
    return new ReleaseException(
        Problem.of(
                Code.NOT_A_REPOSITORY,
                Place.of("."),
                "there is no commit that a release could follow",
                "commit first")
            .withSeverity(Severity.ERROR));
  }
}

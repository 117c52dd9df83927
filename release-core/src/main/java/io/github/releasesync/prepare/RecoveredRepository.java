package io.github.releasesync.prepare;

import io.github.releasesync.facts.SourceRepository;
import io.github.releasesync.files.OutputDirectory;
import io.github.releasesync.git.Git;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A repository that is ready for a change: any interrupted run is recovered, and the folder for
 * reports is writable.
 *
 * @param source the repository
 * @param recovered the recovered parts of an interrupted run
 * @param output the folder for reports; empty for none
 */
public record RecoveredRepository(
    SourceRepository source, Recovered recovered, Optional<OutputDirectory> output) {

  /**
   * Opens a repository and recovers an interrupted run.
   *
   * @param git the user's git
   * @param found the repository
   * @param interrupted the possible remains of a run
   * @param outputDirectory the folder for reports, relative to the root; empty for none
   * @return the repository
   * @throws ReleaseException if it is unclear how to recover, or with {@link
   *     Code#OUTPUT_UNWRITABLE} if the folder for reports cannot be created
   */
  public static RecoveredRepository open(
      Git git, SourceRepository found, InterruptedRun interrupted, Optional<Path> outputDirectory) {
    Recovered recovered = interrupted.recover();
    SourceRepository source = recovered.notes().isEmpty() ? found : found.reopened(git);
    Optional<OutputDirectory> output =
        outputDirectory.map(given -> new OutputDirectory(source.root(), given));
    output.ifPresent(OutputDirectory::create);
    return new RecoveredRepository(source, recovered, output);
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
   * Writes a report, if there is a folder for reports.
   *
   * @param name the name of the file
   * @param document supplies its content
   * @throws ReleaseException with {@link Code#OUTPUT_UNWRITABLE} if it cannot be written
   */
  public void report(String name, Supplier<String> document) {
    output.ifPresent(folder -> folder.write(name, document.get()));
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

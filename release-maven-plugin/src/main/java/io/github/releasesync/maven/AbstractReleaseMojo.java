package io.github.releasesync.maven;

import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.report.ProgressText;
import io.github.releasesync.report.Report;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.report.Wording;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** Base of all goals: the root, skipping, running once per reactor, and the output of failures. */
abstract class AbstractReleaseMojo extends AbstractMojo {

  /**
   * The folder of the repository, relative to the project. The default is the git work tree that
   * contains the project, else the current folder.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.root")
  private String root;

  /**
   * Skips the goal. In a module, only the execution of this module is skipped.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  abstract void run() throws MojoExecutionException, MojoFailureException;

  /** Whether the goal runs in the last module of a reactor, not in the first. */
  boolean runsLast() {
    return false;
  }

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    try {
      if (!skip) {
        ParameterGuard.check(session, execution);
      }
      if (runsLast() ? turn().isLast(!skip) : !skip && turn().isFirst()) {
        run();
      } else if (skip) {
        getLog().info("Skipped: release-sync.skip is set.");
      } else {
        getLog().debug("Done in another module, for the whole repository.");
      }
    } catch (ReleaseException | UncheckedIOException e) {
      throw GoalFailure.of(e, wording());
    }
  }

  /** The folder of the project, or the current folder without a POM. */
  final Path start() {
    return Optional.ofNullable(session.getCurrentProject().getBasedir())
        .map(basedir -> basedir.toPath())
        .orElseGet(() -> Path.of(session.getExecutionRootDirectory()));
  }

  final Optional<Path> root() {
    return path(root);
  }

  /** An optional parameter as a path. */
  static Optional<Path> path(String value) {
    return given(value).map(Path::of);
  }

  /** An optional parameter. */
  static Optional<String> given(String value) {
    return Optional.ofNullable(value);
  }

  /** Whether Maven is offline. */
  final boolean isOffline() {
    return session.isOffline();
  }

  final void print(List<ReportLine> lines) {
    lines.forEach(this::print);
  }

  /** Prints a report; its last line is the reason if the goal fails. */
  final void print(Report report) throws MojoFailureException {
    print(report.lines());
    end(report.lastLine(), report.failed());
  }

  /** The wording of commands and options. */
  final Wording wording() {
    return SessionWording.of(
        session, execution, root().map(given -> start().resolve(given)).orElse(start()));
  }

  /** Prints what a build, a release or a rehearsal does while it does it. */
  final ProgressText progress() {
    return new ProgressText(this::print);
  }

  final void print(ReportLine line) {
    LogLine.print(line, getLog());
  }

  /** A property of the command line; the POM cannot set it. */
  final String userProperty(String name) {
    return session.getUserProperties().getProperty(name);
  }

  /** Whether this build includes all modules, without -pl and -rf. */
  final boolean isWholeReactor() {
    return session.getProjects().size() == session.getAllProjects().size();
  }

  /** Prints the last line, or fails with it. */
  final void end(String lastLine, boolean failed) throws MojoFailureException {
    if (failed) {
      throw new MojoFailureException(lastLine);
    }
    getLog().info(lastLine);
  }

  private ReactorTurn turn() {
    return ReactorTurn.of(session, execution, String.valueOf(root));
  }
}

package io.github.releasesync.maven;

import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.text.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What every goal shares: the root, skipping, running once, and how failures are told. */
abstract class AbstractReleaseMojo extends AbstractMojo {

  /**
   * The folder to look at, relative to the project. By default the git work tree that contains the
   * project, else the current folder.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.root")
  private String root;

  /**
   * Where reports go, relative to the root. By default {@code target/release-sync} there.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.outputDirectory")
  private String outputDirectory;

  /**
   * Does nothing, and says so.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  abstract void run() throws MojoFailureException;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped: release-sync.skip is set.");
      return;
    }
    if (!isFirstOfReactor()) {
      getLog().debug("Done in an earlier module, for the whole repository.");
      return;
    }
    try {
      run();
    } catch (ReleaseException e) {
      throw new MojoExecutionException(text(e.problem()), e);
    }
  }

  /** The folder that the goal runs for: the project's, or the current one without a POM. */
  final Path start() {
    return Optional.ofNullable(session.getCurrentProject().getBasedir())
        .map(basedir -> basedir.toPath())
        .orElseGet(() -> Path.of(session.getExecutionRootDirectory()));
  }

  final Optional<Path> root() {
    return Optional.ofNullable(root).map(Path::of);
  }

  final Optional<Path> outputDirectory() {
    return Optional.ofNullable(outputDirectory).map(Path::of);
  }

  final void print(List<ReportLine> lines) {
    for (ReportLine line : lines) {
      switch (line.severity()) {
        case ERROR -> getLog().error(line.text());
        case WARNING -> getLog().warn(line.text());
        case INFO -> getLog().info(line.text());
      }
    }
  }

  /** What is bound in a parent runs in every module, but the repository is one. */
  private boolean isFirstOfReactor() {
    Map<String, Object> shared =
        session.getPluginContext(
            execution.getMojoDescriptor().getPluginDescriptor(), session.getTopLevelProject());
    String key = execution.getGoal() + "@" + execution.getExecutionId() + " " + root;
    return shared.putIfAbsent(key, Boolean.TRUE) == null;
  }

  private static String text(Problem problem) {
    return Printable.of(
        "error["
            + problem.code().id()
            + "] "
            + problem.place()
            + ": "
            + problem.message()
            + "; "
            + problem.help());
  }
}

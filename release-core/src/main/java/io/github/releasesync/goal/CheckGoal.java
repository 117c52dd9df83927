package io.github.releasesync.goal;

import io.github.releasesync.check.Assessment;
import io.github.releasesync.check.SyncPreview;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.facts.SnapshotReader;
import io.github.releasesync.facts.SourceRepository;
import io.github.releasesync.files.OutputDirectory;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.report.CheckJson;
import io.github.releasesync.report.CheckSarif;
import io.github.releasesync.report.CheckText;
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.report.ReportLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies every rule to a repository and writes check.json and check.sarif. */
public final class CheckGoal {

  private final Map<String, String> environment;
  private final String version;

  /**
   * The goal.
   *
   * @param environment the variables of this process, which tell of a CI service
   * @param version the version of this library, for the report
   */
  public CheckGoal(Map<String, String> environment, String version) {
    this.environment = environment;
    this.version = version;
  }

  /**
   * Checks a repository.
   *
   * @param repository the repository
   * @param output where reports go
   * @param interrupted what is to be said of an interrupted run
   * @param request how findings are taken
   * @return what was found
   * @throws ReleaseException if the configuration cannot be understood, git fails, or a report
   *     cannot be written
   */
  public CheckResult run(
      SourceRepository repository,
      OutputDirectory output,
      Optional<Help> interrupted,
      CheckRequest request) {
    SnapshotReader reader = new SnapshotReader(repository.git(), repository.root());
    FileTree tree = reader.tree();
    Snapshot snapshot = reader.readWithCopies(tree, request.settings());
    Assessment assessment = Assessment.of(snapshot).configured(request.rules());
    SyncPreview sync =
        SyncPreview.of(
            tree, snapshot, assessment, request.rules(), request.failOn().least(assessment));
    String report = output.write("check.json", CheckJson.write(assessment));
    String folder = reader.folderInRepository();
    output.write("check.sarif", CheckSarif.write(assessment, folder, version));
    CheckText text = new CheckText(assessment, sync, tree::find);
    String lastLine = text.lastLine(report);
    List<ReportLine> lines = new ArrayList<>();
    interrupted.map(MavenWording.DECLARED::text).map(ReportLine::warning).ifPresent(lines::add);
    lines.addAll(text.lines());
    ContinuousIntegrationOutput service = new ContinuousIntegrationOutput(environment);
    service.summarize(assessment, lastLine).ifPresent(lines::add);
    return new CheckResult(
        assessment,
        lines,
        service.annotations(assessment, folder),
        lastLine,
        request.failOn().fails(assessment));
  }
}

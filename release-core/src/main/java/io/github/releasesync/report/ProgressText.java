package io.github.releasesync.report;

import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.Step;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.publish.ArtifactState;
import io.github.releasesync.publish.ExecutionListener;
import java.time.Duration;
import java.util.function.Consumer;

/** Tells in lines of text what the executor does. */
public class ProgressText implements ExecutionListener {

  private final Consumer<ReportLine> out;

  public ProgressText(Consumer<ReportLine> out) {
    this.out = out;
  }

  @Override
  public void begins(Step step) {
    if (step instanceof Step.PublishCrates crates) {
      say("crates, level " + crates.level() + ": " + count(step));
    } else if (step instanceof Step.UploadCanary) {
      say("PyPI, first file: from here the release can only be finished");
    } else if (step instanceof Step.UploadFiles) {
      say("PyPI: " + count(step));
    } else if (step instanceof Step.ReadBack) {
      say("reading back " + count(step));
    }
  }

  @Override
  public void reached(PlannedArtifact artifact, ArtifactState state, String detail) {
    if (state == ArtifactState.PRESENT) {
      String name = artifact.artifact().filename();
      say("  " + name + (detail.isEmpty() ? "  sent" : "  " + detail));
    }
  }

  @Override
  public void waits(PlannedArtifact artifact, Duration longest) {
    String name = artifact.artifact().filename();
    say("  " + name + "  waiting for the index, at most " + longest.toSeconds() + " s");
  }

  @Override
  public void recorded(int number) {}

  private void say(String text) {
    out.accept(new ReportLine(Severity.INFO, text));
  }

  private static String count(Step step) {
    int files = step.artifacts().size();
    return files + (files == 1 ? " file" : " files");
  }
}

package io.github.releasesync.report;

import io.github.releasesync.packaging.BuildEvent;
import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.Step;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.publish.ArtifactState;
import io.github.releasesync.rehearsal.RehearsalListener;
import io.github.releasesync.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The progress of a build, a release or a rehearsal, as lines of text. */
public final class ProgressText implements RehearsalListener {

  private final Consumer<ReportLine> out;

  /**
   * A listener.
   *
   * @param out receives each line as soon as its event happens
   */
  public ProgressText(Consumer<ReportLine> out) {
    this.out = out;
  }

  @Override
  public void happens(BuildEvent event) {
    if (event instanceof BuildEvent.ToolWrote wrote) {
      out.accept(new ReportLine(Severity.ERROR, "  " + wrote.line().replace("\t", "    ")));
    } else if (event instanceof BuildEvent.PackagingCrates packaging) {
      List<String> crates = packaging.crates();
      String what = crates.size() == 1 ? crates.get(0) : crates.size() + " crates";
      say("packaging " + what + " with cargo " + packaging.cargoVersion());
    } else if (event instanceof BuildEvent.BuildingProject building) {
      say("building " + building.project() + " with " + building.tool());
    } else if (event instanceof BuildEvent.InstallingTools installing) {
      String what = String.join(", ", installing.requirements());
      say("installing " + what + " for this repository only");
    } else if (event instanceof BuildEvent.Built built) {
      String files = String.join(", ", built.files());
      say(String.format(Locale.ROOT, "built %s in %.1f s", files, built.took().toMillis() / 1e3));
    }
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
  public void clientsBegin() {
    say("testing it with the real clients");
  }

  private void say(String text) {
    out.accept(ReportLine.info(text));
  }

  private static String count(Step step) {
    return Words.count(step.artifacts().size(), "file");
  }
}

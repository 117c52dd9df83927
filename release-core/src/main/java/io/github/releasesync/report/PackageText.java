package io.github.releasesync.report;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.files.OutputDirectory;
import io.github.releasesync.goal.PackageResult;
import io.github.releasesync.packaging.LeftOut;
import io.github.releasesync.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The text of the package goal. */
public final class PackageText {

  private PackageText() {}

  /**
   * The text of the package goal.
   *
   * @param result its result
   * @param wording the notation of commands
   * @return the text
   */
  public static Report of(PackageResult result, Wording wording) {
    List<ReportLine> lines = new ArrayList<>();
    result.leftOut().forEach(p -> lines.add(ReportLine.info(line(p))));
    result
        .removed()
        .forEach(f -> lines.add(ReportLine.info("removed " + f + ", of another version")));
    result.artifacts().forEach(a -> lines.add(ReportLine.info(line(a))));
    return new Report(lines, lastLine(result), false);
  }

  private static String line(LeftOut one) {
    return one.packageId()
        + " is left out: "
        + switch (one.reason()) {
          case EXTERNAL -> "another tool publishes it";
          case NOT_PUBLISHABLE -> "its manifest keeps it from being published";
          case NO_GROUP -> "it is in no group";
        };
  }

  private static String line(Artifact artifact) {
    return String.format(
        Locale.ROOT,
        "%-5s  %s  %,d bytes  sha256 %s",
        artifact.kind().word(),
        artifact.filename(),
        artifact.size(),
        artifact.sha256());
  }

  private static String lastLine(PackageResult result) {
    if (result.artifacts().isEmpty()) {
      return "Nothing to package";
    }
    return "Packaged "
        + Words.count(result.artifacts().size(), "artifact")
        + " in "
        + OutputDirectory.display(result.root(), result.distDirectory())
        + ", with SHA256SUMS and artifacts.json";
  }
}

package io.github.releasesync.artifact;

import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.version.Pep440Version;
import java.nio.file.Path;
import java.util.List;

/**
 * An sdist as PyPI takes it: a canonical name, everything in {@code name-version/}, files and
 * folders only, PKG-INFO at its top.
 *
 * @param filename the parts of the file name
 * @param metadata PKG-INFO
 * @param entries the paths of all files and folders in the archive
 */
public record SdistArchive(SdistFilename filename, CoreMetadata metadata, List<String> entries) {

  private static final String SUFFIX = ".tar.gz";
  private static final String BUILD_AGAIN = "build the sdist again; do not rename it";

  /**
   * Reads an sdist from end to end.
   *
   * @param file the sdist
   * @return its content
   * @throws ReleaseException with a code of RS32x if PyPI would refuse it, or the package inside
   *     does not match the file name
   */
  public static SdistArchive read(Path file) {
    return hashed(file).archive();
  }

  /** The same, with the size and hash of the file. */
  static Hashed<SdistArchive> hashed(Path file) {
    String name = file.getFileName().toString();
    Refusal refusal = new Refusal(name);
    SdistFilename filename = SdistFilename.parse(name);
    if (!filename.canonical()) {
      String canonical =
          SdistFilename.canonical(filename.distribution(), filename.version().toString());
      throw refusal.of(
          Code.ARTIFACT_NAME_INVALID,
          "is not spelled as PyPI requires: `" + Refusal.shown(canonical) + "`",
          "build it with a newer backend");
    }
    String folder = name.substring(0, name.length() - SUFFIX.length()) + "/";
    String info = folder + "PKG-INFO";
    EntryRules rules = EntryRules.ofPyPi(refusal, WheelArchive.size(file, refusal));
    Contents contents = TarGz.read(file, rules, folder, info::equals);
    String text =
        contents
            .text(info, refusal)
            .orElseThrow(
                () ->
                    refusal.of(
                        Code.ARTIFACT_INCOMPLETE, "there is no `" + info + "`", BUILD_AGAIN));
    CoreMetadata metadata = CoreMetadata.parse(name + "!" + info, text);
    boolean same =
        ProjectName.normalize(metadata.name()).equals(filename.project())
            && Pep440Version.parse(metadata.version()).equals(filename.version());
    if (!same) {
      throw refusal.of(
          Code.ARTIFACT_MISNAMED,
          "holds " + Refusal.shown(metadata.name() + " " + metadata.version()),
          BUILD_AGAIN);
    }
    return Hashed.of(new SdistArchive(filename, metadata, contents.entries()), contents);
  }
}

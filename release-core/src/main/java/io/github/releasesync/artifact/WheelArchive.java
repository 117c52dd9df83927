package io.github.releasesync.artifact;

import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.version.Pep440Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A wheel as PyPI takes it: a strict ZIP with exactly one {@code .dist-info} folder, which belongs
 * to the package in the file name and holds METADATA, WHEEL and RECORD.
 *
 * @param filename the parts of the file name
 * @param metadata METADATA
 * @param entries the paths of all files and folders in the archive
 */
public record WheelArchive(WheelFilename filename, CoreMetadata metadata, List<String> entries) {

  private static final String DIST_INFO = ".dist-info";
  private static final String BUILD_AGAIN = "build the wheel again; do not rename it";

  /**
   * Reads a wheel from end to end.
   *
   * @param file the wheel
   * @return its content
   * @throws ReleaseException with a code of RS32x if PyPI would refuse it, or the package inside
   *     does not match the file name
   */
  public static WheelArchive read(Path file) {
    return hashed(file).archive();
  }

  /** The same, with the size and hash of the file. */
  static Hashed<WheelArchive> hashed(Path file) {
    String name = file.getFileName().toString();
    Refusal refusal = new Refusal(name);
    WheelFilename filename = WheelFilename.parse(name);
    checkCanonical(name, filename, refusal);
    Contents contents =
        Zip.read(file, EntryRules.ofPyPi(refusal, size(file, refusal)), WheelArchive::isMetadata);
    String folder = distInfo(contents, filename, refusal);
    for (String required : List.of("WHEEL", "RECORD", "METADATA")) {
      if (!contents.entries().contains(folder + required)) {
        throw refusal.of(
            Code.ARTIFACT_INCOMPLETE, "there is no `" + folder + required + "`", BUILD_AGAIN);
      }
    }
    String text = contents.text(folder + "METADATA", refusal).orElseThrow();
    CoreMetadata metadata = CoreMetadata.parse(name + "!" + folder + "METADATA", text);
    checkPackage(metadata, filename, refusal);
    return Hashed.of(new WheelArchive(filename, metadata, contents.entries()), contents);
  }

  static long size(Path file, Refusal refusal) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw refusal.unreadable(e);
    }
  }

  private static boolean isMetadata(String path) {
    return path.endsWith(DIST_INFO + "/METADATA") && path.indexOf('/') == path.lastIndexOf('/');
  }

  private static void checkCanonical(String name, WheelFilename filename, Refusal refusal) {
    String start = ProjectName.fileForm(filename.distribution()) + "-" + filename.version() + "-";
    if (!ProjectName.isValid(filename.distribution()) || !name.startsWith(start)) {
      throw refusal.of(
          Code.ARTIFACT_NAME_INVALID,
          "is not spelled as PyPI requires: it must begin with `" + Refusal.shown(start) + "`",
          "build it with a newer backend");
    }
  }

  private static String distInfo(Contents contents, WheelFilename filename, Refusal refusal) {
    List<String> folders =
        contents.entries().stream()
            .filter(path -> path.indexOf('/') > 0)
            .map(path -> path.substring(0, path.indexOf('/')))
            .filter(top -> top.endsWith(DIST_INFO))
            .distinct()
            .toList();
    if (folders.isEmpty()) {
      throw refusal.of(Code.ARTIFACT_INCOMPLETE, "there is no .dist-info folder", BUILD_AGAIN);
    }
    if (folders.size() > 1) {
      throw refusal.of(
          Code.ARCHIVE_AMBIGUOUS,
          "there are " + folders.size() + " .dist-info folders",
          "build again into an empty folder");
    }
    String found = folders.get(0);
    String expected = filename.distribution() + "-" + filename.version() + DIST_INFO;
    if (!found.equals(expected)) {
      throw refusal.of(
          Code.ARTIFACT_MISNAMED,
          "holds `" + Refusal.shown(found) + "`, not `" + Refusal.shown(expected) + "`",
          BUILD_AGAIN);
    }
    return found + "/";
  }

  private static void checkPackage(CoreMetadata metadata, WheelFilename filename, Refusal refusal) {
    boolean same =
        ProjectName.normalize(metadata.name()).equals(filename.project())
            && Pep440Version.parse(metadata.version()).equals(filename.version());
    if (!same) {
      throw refusal.of(
          Code.ARTIFACT_MISNAMED,
          "holds " + Refusal.shown(metadata.name() + " " + metadata.version()),
          BUILD_AGAIN);
    }
  }
}

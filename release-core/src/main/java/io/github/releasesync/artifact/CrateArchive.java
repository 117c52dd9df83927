package io.github.releasesync.artifact;

import io.github.releasesync.manifest.cargo.PublishedCrate;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A {@code .crate} as crates.io takes it: everything in {@code name-version/}, files and folders
 * only, exactly one {@code Cargo.toml} at its top.
 *
 * @param name the crate's name, from its manifest
 * @param version its version, from its manifest
 * @param manifest the text of the normalised {@code Cargo.toml}
 * @param readme the text of the README that the manifest names; empty where it names none
 * @param entries the paths of all files and folders in the archive
 */
public record CrateArchive(
    String name, String version, String manifest, Optional<String> readme, List<String> entries) {

  private static final String SUFFIX = ".crate";

  /**
   * Reads a crate from end to end.
   *
   * @param file the {@code .crate}
   * @return its content
   * @throws ReleaseException with a code of RS32x if crates.io would refuse it, or the crate inside
   *     does not match the file name
   */
  public static CrateArchive read(Path file) {
    return hashed(file).archive();
  }

  /** The same, with the size and hash of the file. */
  static Hashed<CrateArchive> hashed(Path file) {
    String filename = file.getFileName().toString();
    Refusal refusal = new Refusal(filename);
    if (!filename.endsWith(SUFFIX)) {
      throw refusal.of(
          Code.ARTIFACT_NAME_INVALID, "is not named `NAME-VERSION.crate`", "use `cargo package`");
    }
    String stem = filename.substring(0, filename.length() - SUFFIX.length());
    String folder = stem + "/";
    String manifestPath = folder + "Cargo.toml";
    Contents contents =
        TarGz.read(file, EntryRules.ofCratesIo(refusal), folder, manifestPath::equals);
    checkManifests(contents, manifestPath, refusal);
    String manifest =
        contents
            .text(manifestPath, refusal)
            .orElseThrow(
                () ->
                    refusal.of(
                        Code.ARTIFACT_INCOMPLETE,
                        "there is no `" + Refusal.shown(manifestPath) + "`",
                        "use `cargo package`"));
    PublishedCrate crate = parse(manifest, manifestPath, refusal);
    if (!stem.equals(crate.name() + "-" + crate.version())) {
      throw refusal.of(
          Code.ARTIFACT_MISNAMED,
          "holds " + Refusal.shown(crate.name() + " " + crate.version()),
          "do not rename crates: use `cargo package`");
    }
    Optional<String> readme =
        crate.text("readme").map(path -> readme(file, folder, folder + path, refusal));
    return Hashed.of(
        new CrateArchive(crate.name(), crate.version(), manifest, readme, contents.entries()),
        contents);
  }

  /**
   * The metadata that is sent to crates.io with the bytes.
   *
   * @return manifest and README
   */
  public UploadMetadata.OfCrate upload() {
    return new UploadMetadata.OfCrate(manifest, readme);
  }

  private static PublishedCrate parse(String manifest, String path, Refusal refusal) {
    try {
      return PublishedCrate.parse(SourceText.of(path, manifest));
    } catch (ReleaseException e) {
      throw refusal.entry(
          Code.ARTIFACT_METADATA_INVALID,
          path,
          "is not valid: " + e.getMessage(),
          "use `cargo package`");
    }
  }

  /** crates.io refuses a second manifest whose name differs in case only. */
  private static void checkManifests(Contents contents, String manifestPath, Refusal refusal) {
    String lower = manifestPath.toLowerCase(Locale.ROOT);
    for (String path : contents.entries()) {
      if (path.toLowerCase(Locale.ROOT).equals(lower) && !path.equals(manifestPath)) {
        throw refusal.entry(
            Code.ARCHIVE_AMBIGUOUS, path, "is another spelling of Cargo.toml", "remove the file");
      }
    }
  }

  private static String readme(Path file, String folder, String path, Refusal refusal) {
    return TarGz.read(file, EntryRules.ofCratesIo(refusal), folder, path::equals)
        .text(path, refusal)
        .orElseThrow(
            () ->
                refusal.of(
                    Code.ARTIFACT_INCOMPLETE,
                    "the manifest names the README `" + Refusal.shown(path) + "`, which is missing",
                    "correct `package.readme`, run `cargo package` again"));
  }
}

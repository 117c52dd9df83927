package io.github.releasesync.sandbox;

import io.github.releasesync.manifest.cargo.CargoManifest;
import io.github.releasesync.manifest.cargo.CrateVersion;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The checks of crates.io for a {@code .crate} (its {@code crates_io_tarball}). */
final class CrateArchiveCheck {

  private static final long MAX_UNPACKED = 512L << 20;

  private CrateArchiveCheck() {}

  /**
   * Looks through an archive.
   *
   * @throws Refusal with 400, as crates.io would
   */
  static void check(Path file, String name, String version) throws IOException {
    String top = name + "-" + version;
    String manifest = top + "/Cargo.toml";
    try {
      List<TarListing.Entry> entries = TarListing.list(file, MAX_UNPACKED, manifest::equals);
      entries.forEach(entry -> check(entry, top));
      List<TarListing.Entry> manifests =
          entries.stream()
              .filter(
                  e -> e.name().toLowerCase(Locale.ROOT).equals(manifest.toLowerCase(Locale.ROOT)))
              .toList();
      if (manifests.isEmpty()) {
        throw malformed("missing Cargo.toml");
      }
      if (manifests.size() > 1 || !manifests.get(0).name().equals(manifest)) {
        throw malformed("more than one Cargo.toml manifest, or one in the wrong case");
      }
      checkManifest(manifests.get(0).content(), name, version);
    } catch (MalformedArchive e) {
      throw malformed(e.getMessage());
    }
  }

  private static void check(TarListing.Entry entry, String top) {
    List<String> parts = List.of(entry.name().split("/", -1));
    boolean inside = parts.get(0).equals(top) && !parts.contains("..") && !parts.contains(".");
    if (!inside || entry.name().indexOf('\\') >= 0) {
      throw malformed("invalid path found: " + entry.name());
    }
    if (!entry.isFile() && !entry.isFolder()) {
      throw malformed("unexpected symlink or hard link found: " + entry.name());
    }
  }

  private static void checkManifest(byte[] toml, String name, String version) {
    try {
      CargoManifest manifest = CargoManifest.parse(SourceText.decode("Cargo.toml", toml));
      boolean same =
          manifest
              .crate()
              .filter(c -> c.name().value().equals(name))
              .filter(c -> isLiteral(c.version(), version))
              .isPresent();
      if (!same) {
        throw malformed("Cargo.toml does not describe `" + name + "` at `" + version + "`");
      }
    } catch (ReleaseException e) {
      throw new Refusal(400, "failed to parse `Cargo.toml` manifest file\n\n" + e.getMessage());
    }
  }

  private static boolean isLiteral(CrateVersion version, String text) {
    return version instanceof CrateVersion.Literal literal && literal.text().value().equals(text);
  }

  private static Refusal malformed(String detail) {
    return new Refusal(
        400, "uploaded tarball is malformed or too large when decompressed\n\n" + detail);
  }
}

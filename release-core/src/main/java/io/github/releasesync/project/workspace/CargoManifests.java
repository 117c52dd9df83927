package io.github.releasesync.project.workspace;

import io.github.releasesync.manifest.cargo.CargoManifest;
import io.github.releasesync.manifest.cargo.Crate;
import io.github.releasesync.manifest.cargo.CrateVersion;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.ManifestNames;
import io.github.releasesync.project.tree.Problems;
import io.github.releasesync.project.tree.TreePath;
import io.github.releasesync.text.SourceText;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The Cargo.toml files of a tree, by folder. Those among test data and other people's code are only
 * read when something of the repository's own names them: problems there are not reported.
 */
final class CargoManifests {

  /** `cargo vendor` writes it beside the Cargo.toml of each crate, in whatever folder. */
  private static final String VENDORED = ".cargo-checksum.json";

  private final FileTree tree;
  private final Problems problems;
  private final Map<String, CargoManifest> loaded = new TreeMap<>();
  private final Set<String> folders = new TreeSet<>();
  private final Set<String> tried = new HashSet<>();

  CargoManifests(FileTree tree, Problems problems) {
    this.tree = tree;
    this.problems = problems;
    for (String path : tree.manifests()) {
      if (TreePath.name(path).equals(ManifestNames.CARGO)) {
        folders.add(TreePath.folder(path));
      }
    }
    folders.stream().filter(folder -> !isForeign(folder)).forEach(this::find);
  }

  private boolean isForeign(String folder) {
    return TreePath.isForeign(path(folder)) || tree.exists(TreePath.in(folder, VENDORED));
  }

  /** Every folder with a Cargo.toml, read or not. */
  Set<String> folders() {
    return folders;
  }

  /** The manifests that have been read. */
  Map<String, CargoManifest> loaded() {
    return loaded;
  }

  /** The manifest in a folder, read now if it was not; empty if there is none that Cargo takes. */
  Optional<CargoManifest> find(String folder) {
    if (folders.contains(folder) && tried.add(folder)) {
      parse(path(folder)).ifPresent(manifest -> loaded.put(folder, manifest));
    }
    return Optional.ofNullable(loaded.get(folder));
  }

  /** Whether there is a manifest that could not be read; its problem is reported already. */
  boolean isUnreadable(String folder) {
    return tried.contains(folder) && !loaded.containsKey(folder);
  }

  static String path(String folder) {
    return TreePath.in(folder, ManifestNames.CARGO);
  }

  private Optional<CargoManifest> parse(String path) {
    Optional<SourceText> text = problems.attempt(() -> tree.read(path));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      CargoManifest manifest = tree.cargoManifest(path);
      if (manifest.crate().filter(CargoManifests::isTemplate).isPresent()) {
        leaveOutTemplate(path);
        return Optional.empty();
      }
      return Optional.of(manifest);
    } catch (ReleaseException e) {
      if (text.get().content().contains("{{")) {
        leaveOutTemplate(path);
      } else {
        problems.add(e.problem());
      }
      return Optional.empty();
    }
  }

  private static boolean isTemplate(Crate crate) {
    return crate.name().value().contains("{{")
        || crate.version() instanceof CrateVersion.Literal literal
            && literal.text().value().contains("{{");
  }

  private void leaveOutTemplate(String path) {
    problems.add(
        Code.MANIFEST_LEFT_OUT,
        Place.of(path),
        "left out: a template, with `{{` in place of a value",
        "nothing to do");
  }
}

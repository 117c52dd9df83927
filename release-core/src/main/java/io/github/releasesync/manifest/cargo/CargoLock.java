package io.github.releasesync.manifest.cargo;

import io.github.releasesync.manifest.syntax.InvalidManifest;
import io.github.releasesync.manifest.syntax.TomlFile;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A {@code Cargo.lock}.
 *
 * @param file path from the repository root
 * @param format the format and its place: 1 and 2 do not state it, from 3 on {@code version} does
 * @param crates every locked crate, in the order of the file; none of a format that is not known
 */
public record CargoLock(String file, Located<Integer> format, List<LockedCrate> crates) {

  /** The newest format that is known. What a later one means is known to its Cargo alone. */
  private static final int NEWEST = 4;

  private static final String VERSION = "version";

  /**
   * Reads a lock of any format.
   *
   * @param text the file's text
   * @return the lock
   * @throws ReleaseException with {@link Code#MANIFEST_INVALID} for broken syntax, a key of the
   *     wrong type, or an entry without name or version
   */
  public static CargoLock parse(SourceText text) {
    TomlFile.Table root = TomlFile.parse(text);
    Place place = root.has(VERSION) ? root.keyPlace(VERSION) : Place.of(text.file());
    Located<Integer> format = new Located<>(version(root), place);
    if (format.value() > NEWEST) {
      return new CargoLock(text.file(), format, List.of());
    }
    List<LockedCrate> crates = new ArrayList<>();
    // Cargo before 2017 kept the root package apart.
    root.table("root").map(CargoLock::crate).ifPresent(crates::add);
    root.tables("package").forEach(table -> crates.add(crate(table)));
    return new CargoLock(text.file(), format, List.copyOf(crates));
  }

  /**
   * Whether its format is known.
   *
   * @return false for one of a later Cargo
   */
  public boolean isKnown() {
    return format.value() <= NEWEST;
  }

  /**
   * The edits of the dependencies of entries. Where two crates have one name, Cargo writes the
   * version beside it, and sorts them by it.
   *
   * @param text the lock's text
   * @param renamed {@code name version} as it is, and as it shall be
   * @return the edits; none where no name is ambiguous
   * @throws ReleaseException as {@link #parse}
   */
  public static List<TextEdit> dependencyEdits(SourceText text, Map<String, String> renamed) {
    boolean none =
        renamed.keySet().stream().noneMatch(name -> text.content().contains('"' + name + '"'));
    if (none) {
      return List.of();
    }
    List<TextEdit> edits = new ArrayList<>();
    for (TomlFile.Table crate : TomlFile.parse(text).tables("package")) {
      List<Located<String>> written = crate.strings("dependencies");
      List<String> then =
          CargoLockOrder.ofDependencies(
              written.stream().map(d -> renamed.getOrDefault(d.value(), d.value())).toList());
      if (written.stream().anyMatch(d -> renamed.containsKey(d.value()))) {
        for (int i = 0; i < then.size(); i++) {
          Located<String> dependency = written.get(i);
          edits.add(new TextEdit(dependency.place(), dependency.value(), then.get(i)));
        }
      }
    }
    return edits.stream().filter(edit -> !edit.changesNothing()).toList();
  }

  /**
   * The moves of entries that Cargo would make when it writes a lock in which versions changed:
   * entries of one name are in the order of their versions.
   *
   * @param text the lock's text
   * @return the moves of whole entries; none where Cargo's order is kept
   * @throws ReleaseException as {@link #parse}
   */
  public static List<TextEdit> orderEdits(SourceText text) {
    return CargoLockOrder.edits(text, parse(text).crates());
  }

  private static int version(TomlFile.Table root) {
    long stated = root.integer(VERSION).orElseGet(() -> unstated(root));
    if (stated < 1 || stated > Integer.MAX_VALUE) {
      throw root.notA(VERSION, "a lock format");
    }
    return (int) stated;
  }

  /** Format 1 is known by the checksums in its {@code [metadata]}; 2 has them at the crates. */
  private static long unstated(TomlFile.Table root) {
    boolean checksums =
        root.table("metadata")
            .map(table -> table.keys().stream().anyMatch(key -> key.startsWith("checksum ")))
            .orElse(false);
    return checksums || root.has("root") ? 1 : 2;
  }

  private static LockedCrate crate(TomlFile.Table table) {
    return new LockedCrate(
        required(table, "name"),
        required(table, VERSION),
        table.string("source").map(Located::value));
  }

  private static Located<String> required(TomlFile.Table table, String key) {
    return table
        .string(key)
        .orElseThrow(
            () ->
                InvalidManifest.at(
                    table.place(),
                    "a locked crate has no " + key,
                    "let Cargo write the lock again: `cargo update --workspace`"));
  }
}

package io.github.releasesync.manifest.cargo;

import io.github.releasesync.manifest.syntax.TomlFile;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.SourceText;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a change of the {@code Cargo.toml} of a workspace is about. Lists of members, metadata of
 * tools, comments and spaces are about no crate.
 *
 * @param shared the changed values that members can inherit, as {@link CargoManifest#inherited}
 * @param own whether the root package itself is changed
 * @param all whether every crate of the workspace may be built in another way
 */
public record WorkspaceChange(Set<String> shared, boolean own, boolean all) {

  /** Before a key of {@code [workspace.package]}. */
  static final String PACKAGE = "package.";

  /** Before a key of {@code [workspace.dependencies]}. */
  static final String DEPENDENCY = "dependencies.";

  /** The table of lints. */
  static final String LINTS = "lints";

  private static final String WORKSPACE = "workspace";

  /** Keys of {@code [workspace]} that change no member. */
  private static final Set<String> OF_NO_CRATE =
      Set.of("members", "default-members", "exclude", "metadata");

  private static final Set<String> OF_ALL = Set.of("patch", "replace", "profile", "cargo-features");

  private static final WorkspaceChange EVERYTHING = new WorkspaceChange(Set.of(), true, true);

  /**
   * Compares two versions of a manifest.
   *
   * @param before the manifest before; empty where there was none
   * @param after the manifest after; empty where there is none
   * @return the changes; everything where one of the two is missing or cannot be read
   */
  public static WorkspaceChange between(Optional<SourceText> before, Optional<SourceText> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return EVERYTHING;
    }
    try {
      return between(TomlFile.parse(before.get()), TomlFile.parse(after.get()));
    } catch (ReleaseException e) {
      return EVERYTHING;
    }
  }

  private static WorkspaceChange between(TomlFile.Table before, TomlFile.Table after) {
    Set<String> shared = new HashSet<>();
    boolean own = false;
    boolean all = false;
    for (String key : changed(Optional.of(before), Optional.of(after))) {
      if (OF_ALL.contains(key)) {
        all = true;
      } else if (!key.equals(WORKSPACE)) {
        own = true;
      }
    }
    Optional<TomlFile.Table> then = table(Optional.of(before), WORKSPACE);
    Optional<TomlFile.Table> now = table(Optional.of(after), WORKSPACE);
    for (String key : changed(then, now)) {
      switch (key) {
        case "package" ->
            changed(table(then, key), table(now, key)).forEach(k -> shared.add(PACKAGE + k));
        case "dependencies" ->
            changed(table(then, key), table(now, key)).forEach(k -> shared.add(DEPENDENCY + k));
        case LINTS -> shared.add(LINTS);
        default -> all |= !OF_NO_CRATE.contains(key);
      }
    }
    return new WorkspaceChange(Set.copyOf(shared), own, all);
  }

  private static Optional<TomlFile.Table> table(Optional<TomlFile.Table> parent, String key) {
    return parent.filter(p -> p.isTable(key)).flatMap(p -> p.table(key));
  }

  private static Set<String> changed(
      Optional<TomlFile.Table> before, Optional<TomlFile.Table> after) {
    Set<String> keys = new HashSet<>();
    before.ifPresent(table -> keys.addAll(table.keys()));
    after.ifPresent(table -> keys.addAll(table.keys()));
    keys.removeIf(
        key -> before.flatMap(t -> t.plain(key)).equals(after.flatMap(t -> t.plain(key))));
    return keys;
  }
}

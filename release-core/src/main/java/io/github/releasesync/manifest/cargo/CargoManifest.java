package io.github.releasesync.manifest.cargo;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code Cargo.toml} as written, nothing inherited yet. See the Cargo book, "The Manifest Format"
 * and "Workspaces".
 *
 * @param file path from the repository root
 * @param crate the {@code [package]} table; empty in a virtual manifest
 * @param workspace the {@code [workspace]} table
 * @param dependencies all normal, build and dev dependencies, those of {@code [target.*]} included
 * @param patches {@code [patch]}: by registry, what replaces its crates
 * @param features {@code [features]}: the values that each one enables
 * @param inherited what the crate takes from its workspace: {@code package.KEY}, {@code
 *     dependencies.KEY}, {@code lints}
 * @param linkedOnly whether its library is built as {@code cdylib} or {@code staticlib} alone, and
 *     no {@code [[bin]]} is named: no other crate can use it
 */
public record CargoManifest(
    String file,
    Optional<Crate> crate,
    Optional<CargoWorkspace> workspace,
    List<CargoDependency> dependencies,
    Map<String, List<CargoDependency>> patches,
    Map<String, List<Located<String>>> features,
    Set<String> inherited,
    boolean linkedOnly) {

  /**
   * Reads a manifest.
   *
   * @param text the file's text
   * @return the content
   * @throws ReleaseException with {@link Code#MANIFEST_INVALID} for broken syntax, a key of the
   *     wrong type, or a {@code [package]} without name
   */
  public static CargoManifest parse(SourceText text) {
    return CargoManifestReader.read(text);
  }
}

package io.github.releasesync.project.workspace;

import io.github.releasesync.text.Located;
import io.github.releasesync.version.RequirementSyntax;
import java.util.Optional;

/**
 * A place that requires a package of the repository in certain versions.
 *
 * @param from the package that requires it; empty where the file is of no package, such as the
 *     {@code [workspace.dependencies]} of a virtual manifest
 * @param to the package that is required
 * @param requirement the requirement in its own syntax, with its place
 * @param syntax the language of the requirement
 * @param binding when it has to admit the version in the tree
 */
public record SiblingRequirement(
    Optional<Package> from,
    Package to,
    Located<String> requirement,
    RequirementSyntax syntax,
    Binding binding) {

  /** When a requirement has to admit the version that is in the tree. */
  public enum Binding {
    /**
     * Always: the sibling is taken from the tree, whatever its version. A path of Cargo or a parent
     * of Maven, which refuse another version, and the root of a uv workspace.
     */
    TREE,

    /** Within one group; a package of another group may mean a release of long ago. */
    GROUP,

    /**
     * Within one group, unless it names a lower release: it may be pinned on purpose, and only one
     * that states the current version follows.
     */
    STATED,

    /** Never: it has the hash of a released file, so it stays until that hash is written again. */
    HASHED
  }
}

package io.github.releasesync.project.workspace;

import io.github.releasesync.text.Located;

/**
 * A package that requires another one of the repository in certain versions.
 *
 * @param from the package that requires
 * @param to the package that is required
 * @param requirement the requirement in the ecosystem's own form, with its place
 * @param fromTree whether the ecosystem takes the sibling from the tree and refuses it in another
 *     version: a path of Cargo, a parent of Maven. Any other requirement may mean a release of long
 *     ago, unless both packages are of one group
 */
public record SiblingRequirement(
    Package from, Package to, Located<String> requirement, boolean fromTree) {}

package io.github.releasesync.project;

import io.github.releasesync.text.Located;

/**
 * A package that requires another one of the repository in certain versions.
 *
 * @param from the package that requires
 * @param to the package that is required
 * @param requirement the requirement in the ecosystem's own form, and where it stands
 */
public record SiblingRequirement(Package from, Package to, Located<String> requirement) {}

package io.github.releasesync.manifest.cargo;

import io.github.releasesync.text.Located;
import java.util.Optional;

/**
 * One entry of a {@code Cargo.lock}.
 *
 * @param name the crate's name
 * @param version its locked version
 * @param source where it comes from; empty for a crate of this tree (a workspace member or a path
 *     dependency)
 */
public record LockedCrate(Located<String> name, Located<String> version, Optional<String> source) {}

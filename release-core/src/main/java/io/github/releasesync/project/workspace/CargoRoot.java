package io.github.releasesync.project.workspace;

import java.util.List;
import java.util.Optional;

/**
 * A unit of Cargo: a workspace, or a crate that belongs to none.
 *
 * @param folder the folder of its {@code Cargo.toml} from the root; empty for the root itself
 * @param crates its crates, by manifest
 * @param lock path of its {@code Cargo.lock}, where git tracks or would track one
 */
public record CargoRoot(String folder, List<Package> crates, Optional<String> lock) {}

/** Cargo.toml and Cargo.lock: text in, values and their places out. */
package io.github.releasesync.manifest.cargo;

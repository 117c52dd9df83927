package io.github.releasesync.manifest.python;

import io.github.releasesync.text.Located;
import java.util.Optional;

/**
 * The settings for maturin in a {@code pyproject.toml}.
 *
 * @param manifestPath {@code tool.maturin.manifest-path}: the crate's {@code Cargo.toml}, from the
 *     project's folder
 * @param moduleName {@code tool.maturin.module-name}
 */
public record Maturin(Optional<Located<String>> manifestPath, Optional<String> moduleName) {}

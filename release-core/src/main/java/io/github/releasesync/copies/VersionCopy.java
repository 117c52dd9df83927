package io.github.releasesync.copies;

import io.github.releasesync.text.Located;
import io.github.releasesync.version.Ecosystem;
import java.util.Optional;

/**
 * A version in a file that is not a manifest. To bring it up to date, replace its value by the
 * spelling of its ecosystem.
 *
 * @param version the text, without quotes and without a leading {@code v}
 * @param ecosystem the ecosystem of the spelling; by default PyPI's if the version has that
 *     spelling, else the first package's
 * @param beside the package whose name is next to it; empty where only the kind of the file, or a
 *     pattern, says that it is one
 */
public record VersionCopy(
    Located<String> version, Ecosystem ecosystem, Optional<PackageName> beside) {}

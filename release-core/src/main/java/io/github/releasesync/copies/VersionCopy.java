package io.github.releasesync.copies;

import io.github.releasesync.text.Located;
import io.github.releasesync.version.Ecosystem;
import java.util.Optional;

/**
 * A version that stands in a file that is no manifest. To bring it up to date, replace its value by
 * the spelling of its ecosystem.
 *
 * @param version what is written, without quotes and without a leading {@code v}
 * @param ecosystem whose spelling the place wants; where nothing else tells, PyPI's if that is how
 *     the version is written, else the first package's
 * @param beside the package whose name tells whose version it is; empty where only the kind of the
 *     file, or a pattern, says that it is one
 */
public record VersionCopy(
    Located<String> version, Ecosystem ecosystem, Optional<PackageName> beside) {}

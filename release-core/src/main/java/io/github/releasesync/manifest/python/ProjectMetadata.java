package io.github.releasesync.manifest.python;

import io.github.releasesync.text.Located;
import java.util.List;
import java.util.Optional;

/**
 * The metadata for PyPI in {@code [project]} (PEP 621, PEP 639).
 *
 * @param license {@code license} where it is a string: an SPDX expression
 * @param licenseText {@code license.text}, the form before PEP 639
 * @param licenseFile {@code license.file}, from the manifest's folder
 * @param classifiers {@code classifiers}
 * @param readme {@code readme} or {@code readme.file}, from the manifest's folder
 * @param readmeType {@code readme.content-type}
 * @param requiresPython {@code requires-python}
 * @param urlLabels the keys of {@code urls}
 */
public record ProjectMetadata(
    Optional<Located<String>> license,
    Optional<Located<String>> licenseText,
    Optional<Located<String>> licenseFile,
    List<Located<String>> classifiers,
    Optional<Located<String>> readme,
    Optional<Located<String>> readmeType,
    Optional<Located<String>> requiresPython,
    List<Located<String>> urlLabels) {}

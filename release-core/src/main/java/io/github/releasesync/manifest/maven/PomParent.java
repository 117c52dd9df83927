package io.github.releasesync.manifest.maven;

import io.github.releasesync.text.Located;

/**
 * The {@code <parent>} of a POM. In model 4.1.0 its coordinates may be left out and come from the
 * parent's file: they are empty then, at the place of {@code <parent>}.
 *
 * @param groupId the parent's groupId
 * @param artifactId the parent's artifactId
 * @param version the parent's version
 * @param relativePath where its file or folder is, from the POM's folder: {@code ../pom.xml} by
 *     default, empty for {@code <relativePath/>}, which means not in this tree
 */
public record PomParent(
    Located<String> groupId,
    Located<String> artifactId,
    Located<String> version,
    String relativePath) {}

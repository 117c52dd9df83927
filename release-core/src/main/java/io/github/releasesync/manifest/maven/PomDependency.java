package io.github.releasesync.manifest.maven;

import io.github.releasesync.text.Located;

/**
 * The version of another artifact in a POM, as written: in {@code <dependencies>}, in {@code
 * <dependencyManagement>}, of a plugin or an extension.
 *
 * @param groupId the artifact's groupId; of a plugin that states none, {@code
 *     org.apache.maven.plugins}
 * @param artifactId its artifactId
 * @param version the version or range
 */
public record PomDependency(String groupId, String artifactId, Located<String> version) {}

/** Makes the artifacts of the repository's packages with the ecosystems' own tools. */
package io.github.releasesync.build;

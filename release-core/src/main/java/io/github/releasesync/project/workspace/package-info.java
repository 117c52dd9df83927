/** The packages of a repository, and how they depend on each other. */
package io.github.releasesync.project.workspace;

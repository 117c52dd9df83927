/** Reads {@code .crate} files, wheels and sdists strictly; nothing is ever extracted to disk. */
package io.github.releasesync.artifact;

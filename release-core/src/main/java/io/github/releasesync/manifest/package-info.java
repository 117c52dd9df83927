/** Manifests and locks: text in, values and their places out. Nothing here touches the disk. */
package io.github.releasesync.manifest;

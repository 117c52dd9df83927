/** Crates, wheels and source distributions, built with the tools of their ecosystems. */
package io.github.releasesync.packaging;

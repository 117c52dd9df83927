/** Versions that other files state beside the names of packages. */
package io.github.releasesync.copies;

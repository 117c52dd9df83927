/** Versions in other files next to the names of packages. */
package io.github.releasesync.copies;

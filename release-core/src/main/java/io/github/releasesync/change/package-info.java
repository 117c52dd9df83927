/** Edits of everything that states a version. */
package io.github.releasesync.change;

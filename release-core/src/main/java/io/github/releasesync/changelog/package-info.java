/** Changelogs: reading them in the style they have, and writing a release section in it. */
package io.github.releasesync.changelog;

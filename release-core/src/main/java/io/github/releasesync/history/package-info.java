/** The commits since a release: conventional commits, reverts, and which group they touch. */
package io.github.releasesync.history;

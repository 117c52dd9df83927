/**
 * What the commits since a release say: conventional commits, reverts, and which group they touch.
 */
package io.github.releasesync.history;

/** Files written all or nothing: atomic writes, locks, folders that git ignores, digests. */
package io.github.releasesync.files;

/** The frozen plan of one release: its steps, artifacts and digest. */
package io.github.releasesync.plan;

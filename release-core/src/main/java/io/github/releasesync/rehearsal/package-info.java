/** What only a rehearsal needs: faults, and the check with real clients. */
package io.github.releasesync.rehearsal;

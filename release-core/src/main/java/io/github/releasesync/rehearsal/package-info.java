/** The parts that only a rehearsal uses: faults, and the check with real clients. */
package io.github.releasesync.rehearsal;

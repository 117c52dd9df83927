/** The next release of each group, and its changes. */
package io.github.releasesync.next;

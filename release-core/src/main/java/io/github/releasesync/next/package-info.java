/** The next release of each group, and what it would change. */
package io.github.releasesync.next;

/** What the repository holds: its packages, how they hang together, and the groups they form. */
package io.github.releasesync.project;

/** What git knows of a folder, read through the user's own git. Nothing here writes. */
package io.github.releasesync.git;

/** The user's own git: a reader of what it knows of a folder, and a writer of commits and tags. */
package io.github.releasesync.git;

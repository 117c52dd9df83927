/** The user's own git: a reader of repositories, and a writer of commits and tags. */
package io.github.releasesync.git;

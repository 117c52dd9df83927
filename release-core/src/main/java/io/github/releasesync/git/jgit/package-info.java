/** JGit as the reader of repositories where no git program is on the PATH. */
package io.github.releasesync.git.jgit;

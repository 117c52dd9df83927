/** The files of a repository, in the work tree or in a past commit. */
package io.github.releasesync.project.tree;

/** The facts of a repository, read once. They contain no rules. */
package io.github.releasesync.facts;

/** What is known of a repository, read once. No rule in it. */
package io.github.releasesync.facts;

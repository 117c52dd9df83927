/** Walks a plan against the registries, remembers what it did, and can go on after any crash. */
package io.github.releasesync.execute;

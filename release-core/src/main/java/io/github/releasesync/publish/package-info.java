/** Executes a plan against the registries, and resumes it after any interruption. */
package io.github.releasesync.publish;

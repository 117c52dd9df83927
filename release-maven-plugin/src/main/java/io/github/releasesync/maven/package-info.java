/** The goals: each builds a request, calls the library once, and prints the result. */
package io.github.releasesync.maven;

/** The goals: each builds a request, calls the library once, and prints what it says. */
package io.github.releasesync.maven;

/** Problems: a coded problem with its place, its value and what to do about it. */
package io.github.releasesync.problem;

/** Problems: a coded problem with its place, its value and its help. */
package io.github.releasesync.problem;

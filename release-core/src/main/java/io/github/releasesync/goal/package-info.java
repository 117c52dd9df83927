/** One class for each goal, with its options, its result and its steps. */
package io.github.releasesync.goal;

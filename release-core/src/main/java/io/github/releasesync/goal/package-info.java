/** One class per goal: its options, its result, and what it does, in order. */
package io.github.releasesync.goal;

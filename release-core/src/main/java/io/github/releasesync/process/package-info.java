/** Runs other programs: arguments as a list, an environment that is allow-listed, a time limit. */
package io.github.releasesync.process;

/**
 * Versions and requirements of Cargo, PyPI and Maven, the release version behind them, and the
 * mapping between the four. Every parser takes ASCII digits only, numbers of any length, and time
 * and memory linear in its input.
 */
package io.github.releasesync.version;

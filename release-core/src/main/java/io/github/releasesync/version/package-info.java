/**
 * Versions and requirements of Cargo, PyPI and Maven, the release version behind them, and the
 * mapping between the four. Every parser takes ASCII digits only, and time and memory linear in its
 * input; numbers have any length, but a Maven version has at most 150 characters.
 */
package io.github.releasesync.version;

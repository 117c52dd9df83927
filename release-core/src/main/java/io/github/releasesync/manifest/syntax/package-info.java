/** TOML, INI and XML with the places of their values; the only door to the TOML library. */
package io.github.releasesync.manifest.syntax;

/**
 * Registries inside the process, on loopback: one shaped like crates.io, one like PyPI. Real
 * clients work against them, and named faults make them fail. Nothing here knows our own clients.
 */
package io.github.releasesync.sandbox;

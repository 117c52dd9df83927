/**
 * Clients for registries with the APIs of crates.io and PyPI. Every answer becomes a value of a
 * sealed type; nothing is retried here, and no HTTP type leaves the package.
 */
package io.github.releasesync.registry;

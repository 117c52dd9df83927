/**
 * Clients for registries shaped like crates.io and PyPI. Every answer, however odd, ends in a
 * sealed value; nothing is tried twice here, and no type of HTTP leaves the package.
 */
package io.github.releasesync.registry;

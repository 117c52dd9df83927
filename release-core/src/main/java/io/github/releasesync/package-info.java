/** The entry points of the library, and the only place that wires it to the outside. */
package io.github.releasesync;

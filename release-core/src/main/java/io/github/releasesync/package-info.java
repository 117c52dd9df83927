/** The front door of the library. */
package io.github.releasesync;

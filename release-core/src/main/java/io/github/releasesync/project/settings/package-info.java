/** The configuration, as values. */
package io.github.releasesync.project.settings;

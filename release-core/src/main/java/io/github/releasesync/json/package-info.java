/** The one place that reads and writes JSON. */
package io.github.releasesync.json;

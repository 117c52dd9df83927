/** Text: as it stands in a file (decoding, line ends, positions), what differs, and as words. */
package io.github.releasesync.text;

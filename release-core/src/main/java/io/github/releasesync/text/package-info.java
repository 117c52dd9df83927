/** Text as it stands in a file: decoding, line ends, positions. */
package io.github.releasesync.text;

/** Text: files (decoding, line ends, positions), differences, and words. */
package io.github.releasesync.text;

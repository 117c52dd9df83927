/** Settings of other release tools, as configuration of this one. */
package io.github.releasesync.adopt;

/** pom.xml: text in, values, their places and edits out. */
package io.github.releasesync.manifest.maven;

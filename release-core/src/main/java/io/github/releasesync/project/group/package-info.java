/** The packages that share one release version, their policy and their tags. */
package io.github.releasesync.project.group;

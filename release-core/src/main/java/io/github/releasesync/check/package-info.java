/** The rules: pure functions of the facts. */
package io.github.releasesync.check;

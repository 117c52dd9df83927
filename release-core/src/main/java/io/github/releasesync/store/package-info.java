/** A release in progress on disk: plan, bytes and journal. */
package io.github.releasesync.store;

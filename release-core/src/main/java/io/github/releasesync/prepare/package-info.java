/** A release commit and its tag: guards, transaction, record, recovery. */
package io.github.releasesync.prepare;

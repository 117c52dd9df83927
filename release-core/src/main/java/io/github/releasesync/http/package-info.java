/** HTTP requests: no redirects, capped bodies, secrets kept out of every text. */
package io.github.releasesync.http;

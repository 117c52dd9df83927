/** Reports: text for the terminal, JSON for programs, SARIF and Markdown for CI. */
package io.github.releasesync.report;

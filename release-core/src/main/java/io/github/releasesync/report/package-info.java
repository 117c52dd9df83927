/** What a person or a program is told: text for the terminal, JSON for everything else. */
package io.github.releasesync.report;

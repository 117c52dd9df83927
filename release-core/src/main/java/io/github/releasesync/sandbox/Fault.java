package io.github.releasesync.sandbox;

/**
 * A failure that the sandbox can be told to show.
 *
 * @param name how it is asked for; {@code N} stands for a number
 * @param explanation what it does, in one line
 */
public record Fault(String name, String explanation) {}

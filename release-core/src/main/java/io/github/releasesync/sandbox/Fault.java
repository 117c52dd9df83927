package io.github.releasesync.sandbox;

/**
 * A fault that the sandbox can inject.
 *
 * @param name its name; {@code N} is a number
 * @param explanation its description on one line
 */
public record Fault(String name, String explanation) {}

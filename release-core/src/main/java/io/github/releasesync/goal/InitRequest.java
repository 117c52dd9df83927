package io.github.releasesync.goal;

/**
 * Options of the init goal.
 *
 * @param change the repository, with its existing configuration
 * @param pluginVersion the version of the plugin to declare
 */
public record InitRequest(ChangeRequest change, String pluginVersion) {}

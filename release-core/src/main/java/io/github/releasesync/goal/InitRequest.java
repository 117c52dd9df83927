package io.github.releasesync.goal;

/**
 * Options of the init goal.
 *
 * @param change where; its settings are those that are configured already
 * @param pluginVersion the version of the plugin to declare
 */
public record InitRequest(ChangeRequest change, String pluginVersion) {}

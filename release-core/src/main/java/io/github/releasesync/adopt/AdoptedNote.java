package io.github.releasesync.adopt;

import io.github.releasesync.problem.Place;

/**
 * A note on one key of another tool's settings.
 *
 * @param place the place of the key
 * @param key the name of the key
 * @param text what became of it
 */
public record AdoptedNote(Place place, String key, String text) {}

package io.github.releasesync.text;

import io.github.releasesync.problem.Place;

/**
 * A value and the place where its text begins.
 *
 * @param <T> the value's type
 * @param value the value
 * @param place where its text begins, inside any quotes
 */
public record Located<T>(T value, Place place) {}

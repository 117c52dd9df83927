package io.github.releasesync.project.tree;

import io.github.releasesync.problem.ReleaseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Manifests of one kind, each parsed once by whichever thread asks first. A refusal is remembered
 * too: a large, invalid file must not be read twice.
 *
 * @param <T> the type of a parsed manifest
 */
final class ParsedOnce<T> {

  private record Outcome<T>(T value, ReleaseException refusal) {}

  private final Function<String, T> parse;
  private final Map<String, Outcome<T>> outcomes = new ConcurrentHashMap<>();

  /**
   * Nothing parsed yet.
   *
   * @param parse reads and parses the file at a path
   */
  ParsedOnce(Function<String, T> parse) {
    this.parse = parse;
  }

  /**
   * The manifest at a path.
   *
   * @throws ReleaseException if it cannot be read or parsed
   */
  T get(String path) {
    Outcome<T> outcome = outcomes.computeIfAbsent(path, this::attempt);
    if (outcome.refusal() != null) {
      throw outcome.refusal();
    }
    return outcome.value();
  }

  private Outcome<T> attempt(String path) {
    try {
      return new Outcome<>(parse.apply(path), null);
    } catch (ReleaseException e) {
      return new Outcome<>(null, e);
    }
  }
}

package io.github.releasesync.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A parameter that is a list of elements in the POM and one line on the command line.
 *
 * @param <T> the type of an element
 */
abstract class ListParameter<T> {

  private final List<T> elements = new ArrayList<>();
  private String line;

  /**
   * Sets the line; {@link GoalConfigurator} puts the value of the user property here.
   *
   * @param line all elements in one line
   */
  public final void setLine(String line) {
    this.line = line;
  }

  final void add(T element) {
    elements.add(element);
  }

  final List<T> elements() {
    return elements;
  }

  final Optional<String> line() {
    return Optional.ofNullable(line);
  }
}

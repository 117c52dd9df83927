package io.github.releasesync.text;

import io.github.releasesync.problem.Place;

/**
 * The replacement of one value in a file. Nothing beside the value changes.
 *
 * @param place where the value's text begins
 * @param expected the text that stands there
 * @param replacement the text that shall stand there; as long or short as it is
 */
public record TextEdit(Place place, String expected, String replacement) {

  /**
   * Whether the file stays as it is.
   *
   * @return true if the replacement is what stands there
   */
  public boolean changesNothing() {
    return expected.equals(replacement);
  }
}

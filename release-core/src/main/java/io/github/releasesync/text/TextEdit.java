package io.github.releasesync.text;

import io.github.releasesync.problem.Place;

/**
 * The replacement of one value in a file. Nothing else changes.
 *
 * @param place where the value's text begins
 * @param expected the text at the place
 * @param replacement the new text, of any length
 */
public record TextEdit(Place place, String expected, String replacement) {

  /**
   * Whether the file stays as it is.
   *
   * @return true if the replacement equals the text
   */
  public boolean changesNothing() {
    return expected.equals(replacement);
  }
}

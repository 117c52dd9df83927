package io.github.releasesync.maven;

import io.github.releasesync.project.settings.CopySpec;
import java.util.List;

/** The parameter {@code copies}: elements in the POM, or one line. */
public class CopiesParameter extends ListParameter<CopyParameters> {

  /**
   * Adds a {@code <copy>}; Maven calls it.
   *
   * @param copy the element
   */
  public void addCopy(CopyParameters copy) {
    add(copy);
  }

  /** The copies of the line, else those of the POM; none for null. */
  static List<CopySpec> specs(CopiesParameter copies) {
    if (copies == null) {
      return List.of();
    }
    return copies
        .line()
        .map(CopySpec::parse)
        .orElseGet(() -> copies.elements().stream().map(CopyParameters::toSpec).toList());
  }
}

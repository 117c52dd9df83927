package io.github.releasesync.version;

import java.util.Arrays;
import java.util.Optional;

/** The ecosystem of a package, which determines the spelling of its version. */
public enum Ecosystem {
  /** crates.io and other Cargo registries: SemVer 2.0.0. */
  CARGO("cargo"),
  /** The Python Package Index: PEP 440. */
  PYPI("pypi"),
  /** Maven Central and other Maven repositories. */
  MAVEN("maven");

  private final String word;

  Ecosystem(String word) {
    this.word = word;
  }

  /**
   * The word in configuration and output.
   *
   * @return {@code cargo}, {@code pypi} or {@code maven}
   */
  public String word() {
    return word;
  }

  /**
   * The ecosystem of a word.
   *
   * @param word as {@link #word()} gives it, in lower case
   * @return the ecosystem, or empty if there is none of that word
   */
  public static Optional<Ecosystem> of(String word) {
    return Arrays.stream(values()).filter(e -> e.word.equals(word)).findFirst();
  }
}

package io.github.releasesync.artifact;

import java.util.Locale;

/** The kind of an uploaded file. */
public enum ArtifactKind {
  /** A {@code .crate} of a Cargo registry. */
  CRATE,
  /** A built distribution of a Python package. */
  WHEEL,
  /** A source distribution of a Python package. */
  SDIST;

  /**
   * The word that configuration and reports use.
   *
   * @return {@code crate}, {@code wheel} or {@code sdist}
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind of a word.
   *
   * @param word {@code crate}, {@code wheel} or {@code sdist}
   * @return the kind
   * @throws IllegalArgumentException if there is none of that name
   */
  public static ArtifactKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}

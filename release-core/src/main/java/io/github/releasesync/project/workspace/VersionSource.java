package io.github.releasesync.project.workspace;

import java.util.Locale;

/** Where a package's version comes from. */
public enum VersionSource {
  /** Its own manifest. */
  LITERAL,
  /** A workspace or a parent. */
  INHERITED,
  /** Its build backend finds it: in the crate, in a source file, in git. */
  DYNAMIC,
  /** A Maven property. */
  PROPERTY,
  /** None. */
  MISSING;

  /**
   * The word that reports use.
   *
   * @return the lower-case name
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

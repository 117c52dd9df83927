package io.github.releasesync.project.workspace;

import java.util.Locale;

/** Where a package's version comes from. */
public enum VersionSource {
  /** Its own manifest says it. */
  LITERAL,
  /** A workspace or a parent says it. */
  INHERITED,
  /** Its build backend finds it: in the crate, in a source file, in git. */
  DYNAMIC,
  /** A Maven property says it. */
  PROPERTY,
  /** Nothing says it. */
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

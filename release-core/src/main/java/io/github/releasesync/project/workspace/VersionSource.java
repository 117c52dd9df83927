package io.github.releasesync.project.workspace;

import java.util.Locale;

/** Where a package's version comes from. */
public enum VersionSource {
  /** Its own manifest. */
  LITERAL,
  /** A workspace or a parent. */
  INHERITED,
  /** Its build backend finds it in the tree: in the crate, in a source file. */
  DYNAMIC,
  /** Its build backend takes it from the tags of git. */
  GIT,
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

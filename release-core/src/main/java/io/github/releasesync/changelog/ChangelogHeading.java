package io.github.releasesync.changelog;

import io.github.releasesync.problem.Place;
import io.github.releasesync.version.ReleaseVersion;
import java.util.Optional;

/**
 * A heading of a changelog.
 *
 * @param kind the kind of its section
 * @param level 1 to 6; an underlined heading is of level 2
 * @param text its text, without the marks of a heading
 * @param version the version as it is written, without {@code v}; empty unless a release
 * @param release the release version that this is a spelling of, if it is portable
 * @param date the date as it is written, in whatever form; empty for a placeholder
 * @param yanked whether {@code [YANKED]} is written
 * @param link the form of the link of the version
 * @param place where the line begins
 * @param start offset of the line in the text
 * @param end offset behind its last character, before the line end
 */
public record ChangelogHeading(
    Kind kind,
    int level,
    String text,
    Optional<String> version,
    Optional<ReleaseVersion> release,
    Optional<String> date,
    boolean yanked,
    Link link,
    Place place,
    int start,
    int end) {

  /** The kind of a heading's section. */
  public enum Kind {
    /** Unreleased changes. */
    UNRELEASED,
    /** A release. */
    RELEASE,
    /** Entries of one kind: Added, Fixed, Bug Fixes. */
    SECTION,
    /** One entry, as knope writes them. */
    ENTRY,
    /** Anything else: the title, new contributors, a range of versions. */
    OTHER
  }

  /** The form of a version's link in a heading. */
  public enum Link {
    /** It is none. */
    NONE,
    /** {@code [1.0.0]}, to be looked up among the link references. */
    REFERENCE,
    /** {@code [1.0.0](https://...)}. */
    INLINE
  }
}

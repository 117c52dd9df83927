package io.github.releasesync.prepare;

import io.github.releasesync.next.Selection;
import java.util.Optional;

/**
 * Options of a draft of a release.
 *
 * @param selection the group or package to release
 * @param level the level of the bump
 * @param bumpDependents whether dependents are bumped too
 * @param development the level of the development version after it; empty for none
 * @param text the options of its text
 */
public record DraftOptions(
    Selection selection,
    String level,
    boolean bumpDependents,
    Optional<String> development,
    ReleaseNotesOptions text) {}

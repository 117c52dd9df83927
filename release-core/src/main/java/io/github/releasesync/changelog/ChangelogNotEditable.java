package io.github.releasesync.changelog;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;

/** The refusal to write into a changelog. */
final class ChangelogNotEditable {

  private ChangelogNotEditable() {}

  static ReleaseException because(Place place, String message, String help) {
    return ReleaseException.of(Code.CHANGELOG_NOT_EDITABLE, place, message, help);
  }
}

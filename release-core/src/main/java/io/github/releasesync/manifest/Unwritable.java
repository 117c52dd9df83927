package io.github.releasesync.manifest;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;

/** The refusal to write into a changelog. */
final class Unwritable {

  private Unwritable() {}

  static ReleaseException because(Place place, String message, String help) {
    return new ReleaseException(Problem.of(Code.CHANGELOG_NOT_EDITABLE, place, message, help));
  }
}

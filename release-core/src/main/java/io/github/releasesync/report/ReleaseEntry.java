package io.github.releasesync.report;

import io.github.releasesync.next.NextRelease;
import io.github.releasesync.version.ReleaseVersion;
import java.math.BigInteger;
import java.util.Optional;

/** A release in JSON reports, with the field names of next.json. */
record ReleaseEntry(
    String group,
    String lead,
    String of,
    String current,
    BigInteger currentPost,
    String next,
    BigInteger nextPost,
    String level,
    String tag) {

  static ReleaseEntry of(NextRelease release) {
    return new ReleaseEntry(
        release.group().name(),
        release.group().lead().id(),
        release.of().orElse(null),
        text(release.current()),
        post(release.current()),
        text(release.next()),
        post(release.next()),
        release.level().map(Object::toString).orElse(null),
        release.tag().orElse(null));
  }

  private static String text(Optional<ReleaseVersion> version) {
    return version.map(ReleaseVersion::toString).orElse(null);
  }

  private static BigInteger post(Optional<ReleaseVersion> version) {
    return version.flatMap(ReleaseVersion::post).orElse(null);
  }
}

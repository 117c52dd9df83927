package io.github.releasesync.manifest.syntax;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.SourceText;

/** The refusals of manifests, all with {@link Code#MANIFEST_INVALID}. */
public final class InvalidManifest {

  private static final String MERGE_MARKER = "<<<<<<<";

  private InvalidManifest() {}

  /** A refusal of one value. */
  public static ReleaseException at(Place place, String message, String help) {
    return ReleaseException.of(Code.MANIFEST_INVALID, place, message, help);
  }

  /** A refusal of text that is not well-formed; a marker of a merge is the likelier cause. */
  static ReleaseException syntax(SourceText text, Place place, String message) {
    int marker = mergeMarker(text.content());
    if (marker >= 0) {
      return at(
          text.place(marker),
          message,
          "this looks like an unresolved merge: choose a side, remove the markers");
    }
    return at(
        place, message, "correct the syntax; the rest of the tree was checked without this file");
  }

  private static int mergeMarker(String content) {
    if (content.startsWith(MERGE_MARKER)) {
      return 0;
    }
    int lineEnd = content.indexOf("\n" + MERGE_MARKER);
    return lineEnd < 0 ? -1 : lineEnd + 1;
  }
}

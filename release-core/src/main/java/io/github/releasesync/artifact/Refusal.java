package io.github.releasesync.artifact;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.Printable;

/** The refusals of one file, each with its code; names from inside the file are made printable. */
final class Refusal {

  private static final int LONGEST_SHOWN = 200;

  private final String file;

  /** Refusals of the file of this name. */
  Refusal(String file) {
    this.file = Printable.of(file);
  }

  ReleaseException of(Code code, String message, String help) {
    return ReleaseException.of(code, Place.of(file), message, help);
  }

  ReleaseException entry(Code code, String entry, String message, String help) {
    return of(code, "entry `" + shown(entry) + "` " + message, help);
  }

  ReleaseException unreadable(String message, Throwable cause) {
    return new ReleaseException(
        Problem.of(
            Code.ARTIFACT_UNREADABLE,
            Place.of(file),
            message,
            "build it again; if it was copied or downloaded, compare its sha256 with the original"),
        cause);
  }

  ReleaseException unreadable(Throwable cause) {
    String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return unreadable("cannot be read: " + shown(why), cause);
  }

  static String shown(String text) {
    String printable = Printable.of(text);
    return printable.length() <= LONGEST_SHOWN
        ? printable
        : printable.substring(0, LONGEST_SHOWN) + "...";
  }
}

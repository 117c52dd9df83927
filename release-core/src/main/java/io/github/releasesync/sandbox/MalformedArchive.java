package io.github.releasesync.sandbox;

/** An archive that does not have the format of its name; the message can go to a client. */
final class MalformedArchive extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedArchive(String message) {
    super(message);
  }
}

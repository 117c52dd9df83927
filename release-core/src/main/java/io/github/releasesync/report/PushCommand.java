package io.github.releasesync.report;

import io.github.releasesync.prepare.Push;

/** The git command that pushes a release. */
final class PushCommand {

  private PushCommand() {}

  /** The command; without a remote, it adds one first. */
  static String of(Push push) {
    String before = push.hasRemotes() ? "" : "git remote add origin URL, then ";
    String together = push.names().size() > 1 ? "--atomic " : "";
    return before
        + "git push "
        + together
        + push.remoteName()
        + " "
        + String.join(" ", push.names());
  }
}

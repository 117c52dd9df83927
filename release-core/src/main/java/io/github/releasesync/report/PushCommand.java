package io.github.releasesync.report;

import io.github.releasesync.prepare.Push;
import io.github.releasesync.text.ShellWord;
import java.util.stream.Collectors;

/** The git command that pushes a release. */
final class PushCommand {

  private PushCommand() {}

  /** The command; without a remote, it adds one first. */
  static String of(Push push, Wording wording) {
    String before = push.hasRemotes() ? "" : wording.git("remote add origin URL") + ", then ";
    String together = push.names().size() > 1 ? "--atomic " : "";
    return before
        + wording.git(
            "push "
                + together
                + ShellWord.of(push.remoteName())
                + " "
                + push.names().stream().map(ShellWord::of).collect(Collectors.joining(" ")));
  }
}

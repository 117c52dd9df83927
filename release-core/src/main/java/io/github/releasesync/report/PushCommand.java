package io.github.releasesync.report;

import io.github.releasesync.git.GitWriter;
import java.util.List;
import java.util.Optional;

/**
 * Where a release is pushed to, and how a user does it.
 *
 * @param remote the remote
 * @param before what has to be typed first; empty where the remote is there
 */
public record PushCommand(String remote, String before) {

  /**
   * A remote that is known. Where there is none, the command makes it; where git could not choose
   * between several, it has a word in its place.
   */
  public static PushCommand of(Optional<String> known, GitWriter writer) {
    if (known.isPresent()) {
      return new PushCommand(known.get(), "");
    }
    return writer.remotes().isEmpty()
        ? new PushCommand("origin", "git remote add origin URL, then ")
        : new PushCommand("REMOTE", "");
  }

  /** What to type to push branches and tags, such as {@code main v1.2.0}. */
  public String text(List<String> names) {
    String together = names.size() > 1 ? "--atomic " : "";
    return before + "git push " + together + remote + " " + String.join(" ", names);
  }
}

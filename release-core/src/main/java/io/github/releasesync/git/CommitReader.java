package io.github.releasesync.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads commits of histories, while git writes them. */
final class CommitReader {

  /** The line that {@code git cherry-pick -x} adds to a message. */
  private static final String PICKED = "cherry picked from commit ";

  private static final int ID_LENGTH = 40;

  private final GitCalls calls;
  private final Path workTree;

  CommitReader(GitCalls calls, Path workTree) {
    this.calls = calls;
    this.workTree = workTree;
  }

  /**
   * The commits that one has and others have not; with the paths below a folder, if one is given.
   */
  void since(
      String commit, Collection<String> others, Optional<Path> folder, Consumer<Commit> each) {
    List<String> arguments = log();
    arguments.addAll(List.of("--stdin", "--date-order"));
    folder.ifPresent(
        root ->
            arguments.addAll(
                List.of(
                    "--name-only",
                    "--root",
                    "--no-renames",
                    "--diff-merges=first-parent",
                    "--relative")));
    StringBuilder range = new StringBuilder(commit).append('\n');
    others.forEach(other -> range.append('^').append(other).append('\n'));
    stream(range.toString(), folder.orElse(workTree), arguments, each);
  }

  /** The commits that another one has, and one has neither itself nor as the same change. */
  List<Commit> missing(String commit, String other) {
    String range = commit + "..." + other + "\n";
    List<String> theirs = log();
    theirs.addAll(List.of("--stdin", "--no-merges", "--right-only", "--cherry-pick"));
    List<Commit> missing = new ArrayList<>();
    stream(range, workTree, theirs, missing::add);
    if (missing.isEmpty()) {
      return missing;
    }
    List<String> ours = log();
    ours.addAll(List.of("--stdin", "--left-only", "--fixed-strings", "--grep=" + PICKED));
    Set<String> picked = new HashSet<>();
    stream(range, workTree, ours, own -> addPicked(own.message(), picked));
    missing.removeIf(theirsToo -> picked.contains(theirsToo.id()));
    return missing;
  }

  private static void addPicked(String message, Set<String> picked) {
    int at = message.indexOf(PICKED);
    while (at >= 0) {
      int start = at + PICKED.length();
      picked.add(message.substring(start, Math.min(start + ID_LENGTH, message.length())));
      at = message.indexOf(PICKED, start);
    }
  }

  private static List<String> log() {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("log", "-z", "--no-show-signature", "--encoding=UTF-8"));
    arguments.add("--format=" + CommitLog.FORMAT);
    return arguments;
  }

  private void stream(String range, Path directory, List<String> arguments, Consumer<Commit> each) {
    calls.streamFor(
        range, directory, output -> CommitLog.read(output, each), arguments.toArray(String[]::new));
  }
}

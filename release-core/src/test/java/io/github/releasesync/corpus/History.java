package io.github.releasesync.corpus;

import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The release tags of a real repository, replayed in the order in which they were made: at each
 * moment only those exist that existed then.
 */
final class History {

  /** When a release is looked at. */
  enum Moment {
    /** At the tag. */
    TAG,
    /** At a commit on top of it. */
    AFTER,
    /** At a commit on top of where a branch that was never merged left the main line. */
    MAIN
  }

  /** Tags that were made for one commit: a release of several packages is one. */
  private record Release(List<Tag> tags, String commit) {

    String name() {
      return tags.get(tags.size() - 1).name();
    }
  }

  private record Tag(String name, String object) {}

  private final Path bundle;
  private final GitSandbox git;
  private final List<Release> releases = new ArrayList<>();

  History(Path bundle, Path temp) {
    this.bundle = bundle;
    this.git = GitSandbox.at(Bundles.cloned(bundle, temp)).withUser();
    String tags =
        git.git(
            "for-each-ref",
            "--sort=creatordate",
            "--format=%(refname:short) %(objectname) %(*objectname)",
            "refs/tags");
    for (String line : tags.lines().filter(l -> !l.isBlank()).toList()) {
      String[] cells = line.split(" ");
      add(new Tag(cells[0], cells[1]), cells[cells.length - 1]);
      git.git("tag", "-d", cells[0]);
    }
  }

  private void add(Tag tag, String commit) {
    if (releases.isEmpty() || !releases.get(releases.size() - 1).commit().equals(commit)) {
      releases.add(new Release(new ArrayList<>(), commit));
    }
    releases.get(releases.size() - 1).tags().add(tag);
  }

  /** The bundles by name, or an aborted test. */
  static List<Path> all() {
    try (Stream<Path> files = Files.list(Shared.require("histories"))) {
      return files.filter(f -> f.toString().endsWith(".bundle")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String repository() {
    return Bundles.repository(bundle);
  }

  GitSandbox git() {
    return git;
  }

  int releases() {
    return releases.size();
  }

  /** Makes the tags one after the other, and gives each moment with the tag that is the newest. */
  void replay(BiConsumer<String, Moment> look) {
    for (Release release : releases) {
      release.tags().forEach(t -> git.git("update-ref", "refs/tags/" + t.name(), t.object()));
      checkout(release.commit());
      look.accept(release.name(), Moment.TAG);
      commitMore();
      look.accept(release.name(), Moment.AFTER);
      String fork = git.git("merge-base", release.commit(), "refs/remotes/origin/main").strip();
      if (!fork.equals(release.commit())) {
        checkout(fork);
        commitMore();
        look.accept(release.name(), Moment.MAIN);
      }
    }
    checkout("refs/remotes/origin/main");
  }

  private void checkout(String commit) {
    git.git("checkout", "-q", "--force", "--detach", commit);
    git.git("clean", "-q", "-f", "-d");
  }

  private void commitMore() {
    git.write("src/more.txt", "more\n").commit("feat: more");
  }
}

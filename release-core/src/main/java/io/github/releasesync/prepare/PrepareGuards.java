package io.github.releasesync.prepare;

import io.github.releasesync.check.Assessment;
import io.github.releasesync.git.Commit;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.git.RepositoryAddress;
import io.github.releasesync.history.CommitMessage;
import io.github.releasesync.history.UnportedFixes;
import io.github.releasesync.next.NextRelease;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.tree.Glob;
import io.github.releasesync.text.ShellWord;
import io.github.releasesync.text.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The guards of a release commit or tag. All of them run, so that one report lists all failures.
 */
public final class PrepareGuards {

  private static final int MOST_NAMED = 3;
  private static final int MOST_PICKED = 20;
  private static final int SHORT_ID = 10;

  /** What compares with the newest release, and finds no difference once the tag is made. */
  private static final Set<Code> LEFT_BEHIND = Set.of(Code.STALE_COPY, Code.DRIFT_SINCE_TAG);

  private final GitRepository repository;
  private final GitWriter writer;
  private final Help insteadOfTaken;
  private final List<Problem> closed = new ArrayList<>();

  private PrepareGuards(GitRepository repository, GitWriter writer, Help insteadOfTaken) {
    this.repository = repository;
    this.writer = writer;
    this.insteadOfTaken = insteadOfTaken;
  }

  /**
   * The guards of a new release commit.
   *
   * @param repository the repository
   * @param writer reads its configuration and its remotes
   * @return the guards, for one use
   */
  public static PrepareGuards ofPrepare(GitRepository repository, GitWriter writer) {
    return new PrepareGuards(
        repository, writer, Help.of("choose a higher level: a tagged version is released"));
  }

  /**
   * The guards of a tag for an existing release commit.
   *
   * @param repository the repository
   * @param writer reads its configuration and its remotes
   * @return the guards, for one use
   */
  public static PrepareGuards ofTag(GitRepository repository, GitWriter writer) {
    return new PrepareGuards(
        repository,
        writer,
        Help.of("there is nothing to tag: ", Command.of("prepare"), " creates the next release"));
  }

  /**
   * Runs all guards.
   *
   * @param options the options of the guards
   * @param release the release
   * @param tag the planned tag
   * @param after the assessment of the tree that will be tagged
   * @return the failed guards, and notes about those that could not run
   */
  public GuardAnswers ask(
      GuardOptions options, NextRelease release, Optional<String> tag, Assessment after) {
    List<String> notes = new ArrayList<>();
    tree(repository.workTree());
    branch(options.branches());
    tag.ifPresent(this::tag);
    fixes(release, options);
    if (!options.offline()) {
      options
          .remoteOf(repository.branch(), writer)
          .flatMap(remote -> remote(remote, tag))
          .ifPresent(notes::add);
    }
    check(after);
    List<Problem> leftBehind =
        after.findings().stream()
            .filter(f -> f.severity() == Severity.WARNING && LEFT_BEHIND.contains(f.code()))
            .toList();
    return new GuardAnswers(closed, notes, leftBehind);
  }

  private void tree(Path root) {
    List<String> changes = repository.changes(root);
    if (!changes.isEmpty()) {
      String named = String.join(", ", changes.stream().limit(MOST_NAMED).toList());
      close(
          Code.TREE_NOT_CLEAN,
          changes.get(0),
          changes.size() == 1
              ? named + " is not committed"
              : changes.size() + " paths are not committed: " + named + more(changes.size()),
          "commit them, stash them, or let git ignore them");
    }
  }

  private void branch(List<String> allowed) {
    Optional<String> branch = repository.branch();
    if (branch.isEmpty()) {
      close(
          Code.BRANCH_NOT_RELEASED,
          "HEAD",
          "no branch is checked out",
          "check out the branch to release from: git switch BRANCH");
    } else if (allowed.stream().noneMatch(pattern -> Glob.of(pattern).matches(branch.get()))) {
      close(
          Code.BRANCH_NOT_RELEASED,
          "release-sync.branches",
          "cannot release from branch `" + branch.get() + "`: not in " + String.join(", ", allowed),
          Help.of(
              "release from another branch, or allow this one with ",
              Option.of("branches", branch.get())));
    }
  }

  /** Compares branch and tag with the remote; a remote that does not answer blocks nothing. */
  private Optional<String> remote(String remote, Optional<String> tag) {
    Optional<String> branch = repository.branch();
    if (branch.isEmpty()) {
      return Optional.empty();
    }
    String head = "refs/heads/" + branch.get();
    List<String> refs = new ArrayList<>(List.of(head));
    tag.ifPresent(name -> refs.add("refs/tags/" + name));
    Optional<Map<String, String>> found = writer.remoteRefs(remote, refs);
    String shown = RepositoryAddress.withoutCredential(remote);
    if (found.isEmpty()) {
      return Optional.of(shown + " does not answer, so it was not compared");
    }
    String there = found.get().get(head);
    boolean known = there == null || repository.resolve(there + "^{commit}").isPresent();
    if (!known || there != null && repository.behind(there) > 0) {
      close(
          Code.BRANCH_BEHIND,
          branch.get(),
          shown + " has commits of `" + branch.get() + "` that are missing here",
          "git pull --rebase " + ShellWord.of(shown) + " " + ShellWord.of(branch.get()));
    }
    tag.filter(name -> found.get().containsKey("refs/tags/" + name))
        .filter(name -> closed.stream().noneMatch(p -> p.code() == Code.TAG_TAKEN))
        .ifPresent(name -> taken(name, " on " + shown));
    return Optional.empty();
  }

  private void tag(String name) {
    if (repository.tagNames().contains(name)) {
      Optional<String> commit = repository.resolve("refs/tags/" + name + "^{commit}");
      boolean atHead = commit.isPresent() && commit.equals(repository.head());
      taken(name, atHead ? ", at HEAD" : commit.map(id -> ", at " + shortened(id)).orElse(""));
    }
  }

  private void taken(String name, String where) {
    close(
        Code.TAG_TAKEN,
        name,
        "the tag `" + name + "` already exists" + where + ", and tags are never moved",
        insteadOfTaken);
  }

  /** Every fix that a hotfix release published must be on the branch of a later release. */
  private void fixes(NextRelease release, GuardOptions options) {
    Map<Commit, String> unported =
        new UnportedFixes(repository, options.releaseTitle())
            .before(release.tags(), release.version(), options.ignored());
    if (unported.isEmpty()) {
      return;
    }
    Set<String> tags = new TreeSet<>(unported.values());
    List<Commit> oldestFirst = new ArrayList<>(unported.keySet());
    Collections.reverse(oldestFirst);
    String named =
        oldestFirst.stream()
            .limit(MOST_NAMED)
            .map(c -> shortened(c.id()) + " " + CommitMessage.of(c.message()).title())
            .collect(Collectors.joining("; "));
    List<String> ids = oldestFirst.stream().map(c -> shortened(c.id())).toList();
    String merge =
        "git merge "
            + tags.stream().map(ShellWord::of).collect(Collectors.joining(" && git merge "));
    String bring =
        ids.size() > MOST_PICKED
            ? merge
            : "git cherry-pick -x " + String.join(" ", ids) + ", or " + merge;
    close(
        Code.FIX_NOT_PORTED,
        String.join(", ", tags),
        Words.count(ids.size(), "fix", "fixes")
            + " of "
            + String.join(", ", tags)
            + (ids.size() == 1 ? " is" : " are")
            + " not on this branch: "
            + named
            + more(ids.size()),
        Help.of(
            bring,
            "; if " + (ids.size() == 1 ? "it is" : "they are") + " not needed here: ",
            Option.of("ignoreUnportedFixes", String.join(",", ids))));
  }

  private static String shortened(String id) {
    return id.substring(0, SHORT_ID);
  }

  /** The errors of check in the tree that will be tagged. */
  private void check(Assessment after) {
    List<Problem> errors = after.errors();
    if (!errors.isEmpty()) {
      String codes =
          errors.stream()
              .collect(
                  Collectors.groupingBy(f -> f.code().id(), TreeMap::new, Collectors.counting()))
              .entrySet()
              .stream()
              .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + " x" + e.getValue())
              .collect(Collectors.joining(", "));
      Problem first = errors.get(0);
      closed.add(
          Problem.of(
              Code.CHECK_FAILS,
              first.place(),
              "check reports " + codes + ", first: " + first.message(),
              Help.of(first.help(), "; `", Command.of("check"), "` shows all")));
    }
  }

  private static String more(int size) {
    return size > MOST_NAMED ? ", ..." : "";
  }

  private void close(Code code, String place, String message, String help) {
    close(code, place, message, Help.of(help));
  }

  private void close(Code code, String place, String message, Help help) {
    closed.add(Problem.of(code, Place.of(place), message, help));
  }
}

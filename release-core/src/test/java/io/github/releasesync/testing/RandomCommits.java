package io.github.releasesync.testing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A repository of one crate, released as v1.0.0, and random commits since: conventional and other
 * titles, scopes, bodies, footers, merges, squashed pull requests, reverts. The same seed always
 * gives the same commits. It knows which of them tools read differently, and by which rule of ours.
 */
public final class RandomCommits {

  /** Why a commit is not told by every tool alike, as a page of the manual says it. */
  public enum Reason {
    TAKEN_BACK("next.md", "A commit that a later commit of the same range reverts does not count"),
    TAKES_BACK("next.md", "and neither does the revert"),
    TAKES_BACK_A_RELEASE("next.md", "A revert of a released commit asks for a patch"),
    SQUASHED("next.md", "the parts of the body that begin with `* ` are read as messages"),
    EMPTY_BREAKING("next.md", "An empty `BREAKING CHANGE:` counts as breaking");

    private final String page;
    private final String sentence;

    Reason(String page, String sentence) {
      this.page = page;
      this.sentence = sentence;
    }

    /** The manual's page. */
    public String page() {
      return page;
    }

    /** Words of that page. */
    public String sentence() {
      return sentence;
    }
  }

  private record Made(String id, String title) {}

  private static final String[] TYPES = {
    "feat", "feat", "fix", "fix", "fix", "perf", "docs", "chore", "refactor", "test", "build", "ci"
  };
  private static final String[] SCOPES = {"core", "java", "python bindings", "a/b", "deps"};
  private static final String[] WORDS = {
    "add", "read", "header", "wheel", "empty", "path", "token", "retry", "Größe", "`lock`", "null"
  };
  private static final int RELEASED = 4;
  private static final int LEAST = 15;
  private static final int MORE = 20;

  private final GitSandbox git;
  private final Random random;
  private final boolean breaks;
  private final List<Made> released = new ArrayList<>();
  private final List<Made> open = new ArrayList<>();
  private final Map<String, Set<Reason>> reasons = new LinkedHashMap<>();
  private int number;

  /** Makes the repository; every third seed has breaking changes. */
  public RandomCommits(GitSandbox git, long seed) {
    this.git = git;
    this.random = new Random(seed);
    this.breaks = seed % 3 == 0;
    git.write("Cargo.toml", "[package]\nname = \"engine\"\nversion = \"1.0.0\"\n");
    git.write("src/lib.rs", "").write(".gitignore", "target/\n").commit("Begin");
    for (int i = 0; i < RELEASED; i++) {
      plain();
    }
    released.addAll(open);
    open.clear();
    reasons.clear();
    git.annotatedTag("v1.0.0");
    // Of some seeds, only one of few commits: so what asks for nothing decides there too.
    int steps = seed % 5 == 0 ? 1 : LEAST + random.nextInt(MORE);
    for (int i = 0; i < steps; i++) {
      step();
    }
  }

  /** Of the commits that are told differently, why. */
  public Map<String, Set<Reason>> reasons() {
    return reasons;
  }

  private void step() {
    switch (random.nextInt(16)) {
      case 0 -> commit(words());
      case 1 -> commit("fixup! feat: " + words());
      case 2 -> squashed();
      case 3 -> emptyBreaking();
      case 4 -> merge();
      case 5 -> revertedMerge();
      case 6, 7 -> revertOfUnreleased();
      case 8 -> revertOfReleased();
      case 9 -> revertAndReapply();
      default -> plain();
    }
  }

  private Made commit(String message) {
    git.commit(message);
    return new Made(git.head(), message.lines().findFirst().orElseThrow());
  }

  private Made plain() {
    StringBuilder message = new StringBuilder(title(pick(TYPES), breaks && chance(6)));
    if (chance(40)) {
      message.append("\n\n").append(words()).append('\n').append(words());
    }
    List<String> footers = new ArrayList<>();
    if (breaks && chance(6)) {
      footers.add("BREAKING" + pick(" ", "-") + "CHANGE: " + words() + "\n  " + words());
    }
    if (chance(20)) {
      footers.add("Refs: #" + random.nextInt(99));
    }
    if (chance(20)) {
      footers.add("Co-authored-by: Bob <bob@example.org>");
    }
    if (!footers.isEmpty()) {
      message.append("\n\n").append(String.join("\n", footers));
    }
    Made made = commit(message.toString());
    open.add(made);
    return made;
  }

  private String title(String type, boolean marked) {
    String written = chance(5) ? type.substring(0, 1).toUpperCase() + type.substring(1) : type;
    String scope = chance(60) ? "(" + pick(SCOPES) + ")" : "";
    String end = chance(30) ? " (#" + random.nextInt(99) + ")" : "";
    return written + scope + (marked ? "!" : "") + ": " + words() + end;
  }

  private void squashed() {
    Made made =
        commit(
            words()
                + " (#7)\n\n* feat: "
                + words()
                + "\n\n* wip\n\n* fix(core): "
                + words()
                + "\n");
    mark(made, Reason.SQUASHED);
  }

  private void emptyBreaking() {
    if (breaks) {
      mark(commit("fix: " + words() + "\n\nBREAKING CHANGE:"), Reason.EMPTY_BREAKING);
    }
  }

  private Made merge() {
    String branch = "side" + ++number;
    git.git("checkout", "--quiet", "-b", branch);
    plain();
    git.git("checkout", "--quiet", "main");
    String title =
        chance(30) ? title("feat", false) : "Merge pull request #" + number + " from a/" + branch;
    git.git("merge", "--quiet", "--no-ff", "--message", title + "\n\nfeat: " + words(), branch);
    return new Made(git.head(), title);
  }

  private void revertedMerge() {
    Made merge = merge();
    Made brought = open.remove(open.size() - 1);
    mark(merge, Reason.TAKEN_BACK);
    mark(brought, Reason.TAKEN_BACK);
    mark(commit(revert(merge) + ", reversing\nchanges made to main."), Reason.TAKES_BACK);
  }

  private void revertOfUnreleased() {
    if (open.isEmpty()) {
      return;
    }
    Made old = open.remove(random.nextInt(open.size()));
    String message =
        switch (random.nextInt(5)) {
          case 0 -> "Revert \"" + old.title() + "\" (#8)\n\nReverts ada/engine#7";
          case 1 -> "revert: " + old.title() + "\n\nRefs: " + old.id().substring(0, 10);
          case 2 -> "revert: " + old.title();
          case 3 -> "fix: " + words() + "\n\nThis reverts commit " + old.id() + ".";
          default -> revert(old) + ".";
        };
    mark(old, Reason.TAKEN_BACK);
    Made back = commit(message);
    if (!message.startsWith("fix")) {
      mark(back, Reason.TAKES_BACK);
    }
  }

  private void revertOfReleased() {
    Made old = released.get(random.nextInt(released.size()));
    mark(
        commit(chance(50) ? revert(old) + "." : "revert: " + old.title()),
        Reason.TAKES_BACK_A_RELEASE);
  }

  private void revertAndReapply() {
    Made old = plain();
    Made back = commit(revert(old) + ".");
    mark(back, Reason.TAKEN_BACK);
    mark(
        commit("Reapply \"" + old.title() + "\"\n\nThis reverts commit " + back.id() + "."),
        Reason.TAKES_BACK);
  }

  private static String revert(Made old) {
    return "Revert \"" + old.title() + "\"\n\nThis reverts commit " + old.id();
  }

  private void mark(Made made, Reason reason) {
    reasons.computeIfAbsent(made.id(), id -> EnumSet.noneOf(Reason.class)).add(reason);
  }

  /** No two alike, so that a title names one commit. */
  private String words() {
    return pick(WORDS) + " " + pick(WORDS) + " " + ++number;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String pick(String... from) {
    return from[random.nextInt(from.length)];
  }
}

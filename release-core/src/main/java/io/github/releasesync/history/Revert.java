package io.github.releasesync.history;

import io.github.releasesync.version.CommitImpact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The commits that a commit reverts. Git writes {@code Revert "TITLE"}, {@code Reapply "TITLE"} to
 * revert a revert, and {@code This reverts commit ID}; Conventional Commits recommends {@code
 * revert:} with a footer {@code Refs} of ids.
 *
 * @param commits ids, which may be abbreviated; empty if it names none
 * @param title the title of the reverted commit, if only the title is known
 * @param otherwise its impact on users if no such commit is in the range, because it reverts a
 *     released commit; empty for the impact of its own title
 * @param isListed whether it is one of the list of a squashed pull request
 */
record Revert(
    List<String> commits,
    Optional<String> title,
    Optional<CommitImpact> otherwise,
    boolean isListed) {

  private static final String SENTENCE = "This reverts commit ";
  private static final String REVERT = "Revert \"";
  private static final String REAPPLY = "Reapply \"";

  /** The minimum number of digits of an abbreviated commit id. */
  static final int SHORTEST_ID = 7;

  private static final int LONGEST_ID = 64;

  static Optional<Revert> of(String title, String text, Optional<ConventionalCommit> own) {
    List<String> commits = afterSentences(text);
    Optional<String> reverted = quoted(title, REVERT);
    Optional<String> reapplied = quoted(title, REAPPLY);
    Optional<ConventionalCommit> typed =
        own.filter(commit -> commit.type().toLowerCase(Locale.ROOT).equals("revert"));
    typed.ifPresent(commit -> commits.addAll(inFooters(commit)));
    if (reapplied.isPresent()) {
      CommitImpact again =
          ConventionalCommit.parse(reapplied.get())
              .map(ConventionalCommit::change)
              .orElse(CommitImpact.NONE);
      return Optional.of(
          of(commits, reapplied.map(inner -> REVERT + inner + "\""), Optional.of(again)));
    }
    Optional<String> named = reverted.or(() -> typed.map(ConventionalCommit::description));
    if (named.isPresent()) {
      return Optional.of(of(commits, named, Optional.of(CommitImpact.FIX)));
    }
    return commits.isEmpty()
        ? Optional.empty()
        : Optional.of(of(commits, Optional.empty(), Optional.empty()));
  }

  private static Revert of(
      List<String> commits, Optional<String> title, Optional<CommitImpact> otherwise) {
    return new Revert(commits, title, otherwise, false);
  }

  /** The same as one of the list of a squashed pull request. */
  Revert listed() {
    return new Revert(commits, title, otherwise, true);
  }

  /** Whether a title is the revert of another. */
  static boolean isTitle(String title) {
    return quoted(title, REVERT).or(() -> quoted(title, REAPPLY)).isPresent();
  }

  private static Optional<String> quoted(String title, String before) {
    if (!title.startsWith(before)) {
      return Optional.empty();
    }
    String whole = CommitMessage.withoutNumber(title);
    return whole.endsWith("\"") && whole.length() > before.length()
        ? Optional.of(whole.substring(before.length(), whole.length() - 1))
        : Optional.empty();
  }

  private static List<String> afterSentences(String text) {
    List<String> ids = new ArrayList<>();
    for (int at = text.indexOf(SENTENCE); at >= 0; at = text.indexOf(SENTENCE, at + 1)) {
      id(text, at + SENTENCE.length()).ifPresent(ids::add);
    }
    return ids;
  }

  private static List<String> inFooters(ConventionalCommit commit) {
    List<String> ids = new ArrayList<>();
    for (Footer footer : commit.footers()) {
      if (footer.token().toLowerCase(Locale.ROOT).equals("refs")) {
        for (String part : footer.value().split(",")) {
          String id = part.strip();
          id(id, 0).filter(id::equals).ifPresent(ids::add);
        }
      }
    }
    return ids;
  }

  private static Optional<String> id(String text, int from) {
    int to = from;
    while (to < text.length() && to - from <= LONGEST_ID && isHex(text.charAt(to))) {
      to++;
    }
    boolean fits = to - from >= SHORTEST_ID && to - from <= LONGEST_ID;
    return fits ? Optional.of(text.substring(from, to)) : Optional.empty();
  }

  private static boolean isHex(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
  }
}

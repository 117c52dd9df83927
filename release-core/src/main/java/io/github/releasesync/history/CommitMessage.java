package io.github.releasesync.history;

import io.github.releasesync.git.Commit;
import io.github.releasesync.version.CommitImpact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The message of a commit, as far as it matters for a release.
 *
 * @param title its first line
 * @param entries the conventional commits in it: the title, or the entries of a squashed pull
 *     request
 * @param reverts what it reverts: one, or those of the list of a squashed pull request
 */
public record CommitMessage(String title, List<ConventionalCommit> entries, List<Revert> reverts) {

  /**
   * Reads a message. The title counts. Only where it is no conventional commit, but ends with the
   * number of a pull request ({@code Faster parser (#12)}), the parts of the body that begin with
   * {@code * } are read as commit messages: GitHub lists the squashed commits there.
   *
   * @param message the whole message
   * @return the message
   */
  public static CommitMessage of(String message) {
    return of(message, "");
  }

  /**
   * Reads the message of a commit. What a program quotes that updates dependencies does not count.
   *
   * @param commit the commit
   * @return the message
   */
  public static CommitMessage of(Commit commit) {
    return of(commit.message(), commit.author());
  }

  private static CommitMessage of(String message, String author) {
    String whole = message.replace("\r\n", "\n");
    boolean bot = Bots.wrote(whole, author);
    String text = bot ? Bots.withoutQuotations(whole) : whole;
    String title = firstLine(text);
    Optional<ConventionalCommit> own =
        ConventionalCommit.parse(text)
            .map(c -> bot && Bots.isUpdate(c) ? c.breakingByTitleAlone() : c);
    if (own.isPresent() || Revert.isTitle(title) || !isNumbered(title)) {
      return new CommitMessage(
          title, own.stream().toList(), Revert.of(title, text, own).stream().toList());
    }
    SquashedCommits list = SquashedCommits.of(text);
    List<Revert> reverts = new ArrayList<>(list.reverts());
    Revert.of(title, list.preamble(), own).ifPresent(reverts::add);
    return new CommitMessage(title, list.commits(), List.copyOf(reverts));
  }

  /**
   * Whether it follows no convention.
   *
   * @return false for a conventional commit, and for a revert
   */
  boolean isUnconventional() {
    return entries.isEmpty() && reverts.isEmpty();
  }

  /**
   * Its impact on users, regardless of reverts.
   *
   * @return the greatest change of its entries
   */
  public CommitImpact change() {
    CommitImpact greatest = CommitImpact.NONE;
    for (ConventionalCommit entry : entries) {
      CommitImpact change = entry.change();
      greatest = change.compareTo(greatest) > 0 ? change : greatest;
    }
    return greatest;
  }

  /**
   * Its description of the breaking change.
   *
   * @return empty if nothing breaks
   */
  public Optional<String> breakingDescription() {
    for (ConventionalCommit entry : entries) {
      if (entry.breaking()) {
        return entry.breakingDescription();
      }
    }
    return Optional.empty();
  }

  /** Whether a title ends with the number of a pull request. */
  static boolean isNumbered(String title) {
    return !withoutNumber(title).equals(title);
  }

  /** A title without the number that GitHub adds to it, as in {@code Faster parser (#12)}. */
  static String withoutNumber(String title) {
    int open = title.lastIndexOf(" (#");
    if (open < 0 || !title.endsWith(")") || open + 3 == title.length() - 1) {
      return title;
    }
    boolean digits =
        title.substring(open + 3, title.length() - 1).chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? title.substring(0, open) : title;
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return (end < 0 ? text : text.substring(0, end)).strip();
  }
}

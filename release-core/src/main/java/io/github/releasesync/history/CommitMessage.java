package io.github.releasesync.history;

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
 * @param revert the commits that it reverts, if any
 */
public record CommitMessage(
    String title, List<ConventionalCommit> entries, Optional<Revert> revert) {

  private static final String BULLET = "* ";

  /**
   * Reads a message. The title counts. Only where it is no conventional commit, but ends with the
   * number of a pull request ({@code Faster parser (#12)}), the parts of the body that begin with
   * {@code * } are read as commit messages: GitHub lists the squashed commits there.
   *
   * @param message the whole message
   * @return the message
   */
  public static CommitMessage of(String message) {
    String text = message.replace("\r\n", "\n");
    String title = firstLine(text);
    Optional<ConventionalCommit> own = ConventionalCommit.parse(text);
    Optional<Revert> revert = Revert.of(title, text, own);
    boolean squashed = own.isEmpty() && revert.isEmpty() && !withoutNumber(title).equals(title);
    List<ConventionalCommit> entries =
        squashed ? squashed(text) : own.map(List::of).orElse(List.of());
    return new CommitMessage(title, entries, revert);
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

  private static List<ConventionalCommit> squashed(String text) {
    List<ConventionalCommit> entries = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String line : text.lines().skip(1).toList()) {
      if (line.startsWith("---") && line.chars().allMatch(c -> c == '-')) {
        break; // GitHub's rule above the co-authors
      }
      if (line.startsWith(BULLET)) {
        ConventionalCommit.parse(part.toString()).ifPresent(entries::add);
        part.setLength(0);
        part.append(line.substring(BULLET.length()));
      } else if (part.length() > 0) {
        part.append('\n').append(line);
      }
    }
    ConventionalCommit.parse(part.toString()).ifPresent(entries::add);
    return entries;
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return (end < 0 ? text : text.substring(0, end)).strip();
  }
}

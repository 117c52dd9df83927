package io.github.releasesync.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The list of commits in the message of a squashed pull request, as GitHub writes it: each begins
 * with {@code * }, the oldest is the first.
 *
 * @param preamble what stands before the list
 * @param commits the conventional ones that no later one of the list takes back
 * @param reverts those that take back what is not in the list
 */
record SquashedCommits(String preamble, List<ConventionalCommit> commits, List<Revert> reverts) {

  private static final String BULLET = "* ";

  /** One of the list. */
  private record Item(String title, Optional<ConventionalCommit> said, Optional<Revert> revert) {

    static Item of(String message) {
      int end = message.indexOf('\n');
      String title = (end < 0 ? message : message.substring(0, end)).strip();
      Optional<ConventionalCommit> said = ConventionalCommit.parse(message);
      return new Item(title, said, Revert.of(title, message, said));
    }
  }

  /** Reads a whole message, whose title is none of the list. */
  static SquashedCommits of(String message) {
    StringBuilder preamble = new StringBuilder();
    StringBuilder part = preamble;
    List<StringBuilder> parts = new ArrayList<>();
    for (String line : message.lines().skip(1).toList()) {
      if (line.startsWith("---") && line.chars().allMatch(c -> c == '-')) {
        break; // GitHub's rule above the co-authors
      }
      if (line.startsWith(BULLET)) {
        part = new StringBuilder(line.substring(BULLET.length()));
        parts.add(part);
      } else {
        part.append('\n').append(line);
      }
    }
    return of(preamble.toString(), parts.stream().map(p -> Item.of(p.toString())).toList());
  }

  /** A later one may take back a revert, so the last is right. */
  private static SquashedCommits of(String preamble, List<Item> items) {
    List<Item> left = new ArrayList<>(items);
    List<Revert> reverts = new ArrayList<>();
    for (int i = items.size() - 1; i >= 0; i--) {
      Item item = items.get(i);
      if (item.revert().isPresent() && left.get(i) != null) {
        int target = takenBack(left, i, item.revert().get());
        if (target >= 0) {
          left.set(target, null);
          left.set(i, null);
        } else {
          reverts.add(item.revert().get().listed());
        }
      }
    }
    List<ConventionalCommit> commits = new ArrayList<>();
    for (Item item : left) {
      Optional.ofNullable(item).flatMap(Item::said).ifPresent(commits::add);
    }
    return new SquashedCommits(preamble, commits, reverts);
  }

  private static int takenBack(List<Item> left, int before, Revert revert) {
    for (int i = before - 1; i >= 0; i--) {
      String title = left.get(i) == null ? null : left.get(i).title();
      if (revert.title().filter(t -> t.equals(title)).isPresent()) {
        return i;
      }
    }
    return -1;
  }
}

package io.github.releasesync.history;

import io.github.releasesync.version.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A commit message as <a href="https://www.conventionalcommits.org/en/v1.0.0/">Conventional Commits
 * 1.0.0</a> has it: {@code type(scope)!: description}, a body, footers. Where the specification
 * leaves a choice, it is the one of the git-conventional library, which git-cliff, release-plz and
 * knope use.
 *
 * @param type as written: {@code feat}, {@code FIX}
 * @param scope what stands in parentheses
 * @param breaking whether it has a {@code !}, or a footer for a breaking change
 * @param description the rest of the first line
 * @param footers the footers, in order
 */
public record ConventionalCommit(
    String type,
    Optional<String> scope,
    boolean breaking,
    String description,
    List<Footer> footers) {

  private static final String CO_AUTHOR = "co-authored-by";

  /**
   * Reads a message.
   *
   * @param message with line ends of any kind
   * @return its parts; empty if the first line is of another form, or the second is not blank
   */
  public static Optional<ConventionalCommit> parse(String message) {
    String[] lines = message.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
    if (lines.length > 1 && !lines[1].isEmpty()) {
      return Optional.empty();
    }
    return new Header(lines[0]).parse(footers(lines));
  }

  /** Footers begin after a blank line; from there on, each line that looks like one is one. */
  private static List<Footer> footers(String[] lines) {
    List<Footer> footers = new ArrayList<>();
    for (int i = 2; i < lines.length; i++) {
      Optional<Footer> first = Footer.firstLine(lines[i]);
      boolean begins = !footers.isEmpty() || lines[i - 1].isEmpty();
      if (first.isPresent() && begins) {
        footers.add(first.get());
      } else if (!footers.isEmpty()) {
        int last = footers.size() - 1;
        Footer open = footers.get(last);
        footers.set(last, open.withValue(open.value() + "\n" + lines[i]));
      }
    }
    return footers.stream().map(footer -> footer.withValue(footer.value().strip())).toList();
  }

  /**
   * What it says of the change that breaks something.
   *
   * @return the first footer that says it, else the description; empty if nothing breaks
   */
  public Optional<String> breakingDescription() {
    return breaking
        ? footers.stream()
            .filter(Footer::isBreaking)
            .map(Footer::value)
            .filter(value -> !value.isEmpty())
            .findFirst()
            .or(() -> Optional.of(description))
        : Optional.empty();
  }

  /**
   * Who else wrote it.
   *
   * @return the values of {@code Co-authored-by}, such as {@code Ada <ada@example.org>}
   */
  public List<String> coAuthors() {
    return footers.stream()
        .filter(footer -> footer.token().toLowerCase(Locale.ROOT).equals(CO_AUTHOR))
        .map(Footer::value)
        .toList();
  }

  /**
   * What it changes for users.
   *
   * @return {@code feat} is a feature, {@code fix} and {@code perf} are fixes, in any case of
   *     letters; what breaks something is that first
   */
  public Change change() {
    if (breaking) {
      return Change.BREAKING;
    }
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "feat" -> Change.FEATURE;
      case "fix", "perf" -> Change.FIX;
      default -> Change.NONE;
    };
  }

  /** The first line, taken apart from left to right. */
  private static final class Header {

    private final String line;
    private int at;

    Header(String line) {
      this.line = line;
    }

    Optional<ConventionalCommit> parse(List<Footer> footers) {
      String type = upTo(" (!:");
      Optional<String> scope = Optional.empty();
      if (accept('(')) {
        scope = Optional.of(upTo("("));
        if (scope.get().isEmpty() || !accept(')')) {
          return Optional.empty();
        }
      }
      boolean marked = accept('!');
      if (type.isEmpty() || !accept(':')) {
        return Optional.empty();
      }
      String description = Blank.strip(line.substring(at));
      boolean breaking = marked || footers.stream().anyMatch(Footer::isBreaking);
      return description.isEmpty()
          ? Optional.empty()
          : Optional.of(new ConventionalCommit(type, scope, breaking, description, footers));
    }

    /** Takes what comes before a closing parenthesis or one of the characters; a blank is any. */
    private String upTo(String stops) {
      int from = at;
      while (at < line.length() && !isStop(line.charAt(at), stops)) {
        at++;
      }
      return line.substring(from, at);
    }

    private static boolean isStop(char c, String stops) {
      return c == ')' || stops.indexOf(c) >= 0 || stops.indexOf(' ') >= 0 && Blank.is(c);
    }

    private boolean accept(char c) {
      boolean there = at < line.length() && line.charAt(at) == c;
      if (there) {
        at++;
      }
      return there;
    }
  }
}

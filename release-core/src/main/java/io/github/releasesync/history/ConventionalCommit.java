package io.github.releasesync.history;

import io.github.releasesync.version.CommitImpact;
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
 * @param scope the text in parentheses
 * @param marked whether it has a {@code !}
 * @param breaking whether it has a {@code !}, or a footer for a breaking change
 * @param description the rest of the first line
 * @param footers the footers, in order
 */
public record ConventionalCommit(
    String type,
    Optional<String> scope,
    boolean marked,
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
    String text = message.replace("\r\n", "\n").replace('\r', '\n');
    int end = endOfLine(text, 0);
    if (end < text.length() && endOfLine(text, end + 1) > end + 1) {
      return Optional.empty();
    }
    return new Header(text.substring(0, end)).parse(text, end + 2);
  }

  /** Footers begin after a blank line; from there on, each line that looks like one is one. */
  private static List<Footer> footers(String text, int from) {
    List<Footer> footers = new ArrayList<>();
    Optional<Footer> open = Optional.empty();
    int value = 0;
    boolean begins = true;
    for (int start = from; start < text.length(); start = endOfLine(text, start) + 1) {
      int end = endOfLine(text, start);
      if (begins) {
        Optional<Footer> next = Footer.firstLine(text.substring(start, end));
        if (next.isPresent()) {
          addClosed(open, text.substring(value, start), footers);
          open = next;
          value = end - next.get().value().length();
        }
      }
      begins = end == start || open.isPresent();
    }
    addClosed(open, text.substring(value), footers);
    return List.copyOf(footers);
  }

  private static void addClosed(Optional<Footer> open, String value, List<Footer> footers) {
    open.ifPresent(footer -> footers.add(footer.withValue(value.strip())));
  }

  private static int endOfLine(String text, int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }

  /**
   * Its description of the breaking change.
   *
   * @return the first such footer, else the description; empty if nothing breaks
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

  /** The same, breaking only if its first line has a {@code !}. */
  ConventionalCommit breakingByTitleAlone() {
    return new ConventionalCommit(
        type,
        scope,
        marked,
        marked,
        description,
        footers.stream().filter(footer -> !footer.isBreaking()).toList());
  }

  /**
   * The co-authors.
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
   * Its impact on users.
   *
   * @return {@code feat} is a feature, {@code fix} and {@code perf} are fixes, in any case of
   *     letters; a breaking change takes precedence
   */
  public CommitImpact change() {
    if (breaking) {
      return CommitImpact.BREAKING;
    }
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "feat" -> CommitImpact.FEATURE;
      case "fix", "perf" -> CommitImpact.FIX;
      default -> CommitImpact.NONE;
    };
  }

  /** The first line, taken apart from left to right. */
  private static final class Header {

    private final String line;
    private int at;

    Header(String line) {
      this.line = line;
    }

    /** With the footers of a text, which are read only if this is a header. */
    Optional<ConventionalCommit> parse(String text, int body) {
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
      String description = WhiteSpace.strip(line.substring(at));
      if (description.isEmpty()) {
        return Optional.empty();
      }
      List<Footer> footers = footers(text, body);
      boolean breaking = marked || hasBreaking(footers);
      return Optional.of(
          new ConventionalCommit(type, scope, marked, breaking, description, footers));
    }

    private static boolean hasBreaking(List<Footer> footers) {
      for (Footer footer : footers) {
        if (footer.isBreaking()) {
          return true;
        }
      }
      return false;
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
      return c == ')' || stops.indexOf(c) >= 0 || stops.indexOf(' ') >= 0 && WhiteSpace.is(c);
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

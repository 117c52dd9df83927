package io.github.releasesync.history;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Commits of programs that update dependencies. Their messages quote what others wrote of their own
 * releases, breaking changes included.
 */
final class Bots {

  private static final String SUFFIX = "[bot]";

  /** Those that run without an app of their own. */
  private static final Set<String> NAMES =
      Set.of(
          "dependabot",
          "dependabot-preview",
          "renovate",
          "renovate-bot",
          "renovate bot",
          "pyup-bot",
          "snyk-bot");

  private static final Pattern SIGNED =
      Pattern.compile("(?m)^Signed-off-by: (?:dependabot|renovate)[^\\n<]*\\[bot\\]");

  private static final Pattern QUOTE =
      Pattern.compile("<(/?)(?:details|blockquote)\\b[^<>\\n]*>", Pattern.CASE_INSENSITIVE);

  private Bots() {}

  /** Whether a program wrote a message. */
  static boolean wrote(String message, String author) {
    String name = author.strip().toLowerCase(Locale.ROOT);
    return name.endsWith(SUFFIX)
        || NAMES.contains(name)
        || message.contains(SUFFIX) && SIGNED.matcher(message).find();
  }

  /** A message without the lines that stand in a quotation, or begin or end one. */
  static String withoutQuotations(String message) {
    StringBuilder own = new StringBuilder();
    int depth = 0;
    for (String line : message.split("\n", -1)) {
      boolean quoted = depth > 0;
      Matcher tag = QUOTE.matcher(line);
      while (tag.find()) {
        quoted = true;
        depth = Math.max(0, depth + (tag.group(1).isEmpty() ? 1 : -1));
      }
      own.append(quoted ? "" : line).append('\n');
    }
    return own.substring(0, own.length() - 1);
  }

  /** Whether a commit updates dependencies: it counts no more than its title then. */
  static boolean isUpdate(ConventionalCommit commit) {
    return commit.scope().filter(s -> s.toLowerCase(Locale.ROOT).startsWith("deps")).isPresent();
  }
}

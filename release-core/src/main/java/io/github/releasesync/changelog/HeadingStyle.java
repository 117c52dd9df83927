package io.github.releasesync.changelog;

import io.github.releasesync.changelog.ChangelogHeading.Kind;
import io.github.releasesync.changelog.ChangelogHeading.Link;
import io.github.releasesync.version.ReleaseVersion;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The style of a release's heading, from another heading of the file. */
final class HeadingStyle {

  /** Forms of dates in use; day and month in figures only where the order is clear. */
  private static final List<DateTimeFormatter> DATES =
      Stream.of(
              "uuuu-MM-dd",
              "uuuu/MM/dd",
              "uuuu.MM.dd",
              "dd.MM.uuuu",
              "d.M.uuuu",
              "MMMM d, uuuu",
              "MMM d, uuuu",
              "d MMMM uuuu",
              "d MMM uuuu")
          .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH))
          .toList();

  private static final List<String> PLACEHOLDERS =
      List.of("unreleased", "not released", "releasedate", "yyyy-mm-dd", "tbd", "unpublished");

  private static final String NO_VERSION = "\0";

  private final SourceLine line;
  private final ChangelogHeading example;

  /** The lines of a heading: itself, and what underlines it. */
  private record SourceLine(String text, String underline, String newline) {

    static SourceLine of(String raw) {
      int end = 0;
      while (end < raw.length() && "\r\n".indexOf(raw.charAt(end)) < 0) {
        end++;
      }
      int next = raw.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, raw.length());
      return new SourceLine(raw.substring(0, end), raw.substring(next), raw.substring(end, next));
    }
  }

  /**
   * A form.
   *
   * @param text the text of the file
   * @param example a heading in it, of a release or of the unreleased section
   */
  HeadingStyle(String text, ChangelogHeading example) {
    this.line = SourceLine.of(text.substring(example.start(), example.end()));
    this.example = example;
  }

  /** Whether a heading states an unreleased version, such as 1.2.0-dev. */
  static boolean isPlaceholder(ChangelogHeading heading) {
    String text = heading.text().toLowerCase(Locale.ROOT);
    boolean development = heading.release().filter(ReleaseVersion::isDevelopment).isPresent();
    return heading.kind() == Kind.RELEASE
        && heading.date().isEmpty()
        && (development || PLACEHOLDERS.stream().anyMatch(text::contains));
  }

  /** The name of a package in backticks before the version: {@code `engine` - [1.0.0]}. */
  static Optional<String> label(ChangelogHeading heading) {
    String text = heading.text();
    int at = heading.version().map(text::indexOf).orElse(0);
    int open = text.indexOf('`');
    int close = text.indexOf('`', open + 1);
    return open >= 0 && close > open && close < at
        ? Optional.of(text.substring(open + 1, close))
        : Optional.empty();
  }

  boolean isUnderlined() {
    return !line.underline().isEmpty();
  }

  /** The heading as it is written, with another address where its link has one inside. */
  String withUrl(String url) {
    String text = line.text();
    int open = text.indexOf("](");
    int close = text.indexOf(')', open + 1);
    boolean inline = example.link() == Link.INLINE && open >= 0 && close > open;
    String linked = inline ? text.substring(0, open + 2) + url + text.substring(close) : text;
    return linked + line.newline() + line.underline();
  }

  /** The address inside the heading. */
  Optional<String> url() {
    String text = example.text();
    int open = text.indexOf("](");
    int close = text.indexOf(')', open + 1);
    return example.link() == Link.INLINE && open >= 0 && close > open
        ? Optional.of(text.substring(open + 2, close))
        : Optional.empty();
  }

  /**
   * The heading of a release.
   *
   * @param level 1 to 6
   * @param release the release
   * @param url for a link inside of it; without one the link is left out
   */
  String of(int level, ChangelogRelease release, Optional<String> url) {
    String title =
        example.kind() == Kind.UNRELEASED
            ? afterUnreleased(release, url)
            : afterRelease(release, url);
    if (isUnderlined()) {
      String mark = line.underline().substring(0, 1);
      return title + line.newline() + mark.repeat(title.codePointCount(0, title.length()));
    }
    return "#".repeat(level) + " " + title;
  }

  private String afterUnreleased(ChangelogRelease release, Optional<String> url) {
    String version = release.version();
    String name =
        switch (example.link()) {
          case NONE -> version;
          case REFERENCE -> "[" + version + "]";
          case INLINE -> url.map(to -> "[" + version + "](" + to + ")").orElse(version);
        };
    return name + " - " + release.date();
  }

  private String afterRelease(ChangelogRelease release, Optional<String> url) {
    String text = withoutYank(example.text()).replace("~~", "").strip();
    String version = example.version().orElseThrow();
    int end = dateStart(text, version);
    String date = end < 0 ? "" : date(release.date());
    String head = end < 0 ? text.substring(0, nameEnd(text, version)) : text.substring(0, end);
    String tail = end > 0 && text.charAt(end - 1) == '(' ? ")" : "";
    String named = linked(named(head, release));
    String filled = named.replace(version, release.version()).replace(NO_VERSION, url.orElse(""));
    return (url.isEmpty() ? withoutLink(filled) : filled) + date + tail;
  }

  private String named(String head, ChangelogRelease release) {
    return label(example)
        .flatMap(label -> release.name().map(n -> head.replace("`" + label + "`", "`" + n + "`")))
        .orElse(head);
  }

  /** The head with a mark in place of the address inside, which may hold the version too. */
  private String linked(String head) {
    int open = head.indexOf("](");
    int close = head.indexOf(')', open + 1);
    return example.link() == Link.INLINE && open >= 0 && close > open
        ? head.substring(0, open + 2) + NO_VERSION + head.substring(close)
        : head;
  }

  private static String withoutLink(String head) {
    int close = head.indexOf("]()");
    int open = head.lastIndexOf('[', Math.max(0, close));
    return close < 0 || open < 0
        ? head
        : head.substring(0, open) + head.substring(open + 1, close) + head.substring(close + 3);
  }

  private static String withoutYank(String text) {
    int yank = text.toLowerCase(Locale.ROOT).indexOf("[yanked]");
    return yank < 0
        ? text
        : (text.substring(0, yank).stripTrailing() + text.substring(yank + "[yanked]".length()))
            .strip();
  }

  /** The offset of the date, or of its placeholder word; -1 if there is none. */
  private int dateStart(String text, String version) {
    int from = text.lastIndexOf(version) < 0 ? 0 : nameEnd(text, version);
    if (example.date().isPresent()) {
      return text.indexOf(example.date().get(), from);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return PLACEHOLDERS.stream()
        .mapToInt(word -> lower.indexOf(word, from))
        .filter(at -> at >= 0)
        .min()
        .orElse(-1);
  }

  /** Where the version ends, with the link that it is. */
  private int nameEnd(String text, String version) {
    int from = Math.max(0, text.indexOf("</a>"));
    int end = text.indexOf(version, from) + version.length();
    while (end < text.length() && "`]*".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    boolean inline = example.link() == Link.INLINE && text.startsWith("(", end);
    return inline && text.indexOf(')', end) > 0 ? text.indexOf(')', end) + 1 : end;
  }

  private String date(LocalDate date) {
    String written = example.date().orElse("");
    for (DateTimeFormatter form : DATES) {
      if (isOf(form, written)) {
        return form.format(date);
      }
    }
    return date.toString();
  }

  private static boolean isOf(DateTimeFormatter form, String date) {
    try {
      LocalDate.parse(date, form);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}

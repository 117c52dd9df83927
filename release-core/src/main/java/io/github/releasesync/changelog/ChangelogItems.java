package io.github.releasesync.changelog;

import io.github.releasesync.changelog.ChangelogHeading.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the hand-written entries of a release: its entries, and the text before them. */
final class ChangelogItems {

  private static final List<String> BREAKING_MARKS =
      List.of("**breaking:**", "[**breaking**]", "**breaking**:", "**breaking change:**");

  private final List<ChangelogEntry> entries = new ArrayList<>();
  private final List<String> summary = new ArrayList<>();

  private String section = "";
  private final StringBuilder item = new StringBuilder();
  private boolean inItem;
  private boolean headed;
  private boolean code;
  private boolean comment;
  private boolean blank;

  private ChangelogItems() {}

  /** The entries of a section of a changelog. */
  static ChangelogItems of(Changelog changelog, ChangelogSection section) {
    Map<Integer, ChangelogHeading> headings = new HashMap<>();
    changelog.headings().forEach(heading -> headings.put(heading.start(), heading));
    List<Integer> skipped = new ArrayList<>();
    changelog.links().forEach(link -> skipped.add(link.start()));
    changelog.markers().forEach(marker -> skipped.add(marker.start()));
    ChangelogItems items = new ChangelogItems();
    String content = changelog.text().content();
    for (TextLine line : TextLine.between(content, section.bodyStart(), section.bodyEnd())) {
      if (headings.containsKey(line.start())) {
        items.heading(headings.get(line.start()));
      } else if (!skipped.contains(line.start())) {
        items.line(line);
      }
    }
    items.flush();
    return items;
  }

  /** The entries of a text that belongs to one section. */
  static List<ChangelogEntry> of(String text, String section) {
    ChangelogItems items = new ChangelogItems();
    items.section = section;
    TextLine.between(text, 0, text.length()).forEach(items::line);
    items.flush();
    return items.entries;
  }

  List<ChangelogEntry> entries() {
    return List.copyOf(entries);
  }

  /** The text before the first entry and section. */
  String summary() {
    return String.join("\n", summary).strip();
  }

  private void heading(ChangelogHeading heading) {
    flush();
    headed = heading.kind() == Kind.ENTRY;
    if (headed) {
      inItem = true;
      item.append(heading.text());
    } else {
      section = heading.text();
    }
  }

  private void line(TextLine line) {
    if (comment || !code && line.text().strip().startsWith("<!--")) {
      comment = !line.text().contains("-->");
      return;
    }
    if (!code && !headed && line.bullet() != 0) {
      flush();
      inItem = true;
      item.append(line.text().strip().substring(1).strip());
    } else {
      text(line);
    }
    code ^= line.isFence();
    blank = line.isBlank();
  }

  private void text(TextLine line) {
    boolean setIn = line.text().startsWith(" ") || line.text().startsWith("\t");
    boolean another = inItem && !headed && !code && blank && !setIn && !line.isBlank();
    if (another) {
      flush();
    }
    if (inItem) {
      item.append('\n').append(withoutIndent(line.text()));
    } else if (section.isEmpty() && entries.isEmpty()) {
      summary.add(line.text());
    } else if (!line.isBlank()) {
      inItem = true;
      item.append(line.text().strip());
    }
  }

  private static String withoutIndent(String line) {
    return line.startsWith("  ") ? line.substring(2) : line;
  }

  private void flush() {
    String text = item.toString().strip();
    item.setLength(0);
    inItem = false;
    headed = false;
    if (text.isEmpty()) {
      return;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    int mark =
        BREAKING_MARKS.stream()
            .filter(lower::startsWith)
            .mapToInt(String::length)
            .findFirst()
            .orElse(0);
    boolean breaking =
        mark > 0 || ChangeKind.of(section).filter(k -> k == ChangeKind.BREAKING).isPresent();
    entries.add(ChangelogEntry.written(section, text.substring(mark).strip(), breaking));
  }
}

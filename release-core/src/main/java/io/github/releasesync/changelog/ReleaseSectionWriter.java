package io.github.releasesync.changelog;

import io.github.releasesync.changelog.ChangelogHeading.Kind;
import io.github.releasesync.changelog.ChangelogHeading.Link;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.text.TextEdits;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One release that is cut in one changelog: the edits of the file. Used once. */
final class ReleaseSectionWriter {

  private final Changelog changelog;
  private final ChangelogRelease release;
  private final ReleasePosition position;
  private final ChangelogStyle style;
  private final ChangelogLinks links;
  private final TextEdits edits;
  private final String content;
  private final String newline;

  ReleaseSectionWriter(Changelog changelog, ChangelogRelease release, ReleasePosition position) {
    this.changelog = changelog;
    this.release = release;
    this.position = position;
    this.style = new ChangelogStyle(changelog);
    this.links = new ChangelogLinks(changelog, release, position.older());
    this.edits = new TextEdits(changelog.text());
    this.content = changelog.text().content();
    this.newline = style.newline();
  }

  /** The text with the release, in which entries are added to the existing ones. */
  SourceText with(List<ChangelogEntry> added) {
    Optional<ChangelogHeading> example = position.example();
    Optional<String> url = links.url();
    String heading =
        example
            .map(e -> new HeadingStyle(content, e).of(level(e), release, url))
            .orElseGet(
                () ->
                    "## "
                        + url.map(u -> "[" + release.version() + "]").orElse(release.version())
                        + " - "
                        + release.date());
    Optional<String> definition =
        label(heading)
            .filter(label -> changelog.link(label).isEmpty())
            .flatMap(label -> url.map(to -> "[" + label + "]: " + to));
    if (position.renamed().isPresent()) {
      rename(position.renamed().get(), heading, added);
    } else {
      String own =
          definition
              .filter(d -> isFirstOfFile() || hasOwnLinks())
              .map(d -> newline + newline + d)
              .orElse("");
      insertBlock(position.offset(), heading + body(added) + own);
    }
    updateUnreleasedLink();
    definition.ifPresent(this::link);
    return edits.apply();
  }

  /** The text with a release from a template, in place of the unreleased section. */
  SourceText withRendered(String rendered) {
    String text = rendered.replace("\n", newline).strip();
    if (position.renamed().isPresent()) {
      ChangelogSection section = position.renamed().get();
      ChangelogHeading heading = section.heading();
      String unreleased = heading.kind() == Kind.UNRELEASED ? freshUnreleased(heading) + gap() : "";
      int end = endOfText(section);
      edits.replace(heading.start(), end, unreleased + text);
    } else {
      insertBlock(position.offset(), text);
    }
    updateUnreleasedLink();
    return edits.apply();
  }

  private int level(ChangelogHeading example) {
    return position
        .renamed()
        .map(section -> section.heading().level())
        .orElseGet(() -> style.releaseLevel(example, release.version()));
  }

  private void rename(ChangelogSection section, String heading, List<ChangelogEntry> added) {
    ChangelogHeading old = section.heading();
    String fresh = old.kind() == Kind.UNRELEASED ? freshUnreleased(old) + gap() : "";
    edits.replace(old.start(), old.end(), fresh + heading);
    if (added.isEmpty()) {
      return;
    }
    if (style.isPlain()) {
      addToList(section, added);
    } else {
      addToSections(section, added);
    }
    boolean follows = section.bodyEnd() < content.length() && !endsBlank(section);
    if (follows) {
      edits.insert(endOfText(section), newline.repeat(style.blanksBetweenReleases()));
    }
  }

  /** Whether a blank line separates a section from the following text. */
  private boolean endsBlank(ChangelogSection section) {
    return TextLine.blanksBefore(content, section.bodyEnd()) > 0
        || TextLine.blanksFrom(content, section.bodyEnd()) > 0;
  }

  private String freshUnreleased(ChangelogHeading old) {
    HeadingStyle form = new HeadingStyle(content, old);
    return form.withUrl(form.url().flatMap(links::sinceRelease).or(form::url).orElse(""));
  }

  private String gap() {
    return newline.repeat(1 + style.blanksBetweenReleases());
  }

  private void addToList(ChangelogSection section, List<ChangelogEntry> added) {
    boolean divided =
        !headingsIn(section).isEmpty()
            || new HeadingStyle(content, section.heading()).isUnderlined();
    int end = endOfText(section);
    boolean empty = end == section.heading().end();
    if (empty || divided) {
      String after = empty ? "" : newline;
      edits.insert(
          section.heading().end(),
          newline.repeat(1 + style.blanksAfterRelease()) + items(added, true) + after);
    } else {
      edits.insert(end, afterText(end) + items(added, true));
    }
  }

  private void addToSections(ChangelogSection section, List<ChangelogEntry> added) {
    Map<String, List<ChangelogEntry>> bySection = bySection(added);
    List<ChangelogHeading> own = headingsIn(section);
    int end = endOfText(section);
    boolean first = end == section.heading().end();
    StringBuilder fresh = new StringBuilder();
    for (Map.Entry<String, List<ChangelogEntry>> part : bySection.entrySet()) {
      Optional<ChangelogHeading> there =
          own.stream()
              .filter(h -> h.kind() == Kind.SECTION)
              .filter(h -> ChangeKind.isSame(h.text(), part.getKey()))
              .findFirst();
      if (there.isPresent()) {
        addBelow(there.get(), own, end, part.getValue());
      } else {
        int blanks = first ? style.blanksAfterRelease() : style.blanksBeforeSection();
        fresh.append(newline.repeat(1 + blanks)).append(section(part.getKey(), part.getValue()));
        first = false;
      }
    }
    edits.insert(end, fresh.toString());
  }

  /** Adds to the list below a heading, before any heading of a single entry. */
  private void addBelow(
      ChangelogHeading heading,
      List<ChangelogHeading> own,
      int textEnd,
      List<ChangelogEntry> added) {
    int limit =
        own.stream()
            .filter(h -> h.start() > heading.start())
            .mapToInt(ChangelogHeading::start)
            .findFirst()
            .orElse(textEnd);
    int end = Math.max(heading.end(), endOfText(heading.end(), limit));
    String before =
        end == heading.end() ? newline.repeat(1 + style.blanksAfterSection()) : afterText(end);
    edits.insert(end, before + items(added, marked(heading.text())));
  }

  /** A line end, and a blank line where the text before is no list. */
  private String afterText(int end) {
    int start = end;
    while (start > 0 && "\r\n".indexOf(content.charAt(start - 1)) < 0) {
      start--;
    }
    TextLine last = TextLine.at(content, start);
    boolean list = last.bullet() != 0 || last.text().startsWith("  ");
    return list ? newline : newline + newline;
  }

  private Map<String, List<ChangelogEntry>> bySection(List<ChangelogEntry> added) {
    Comparator<ChangelogEntry> breakingFirst = Comparator.comparing(entry -> !entry.breaking());
    return added.stream()
        .sorted(
            Comparator.<ChangelogEntry>comparingInt(e -> ChangeKind.rank(sectionOf(e)))
                .thenComparing(breakingFirst))
        .collect(Collectors.groupingBy(this::sectionOf, LinkedHashMap::new, Collectors.toList()));
  }

  private String sectionOf(ChangelogEntry entry) {
    return style
        .breakingSection()
        .filter(name -> entry.breaking())
        .orElseGet(
            () ->
                style.name(
                    entry.section().isEmpty() ? ChangeKind.CHANGED.heading() : entry.section()));
  }

  private static boolean marked(String section) {
    return ChangeKind.of(section).filter(kind -> kind == ChangeKind.BREAKING).isEmpty();
  }

  private String section(String name, List<ChangelogEntry> entries) {
    int level = style.sectionLevel(position.example().map(this::level).orElse(2));
    return "#".repeat(level)
        + " "
        + name
        + newline.repeat(1 + style.blanksAfterSection())
        + items(entries, marked(name));
  }

  private String items(List<ChangelogEntry> entries, boolean marked) {
    return entries.stream()
        .sorted(Comparator.comparing(entry -> !entry.breaking()))
        .map(entry -> style.item(entry, marked))
        .collect(Collectors.joining(newline));
  }

  private String body(List<ChangelogEntry> added) {
    if (style.isPlain() && !added.isEmpty()) {
      return newline.repeat(1 + style.blanksAfterRelease()) + items(added, true);
    }
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, List<ChangelogEntry>> part : bySection(added).entrySet()) {
      int blanks = text.length() == 0 ? style.blanksAfterRelease() : style.blanksBeforeSection();
      text.append(newline.repeat(1 + blanks)).append(section(part.getKey(), part.getValue()));
    }
    return text.toString();
  }

  /** Puts a release before another one, or at the end of what there is. */
  private void insertBlock(int offset, String block) {
    boolean above = position.older().stream().anyMatch(h -> h.start() >= offset);
    if (above) {
      edits.insert(offset, block + gap());
      return;
    }
    String rest = content.substring(offset);
    boolean lineBegins = offset == 0 || "\r\n".indexOf(content.charAt(offset - 1)) >= 0;
    int wanted = offset == 0 ? 0 : lineBegins ? 1 : 2;
    int there = lineBegins && offset > 0 ? TextLine.blanksBefore(content, offset) : 0;
    boolean blankFollows = rest.isBlank() || TextLine.at(rest, 0).isBlank();
    String after = blankFollows ? newline : newline + newline;
    if (rest.isEmpty() && !lineBegins) {
      after = "";
    }
    edits.insert(offset, newline.repeat(Math.max(0, wanted - there)) + block + after);
  }

  /** Whether a link reference is in the part of a release, with more releases below. */
  private boolean isInRelease(ChangelogLink link) {
    List<ChangelogSection> all = changelog.sections();
    return all.subList(0, Math.max(0, all.size() - 1)).stream()
        .filter(section -> section.heading().kind() == Kind.RELEASE)
        .anyMatch(
            section -> section.bodyStart() <= link.start() && link.end() <= section.bodyEnd());
  }

  private boolean isFirstOfFile() {
    return position.older().isEmpty() && position.renamed().isEmpty();
  }

  /** Where each release keeps its own link reference below its entries. */
  private boolean hasOwnLinks() {
    return unreleasedLink().isEmpty()
        && nextUrlMarker().isEmpty()
        && olderLinks().stream().findFirst().filter(this::isInRelease).isPresent();
  }

  private List<ChangelogLink> olderLinks() {
    return position.older().stream().flatMap(h -> links.of(h).stream()).toList();
  }

  private Optional<ChangelogLink> unreleasedLink() {
    return links.unreleased().filter(link -> !position.isPostRelease());
  }

  private Optional<ChangelogMarker> nextUrlMarker() {
    return changelog.markers().stream()
        .filter(marker -> !position.isPostRelease())
        .filter(marker -> marker.text().equals("next-url"))
        .findFirst();
  }

  private void link(String definition) {
    List<ChangelogLink> older = olderLinks();
    if (unreleasedLink().isPresent()) {
      ChangelogLink unreleased = unreleasedLink().get();
      boolean last = !older.isEmpty() && older.get(0).end() <= unreleased.start();
      insertLink(unreleased.start(), unreleased.end(), last, definition);
    } else if (nextUrlMarker().isPresent()) {
      ChangelogMarker marker = nextUrlMarker().get();
      insertLink(marker.start(), marker.end(), false, definition);
    } else if (older.isEmpty()) {
      firstLink(definition);
    } else if (!isInRelease(older.get(0))) {
      boolean ascending = older.size() > 1 && older.get(0).start() > older.get(1).start();
      insertLink(older.get(0).start(), older.get(0).end(), !ascending, definition);
    } else if (position.renamed().isPresent()) {
      edits.insert(endOfText(position.renamed().get()), newline + newline + definition);
    }
  }

  private void insertLink(int start, int end, boolean before, String definition) {
    if (before) {
      edits.insert(start, definition + newline);
    } else {
      edits.insert(end, newline + definition);
    }
  }

  /** A file whose releases have no addresses stays so; one without releases gets the first. */
  private void firstLink(String definition) {
    if (!position.older().isEmpty() || isFirstOfFile()) {
      return;
    }
    String all =
        position
            .renamed()
            .filter(section -> section.heading().link() == Link.REFERENCE)
            .flatMap(section -> links.firstUnreleased())
            .map(url -> "[Unreleased]: " + url + newline + definition)
            .orElse(definition);
    int end = ReleasePosition.textEnd(content, 0, content.length());
    boolean afterLink = changelog.links().stream().anyMatch(link -> link.end() == end);
    edits.insert(end, newline.repeat(afterLink ? 1 : 2) + all);
  }

  private void updateUnreleasedLink() {
    if (position.isPostRelease()) {
      return;
    }
    links
        .unreleased()
        .ifPresent(
            link ->
                links
                    .sinceRelease(link.url())
                    .ifPresent(
                        url ->
                            edits.replace(
                                link.urlStart(), link.urlStart() + link.url().length(), url)));
  }

  private static Optional<String> label(String heading) {
    int open = heading.indexOf('[');
    int close = heading.indexOf(']', open + 1);
    boolean reference = open >= 0 && close > open && !heading.startsWith("](", close);
    return reference ? Optional.of(heading.substring(open + 1, close)) : Optional.empty();
  }

  private List<ChangelogHeading> headingsIn(ChangelogSection section) {
    return changelog.headings().stream()
        .filter(h -> h.start() >= section.bodyStart() && h.end() <= section.bodyEnd())
        .toList();
  }

  private int endOfText(ChangelogSection section) {
    int limit = ReleasePosition.beforeAnchor(content, section.bodyEnd());
    int end = endOfText(section.bodyStart(), limit);
    return end <= section.bodyStart() ? section.heading().end() : end;
  }

  private static int endOfText(String content, int from, int to) {
    return ReleasePosition.textEnd(content, from, to);
  }

  private int endOfText(int from, int to) {
    return endOfText(content, Math.min(from, to), to);
  }
}

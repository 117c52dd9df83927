package io.github.releasesync.changelog;

import io.github.releasesync.changelog.ChangelogHeading.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The style of a changelog, so that additions match the existing text. */
final class ChangelogStyle {

  private static final String RELEASE_PLZ_BREAKING = "[**breaking**]";
  private static final String SCOPE = "{scope}";
  private static final int MOST_BLANKS = 3;

  private final String content;
  private final List<ChangelogSection> sections;
  private final List<ChangelogHeading> headings;
  private final String newline;
  private final char bullet;
  private final String scopeForm;
  private final Map<ChangeKind, String> names = new EnumMap<>(ChangeKind.class);

  ChangelogStyle(Changelog changelog) {
    this.content = changelog.text().content();
    this.sections = changelog.sections();
    this.headings =
        changelog.headings().stream().filter(heading -> heading.kind() == Kind.SECTION).toList();
    this.newline = firstNewline();
    this.bullet = newestBullet();
    this.scopeForm = findScopeForm();
    for (ChangelogHeading heading : headings) {
      ChangeKind.of(heading.text()).ifPresent(kind -> names.putIfAbsent(kind, heading.text()));
    }
  }

  /** The first line end of the file. */
  String newline() {
    return newline;
  }

  private String firstNewline() {
    TextLine first = TextLine.at(content, 0);
    return first.end() == first.next() ? "\n" : content.substring(first.end(), first.next());
  }

  /** The bullet of the newest list. */
  private char newestBullet() {
    boolean code = false;
    int from = sections.isEmpty() ? 0 : sections.get(0).bodyStart();
    for (TextLine line : TextLine.between(content, from, content.length())) {
      code ^= line.isFence();
      if (!code && line.bullet() != 0) {
        return line.bullet();
      }
    }
    return '-';
  }

  /**
   * Whether entries are directly below their release, without sections: where some have entries so.
   */
  boolean isPlain() {
    return headings.isEmpty()
        && sections.stream()
            .filter(section -> section.heading().kind() == Kind.RELEASE)
            .anyMatch(
                section -> !content.substring(section.bodyStart(), section.bodyEnd()).isBlank());
  }

  /** The name of a section: the file's, if it has one of that kind. */
  String name(String section) {
    return ChangeKind.of(section)
        .flatMap(kind -> Optional.ofNullable(names.get(kind)))
        .or(
            () ->
                headings.stream()
                    .map(ChangelogHeading::text)
                    .filter(text -> ChangeKind.isSame(text, section))
                    .findFirst())
        .orElse(section);
  }

  /** The section of the file for breaking changes. */
  Optional<String> breakingSection() {
    return Optional.ofNullable(names.get(ChangeKind.BREAKING));
  }

  /** The level of the sections of a release. */
  int sectionLevel(int releaseLevel) {
    return headings.stream().findFirst().map(ChangelogHeading::level).orElse(releaseLevel + 1);
  }

  /**
   * The level of a release's heading. Where they differ, as between minor releases and patches,
   * that of the newest one of the same sort.
   */
  int releaseLevel(ChangelogHeading newest, String version) {
    boolean patch = isPatch(version);
    return sections.stream()
        .map(ChangelogSection::heading)
        .filter(heading -> heading.version().filter(v -> isPatch(v) == patch).isPresent())
        .findFirst()
        .orElse(newest)
        .level();
  }

  private static boolean isPatch(String version) {
    String[] numbers = version.split("[-+a-z]", 2)[0].split("\\.");
    return numbers.length > 2 && !numbers[2].equals("0");
  }

  /** Blank lines between a release's heading and what follows. */
  int blanksAfterRelease() {
    return sections.stream()
        .filter(this::hasText)
        .map(section -> TextLine.blanksFrom(content, section.bodyStart()))
        .findFirst()
        .map(ChangelogStyle::capped)
        .orElse(1);
  }

  private boolean hasText(ChangelogSection section) {
    return !content.substring(section.bodyStart(), section.bodyEnd()).isBlank();
  }

  /** Blank lines between a section's heading and its list. */
  int blanksAfterSection() {
    return headings.stream()
        .map(heading -> TextLine.at(content, heading.start()).next())
        .map(next -> TextLine.blanksFrom(content, next))
        .findFirst()
        .map(blanks -> Math.min(blanks, 1))
        .orElse(1);
  }

  /** Blank lines between a list and the next section. */
  int blanksBeforeSection() {
    return headings.stream()
        .filter(heading -> sections.stream().noneMatch(s -> follows(s, heading)))
        .map(heading -> TextLine.blanksBefore(content, heading.start()))
        .findFirst()
        .map(ChangelogStyle::capped)
        .orElse(1);
  }

  private boolean follows(ChangelogSection section, ChangelogHeading heading) {
    return section.bodyStart() <= heading.start()
        && content.substring(section.bodyStart(), heading.start()).isBlank();
  }

  /** Blank lines between two releases. */
  int blanksBetweenReleases() {
    return sections.stream()
        .skip(1)
        .map(section -> ReleasePosition.beforeAnchor(content, section.heading().start()))
        .map(start -> TextLine.blanksBefore(content, start))
        .findFirst()
        .map(ChangelogStyle::capped)
        .orElse(1);
  }

  private static int capped(int blanks) {
    return Math.min(blanks, MOST_BLANKS);
  }

  /** An entry as one item of a list. */
  String item(ChangelogEntry entry, boolean marked) {
    String mark = "";
    if (marked && entry.breaking()) {
      boolean known = content.contains(RELEASE_PLZ_BREAKING);
      mark = known ? RELEASE_PLZ_BREAKING + " " : ReleaseNotes.BREAKING;
    }
    String scope = entry.scope().map(name -> scopeForm.replace(SCOPE, name)).orElse("");
    return bullet + " " + MarkdownText.indented(mark + scope + text(entry), 2, newline);
  }

  /** The text, with the issue that nothing else in it names, as a fragment's name states it. */
  static String text(ChangelogEntry entry) {
    boolean named =
        entry.references().isEmpty()
            || !entry.isWritten()
            || !References.in(entry.text()).isEmpty();
    String reference = named ? "" : " (" + String.join(", ", entry.references()) + ")";
    int end = entry.text().indexOf('\n');
    return end < 0
        ? entry.text() + reference
        : entry.text().substring(0, end) + reference + entry.text().substring(end);
  }

  /** As commitizen, git-cliff and release-please write it, where the file shows one of them. */
  private String findScopeForm() {
    String at = bullet + " ";
    for (TextLine line : TextLine.between(content, 0, content.length())) {
      if (line.text().startsWith(at + "*(") && line.text().contains(")* ")) {
        return "*(" + SCOPE + ")* ";
      }
      if (line.text().startsWith(at + "**")
          && !line.text().startsWith(at + ReleaseNotes.BREAKING)) {
        int colon = line.text().indexOf(":** ");
        int outside = line.text().indexOf("**: ");
        int end = Math.max(colon, outside);
        if (end > 0 && line.text().substring(at.length(), end).indexOf(' ') < 0) {
          return colon > 0 ? "**" + SCOPE + ":** " : "**" + SCOPE + "**: ";
        }
      }
    }
    return SCOPE + ": ";
  }
}

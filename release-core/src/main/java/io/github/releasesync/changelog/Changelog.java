package io.github.releasesync.changelog;

import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.ReleaseVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A changelog in Markdown, as Keep a Changelog and the tools for conventional commits write it, or
 * in any text that underlines its releases. Only constructs that differ from plain text are read:
 * headings outside of code and comments (CommonMark 0.31). Reading never fails.
 */
public final class Changelog {

  private final SourceText text;
  private final List<ChangelogHeading> headings;
  private final List<ChangelogSection> sections;
  private final List<ChangelogLink> links;
  private final List<ChangelogMarker> markers;

  Changelog(
      SourceText text,
      List<ChangelogHeading> headings,
      List<ChangelogSection> sections,
      List<ChangelogLink> links,
      List<ChangelogMarker> markers) {
    this.text = text;
    this.headings = List.copyOf(headings);
    this.sections = List.copyOf(sections);
    this.links = List.copyOf(links);
    this.markers = List.copyOf(markers);
  }

  /**
   * Reads a changelog.
   *
   * @param text the file's text
   * @return the changelog
   */
  public static Changelog parse(SourceText text) {
    return new ChangelogReader(text).read();
  }

  /**
   * The file.
   *
   * @return its text, which all offsets are into
   */
  public SourceText text() {
    return text;
  }

  /**
   * All headings.
   *
   * @return in the order of the file
   */
  public List<ChangelogHeading> headings() {
    return headings;
  }

  /**
   * Whether one file serves several packages: headings name them, as in {@code `engine` - [1.0.0]}.
   *
   * @return true if one of a release does
   */
  public boolean namesPackages() {
    return headings.stream()
        .filter(heading -> heading.kind() == ChangelogHeading.Kind.RELEASE)
        .anyMatch(heading -> HeadingStyle.label(heading).isPresent());
  }

  /**
   * The releases and the unreleased section.
   *
   * @return in the order of the file, most often the newest first
   */
  public List<ChangelogSection> sections() {
    return sections;
  }

  /**
   * The unreleased section.
   *
   * @return the first section of that name or, without one, the first above the newest release that
   *     is called Next, Current, main or the like
   */
  public Optional<ChangelogSection> unreleased() {
    return sections.stream()
        .filter(section -> section.heading().kind() == ChangelogHeading.Kind.UNRELEASED)
        .findFirst();
  }

  /**
   * What stands above the newest release and may be unreleased, under headings that do not say so.
   *
   * @return the headings that have text below them; those of their kind if an unreleased section is
   *     there too
   */
  public List<ChangelogHeading> leftAlone() {
    return UnreleasedNames.others(headings).stream().filter(this::hasText).toList();
  }

  private boolean hasText(ChangelogHeading heading) {
    int next =
        headings.stream()
            .filter(h -> h.start() > heading.start() && h.level() <= heading.level())
            .mapToInt(ChangelogHeading::start)
            .findFirst()
            .orElse(text.content().length());
    return !text.content().substring(heading.end(), next).isBlank();
  }

  /**
   * The section of a release.
   *
   * @param release the release version
   * @return the first section of that version, in whatever spelling
   */
  public Optional<ChangelogSection> section(ReleaseVersion release) {
    return sections.stream()
        .filter(section -> section.heading().release().filter(release::equals).isPresent())
        .findFirst();
  }

  /**
   * Whether releases are written there.
   *
   * @return true if it has headings of releases or of the unreleased section, a marker for them, or
   *     only a title and the introduction of Keep a Changelog; false for a file that leads
   *     elsewhere, and one of a form that is not known
   */
  public boolean isKept() {
    return ReleasePosition.isKept(this);
  }

  /**
   * The link references, anywhere in the file.
   *
   * @return in the order of the file
   */
  public List<ChangelogLink> links() {
    return links;
  }

  /**
   * The link reference that Markdown would follow.
   *
   * @param label the text in the brackets
   * @return the first of that label, case aside
   */
  public Optional<ChangelogLink> link(String label) {
    String wanted = label.toLowerCase(Locale.ROOT);
    return links.stream()
        .filter(link -> link.label().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  /**
   * The markers of tools.
   *
   * @return in the order of the file
   */
  public List<ChangelogMarker> markers() {
    return markers;
  }
}

package io.github.releasesync.changelog;

import io.github.releasesync.changelog.ChangelogHeading.Kind;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.VersionMapping;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a release goes in a changelog.
 *
 * @param renamed the section that becomes the release, if there is one
 * @param offset where its section begins otherwise
 * @param example the heading that its own is written after
 * @param older the releases below it, the newest first
 * @param isPostRelease whether it is a post-release, which does not change the unreleased section
 */
record ReleasePosition(
    Optional<ChangelogSection> renamed,
    int offset,
    Optional<ChangelogHeading> example,
    List<ChangelogHeading> older,
    boolean isPostRelease) {

  private static final Set<String> MARKERS = Set.of("next-header", "version list");

  /**
   * Finds the place.
   *
   * @throws ReleaseException with {@link io.github.releasesync.problem.Code#CHANGELOG_NOT_EDITABLE}
   *     if the release already exists, or its position is ambiguous
   */
  static ReleasePosition of(Changelog changelog, ChangelogRelease release) {
    List<ChangelogSection> own =
        changelog.sections().stream().filter(s -> isOf(s.heading(), release)).toList();
    own.stream()
        .map(ChangelogSection::heading)
        .filter(h -> h.kind() == Kind.RELEASE && !HeadingStyle.isPlaceholder(h))
        .filter(h -> isVersion(h, release.version()))
        .findFirst()
        .ifPresent(
            h -> {
              throw ChangelogNotEditable.because(
                  h.place(),
                  "the changelog has a section for " + release.version() + " already",
                  "release another version, or give that section the heading Unreleased");
            });
    Optional<ReleaseVersion> version = VersionMapping.readAny(release.version());
    boolean post = version.flatMap(ReleaseVersion::post).isPresent();
    Optional<ChangelogSection> open =
        changelog
            .unreleased()
            .or(() -> own.stream().findFirst().filter(s -> HeadingStyle.isPlaceholder(s.heading())))
            .or(() -> placeholder(own, release.version()));
    List<ChangelogHeading> releases =
        own.stream()
            .map(ChangelogSection::heading)
            .filter(h -> h.kind() == Kind.RELEASE)
            .filter(h -> open.isEmpty() || !open.get().heading().equals(h))
            .toList();
    if (post && !releases.isEmpty()) {
      int at = indexOfBase(releases, version.get());
      return above(changelog, releases.get(at), releases.subList(at, releases.size()), true);
    }
    if (open.isPresent() && !post) {
      return renamed(changelog, open.get(), releases);
    }
    Optional<ChangelogHeading> newest =
        changelog.sections().stream()
            .map(ChangelogSection::heading)
            .filter(h -> h.kind() == Kind.RELEASE)
            .findFirst();
    List<ChangelogHeading> older = releases.isEmpty() ? newest.stream().toList() : releases;
    return newest
        .map(heading -> above(changelog, heading, older, post))
        .orElseGet(() -> first(changelog, post));
  }

  private static Optional<ChangelogSection> placeholder(
      List<ChangelogSection> sections, String version) {
    return sections.stream()
        .filter(s -> HeadingStyle.isPlaceholder(s.heading()) && isVersion(s.heading(), version))
        .findFirst();
  }

  /** A heading that names another package is of no concern. */
  private static boolean isOf(ChangelogHeading heading, ChangelogRelease release) {
    Optional<String> label = HeadingStyle.label(heading);
    return label.isEmpty() || release.name().isEmpty() || label.equals(release.name());
  }

  private static boolean isVersion(ChangelogHeading heading, String version) {
    Optional<ReleaseVersion> release = VersionMapping.readAny(version);
    return release.isPresent() && heading.release().isPresent()
        ? release.equals(heading.release())
        : heading.version().filter(version::equals).isPresent();
  }

  private static int indexOfBase(List<ChangelogHeading> releases, ReleaseVersion post) {
    for (int i = 0; i < releases.size(); i++) {
      if (releases.get(i).release().filter(post::mapsExactly).isPresent()) {
        return i;
      }
    }
    return 0;
  }

  private static ReleasePosition renamed(
      Changelog changelog, ChangelogSection open, List<ChangelogHeading> releases) {
    List<ChangelogHeading> below =
        releases.stream().filter(h -> h.start() > open.heading().start()).toList();
    List<ChangelogHeading> older = below.isEmpty() ? releases : below;
    ChangelogHeading example = older.isEmpty() ? open.heading() : exampleOf(older);
    return new ReleasePosition(
        Optional.of(open), open.heading().start(), Optional.of(example), older, false);
  }

  private static ReleasePosition above(
      Changelog changelog, ChangelogHeading next, List<ChangelogHeading> older, boolean post) {
    String content = changelog.text().content();
    int offset = beforeAnchor(content, next.start());
    int line = offset;
    while (line > 0 && "\r\n".indexOf(content.charAt(line - 1)) >= 0) {
      line--;
    }
    boolean overlined =
        new HeadingStyle(content, next).isUnderlined()
            && TextLine.blanksBefore(content, offset) == 0
            && isRule(content.substring(0, line));
    if (overlined) {
      throw ChangelogNotEditable.because(
          next.place(),
          "releases have a line above and below their headings",
          "write the heading of " + next.text() + " with a line below it only");
    }
    return new ReleasePosition(
        Optional.empty(), offset, Optional.of(exampleOf(older)), older, post);
  }

  private static boolean isRule(String before) {
    int last = before.length() - 1;
    return last > 1
        && "=-~^#*".indexOf(before.charAt(last)) >= 0
        && before.charAt(last) == before.charAt(last - 1);
  }

  private static ChangelogHeading exampleOf(List<ChangelogHeading> older) {
    return older.stream()
        .filter(heading -> !HeadingStyle.isPlaceholder(heading))
        .findFirst()
        .orElse(older.get(0));
  }

  private static ReleasePosition first(Changelog changelog, boolean post) {
    String content = changelog.text().content();
    for (ChangelogMarker marker : changelog.markers()) {
      if (MARKERS.contains(marker.text())) {
        int next = TextLine.at(content, marker.start()).next();
        return new ReleasePosition(Optional.empty(), next, Optional.empty(), List.of(), post);
      }
    }
    if (!isKept(changelog)) {
      throw ChangelogNotEditable.because(
          Place.of(changelog.text().file()),
          "it has no heading of a release, and no heading Unreleased",
          "write `## Unreleased`, or the line `<!-- next-header -->`, at the position of the next release");
    }
    return new ReleasePosition(
        Optional.empty(), beforeTrailing(changelog), Optional.empty(), List.of(), post);
  }

  /**
   * Whether releases are written there: they can be read, or what there is leaves a place for them.
   * A file that leads elsewhere is not kept, nor one of a form that is not known.
   */
  static boolean isKept(Changelog changelog) {
    String content = changelog.text().content();
    List<TextLine> lines =
        TextLine.between(content, 0, content.length()).stream().filter(l -> !l.isBlank()).toList();
    int titles = changelog.headings().size();
    boolean list = lines.stream().anyMatch(line -> line.bullet() != 0);
    boolean begun = content.contains("keepachangelog.com") && !list || lines.size() <= titles;
    return !changelog.sections().isEmpty()
        || changelog.markers().stream().anyMatch(marker -> MARKERS.contains(marker.text()))
        || begun && titles < 2;
  }

  /** Where link references and markers at the end of the file begin. */
  private static int beforeTrailing(Changelog changelog) {
    String content = changelog.text().content();
    int end = content.length();
    boolean moved = true;
    while (moved) {
      int text = textEnd(content, 0, end);
      Optional<Integer> start =
          changelog.links().stream()
              .filter(link -> link.end() == text)
              .map(ChangelogLink::start)
              .findFirst();
      moved = start.isPresent();
      end = start.orElse(end);
    }
    return end;
  }

  /** The offset, or that of a line before it that is only an anchor, as in {@code <a name=...>}. */
  static int beforeAnchor(String content, int offset) {
    int end = textEnd(content, 0, offset);
    int start = end;
    while (start > 0 && "\r\n".indexOf(content.charAt(start - 1)) < 0) {
      start--;
    }
    String line = content.substring(start, end).strip();
    boolean anchor = line.startsWith("<a ") && line.endsWith(">") && !line.contains("href");
    return anchor ? start : offset;
  }

  /** Behind the last character of a part that is no blank; where it begins if there is none. */
  static int textEnd(String content, int from, int to) {
    int end = to;
    while (end > from && Character.isWhitespace(content.charAt(end - 1))) {
      end--;
    }
    return end;
  }
}

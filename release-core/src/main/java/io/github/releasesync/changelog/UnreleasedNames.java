package io.github.releasesync.changelog;

import io.github.releasesync.changelog.ChangelogHeading.Kind;
import io.github.releasesync.changelog.ChangelogHeading.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Headings that mean what is unreleased and are not called Unreleased: above the newest release, of
 * its level, and without an explicit one.
 */
final class UnreleasedNames {

  private static final Set<String> NAMES =
      Set.of(
          "current",
          "dev",
          "develop",
          "development",
          "head",
          "in development",
          "in progress",
          "main",
          "master",
          "next",
          "next release",
          "next version",
          "not released",
          "not yet released",
          "pending",
          "trunk",
          "unreleased changes",
          "upcoming",
          "upcoming release",
          "wip",
          "work in progress");

  private UnreleasedNames() {}

  /** Whether a title is such a name; in a link it is not, because nothing would keep that. */
  static boolean include(String title) {
    int open = title.indexOf(" (");
    String name = title.substring(0, open < 0 ? title.length() : open);
    String plain = name.replace("*", "").replace("`", "").strip();
    return NAMES.contains(plain.toLowerCase(Locale.ROOT));
  }

  /** The headings, with the first such one as that of the unreleased section. */
  static List<ChangelogHeading> in(List<ChangelogHeading> headings) {
    Optional<ChangelogHeading> newest = newest(headings);
    boolean named = headings.stream().anyMatch(h -> h.kind() == Kind.UNRELEASED);
    if (newest.isEmpty() || named || HeadingStyle.isPlaceholder(newest.get())) {
      return headings;
    }
    List<ChangelogHeading> read = new ArrayList<>(headings);
    for (int i = 0; i < headings.size() && headings.get(i) != newest.get(); i++) {
      if (headings.get(i).level() == newest.get().level() && include(headings.get(i).text())) {
        read.set(i, unreleased(headings.get(i)));
        break;
      }
    }
    return read;
  }

  /** The headings above the newest release, of its level, that are none of a release. */
  static List<ChangelogHeading> others(List<ChangelogHeading> headings) {
    boolean named = headings.stream().anyMatch(h -> h.kind() == Kind.UNRELEASED);
    List<ChangelogHeading> others = new ArrayList<>();
    newest(headings)
        .ifPresent(
            newest ->
                headings.stream()
                    .filter(h -> h.start() < newest.start() && h.level() == newest.level())
                    .filter(h -> h.kind() == Kind.OTHER || h.kind() == Kind.SECTION)
                    .filter(h -> h.level() > 1 || h.start() > headings.get(0).start())
                    .filter(h -> !named || include(h.text()))
                    .forEach(others::add));
    return others;
  }

  private static Optional<ChangelogHeading> newest(List<ChangelogHeading> headings) {
    return headings.stream().filter(h -> h.kind() == Kind.RELEASE).findFirst();
  }

  private static ChangelogHeading unreleased(ChangelogHeading h) {
    return new ChangelogHeading(
        Kind.UNRELEASED,
        h.level(),
        h.text(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Link.NONE,
        h.place(),
        h.start(),
        h.end());
  }
}

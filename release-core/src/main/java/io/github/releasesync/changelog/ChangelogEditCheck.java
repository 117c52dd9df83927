package io.github.releasesync.changelog;

import io.github.releasesync.changelog.ChangelogHeading.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Verifies that a changelog with a new release keeps its old content. */
final class ChangelogEditCheck {

  private final Changelog before;
  private final Changelog after;
  private final ChangelogRelease release;
  private final Optional<ChangelogSection> renamed;

  ChangelogEditCheck(
      Changelog before,
      Changelog after,
      ChangelogRelease release,
      Optional<ChangelogSection> renamed) {
    this.before = before;
    this.after = after;
    this.release = release;
    this.renamed = renamed;
  }

  /** Refuses a text without the release, or with changes to older ones. */
  void require(List<ChangelogEntry> added) {
    List<ChangelogSection> fresh =
        after.sections().stream().filter(s -> isNew(s.heading())).toList();
    if (fresh.size() != 1) {
      throw ChangelogNotEditable.because(
          before.text().place(0),
          "a section for " + release.version() + " would not be read as one",
          "look for code or comments that are not closed, in the changelog and in its fragments");
    }
    requireOlder(fresh.get(0));
    renamed.ifPresent(section -> requireWritten(section, fresh.get(0)));
    requireAdded(added, fresh.get(0));
  }

  /** The addition is read as an entry, and not as a part of an open comment. */
  private void requireAdded(List<ChangelogEntry> added, ChangelogSection fresh) {
    Set<String> lines = new HashSet<>();
    ChangelogItems.of(after, fresh).entries().forEach(e -> e.text().lines().forEach(lines::add));
    for (ChangelogEntry entry : added) {
      String line = ChangelogStyle.text(entry).lines().findFirst().orElse("");
      if (lines.stream().noneMatch(read -> read.endsWith(line))) {
        throw ChangelogNotEditable.because(
            fresh.heading().place(),
            "the entry `" + line + "` would not be read as one",
            "look for code or comments that are not closed, in the changelog and in its fragments");
      }
    }
  }

  /** Refuses a change of the older releases; the template determines the form of the new one. */
  void requireOlder() {
    requireOlder(null);
  }

  private boolean isNew(ChangelogHeading heading) {
    Optional<String> label = HeadingStyle.label(heading);
    boolean own = label.isEmpty() || release.name().isEmpty() || label.equals(release.name());
    return own
        && heading.kind() == Kind.RELEASE
        && heading.version().filter(release.version()::equals).isPresent();
  }

  private void requireOlder(ChangelogSection fresh) {
    List<String> was = sections(before, renamed.orElse(null));
    List<String> is = new ArrayList<>(sections(after, fresh));
    boolean kept = fresh == null ? was.stream().allMatch(is::remove) : is.equals(was);
    if (!kept || !preamble(after).startsWith(preamble(before))) {
      throw ChangelogNotEditable.because(
          before.text().place(0),
          "a section for " + release.version() + " would change older releases",
          "look for code or comments that are not closed, in the changelog and in its fragments");
    }
  }

  /** The hand-written text of the release is kept line by line. */
  private void requireWritten(ChangelogSection old, ChangelogSection fresh) {
    List<String> lines = new ArrayList<>(body(after, fresh).lines().toList());
    for (String line : body(before, old).lines().toList()) {
      int at = line.isBlank() ? -1 : lines.indexOf(line);
      if (!line.isBlank() && at < 0) {
        throw ChangelogNotEditable.because(
            old.heading().place(),
            "`" + line.strip() + "` would be lost",
            "write the section of " + release.version() + " by hand");
      }
      lines = at < 0 ? lines : lines.subList(at + 1, lines.size());
    }
  }

  private String preamble(Changelog changelog) {
    int end =
        changelog.sections().stream()
            .findFirst()
            .map(section -> section.heading().start())
            .orElseGet(() -> before.text().content().length());
    String content = changelog.text().content();
    int cut = ReleasePosition.beforeAnchor(content, Math.min(end, content.length()));
    return before.sections().isEmpty() ? "" : content.substring(0, cut).stripTrailing();
  }

  /** The sections of releases as they are written, all but one. */
  private List<String> sections(Changelog changelog, ChangelogSection but) {
    return changelog.sections().stream()
        .filter(section -> section.heading().kind() == Kind.RELEASE)
        .filter(section -> !section.equals(but))
        .map(
            section ->
                changelog
                        .text()
                        .content()
                        .substring(section.heading().start(), section.heading().end())
                    + "\n"
                    + body(changelog, section).stripTrailing())
        .toList();
  }

  /** The content of a section, without the link references that a release moves. */
  private String body(Changelog changelog, ChangelogSection section) {
    String content = changelog.text().content();
    StringBuilder body = new StringBuilder();
    int at = section.bodyStart();
    for (ChangelogLink link : changelog.links()) {
      boolean inside = link.start() >= section.bodyStart() && link.end() <= section.bodyEnd();
      if (inside && ChangelogLinks.isOfRelease(link, release.version())) {
        body.append(content, at, link.start());
        at = TextLine.at(content, link.start()).next();
      }
    }
    int end = ReleasePosition.beforeAnchor(content, section.bodyEnd());
    return body.append(content, at, Math.max(at, end)).toString();
  }
}

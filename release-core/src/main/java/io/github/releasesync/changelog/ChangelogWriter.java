package io.github.releasesync.changelog;

import io.github.releasesync.changelog.ChangelogHeading.Kind;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.VersionMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts releases in changelogs, in the style of each file. Hand-written text takes precedence and
 * stays word for word; everything else stays byte for byte.
 *
 * @param template the template of a release; empty for the style of the file's other releases
 * @param mergePreReleases whether a final release repeats the entries of its pre-releases
 */
public record ChangelogWriter(Optional<ChangelogTemplate> template, boolean mergePreReleases) {

  /** A writer in the style of each file, in which pre-releases are not merged. */
  public static final ChangelogWriter DEFAULT = new ChangelogWriter(Optional.empty(), false);

  /**
   * Cuts a release: unreleased text gets its heading, with a new empty section above; or the
   * release goes above the newest one. A post-release goes above the release that it fixes, and
   * what is not released yet stays so.
   *
   * @param changelog the file
   * @param release the release
   * @param entries from fragments and commits; an entry from a commit is left out if a hand-written
   *     one names the same issue or commit, or has the same wording
   * @return the new text, with the entries of the release
   * @throws ReleaseException with {@link io.github.releasesync.problem.Code#CHANGELOG_NOT_EDITABLE}
   *     if the release already exists, its position is ambiguous, or it could not be distinguished
   *     from the surrounding text
   */
  public ChangelogEdit cut(
      Changelog changelog, ChangelogRelease release, List<ChangelogEntry> entries) {
    ReleasePosition position = ReleasePosition.of(changelog, release);
    ChangelogItems there =
        position.renamed().map(section -> ChangelogItems.of(changelog, section)).orElse(null);
    List<ChangelogEntry> written = there == null ? List.of() : there.entries();
    List<ChangelogEntry> offered = new ArrayList<>();
    if (mergePreReleases) {
      offered.addAll(ofPreReleases(changelog, release));
    }
    offered.addAll(entries);
    Merged merged = Merged.of(written, offered);
    ReleaseSectionWriter cut = new ReleaseSectionWriter(changelog, release, position);
    SourceText text =
        template.isPresent()
            ? cut.withRendered(rendered(changelog, release, position, merged.added()))
            : cut.with(merged.added());
    ChangelogEditCheck check =
        new ChangelogEditCheck(changelog, Changelog.parse(text), release, position.renamed());
    if (template.isPresent()) {
      check.requireOlder();
    } else {
      check.require(merged.added());
    }
    return new ChangelogEdit(text, there == null ? "" : there.summary(), merged.all());
  }

  /**
   * A new changelog with one release, as Keep a Changelog 1.1.0 has it.
   *
   * @param path of the file, from the root
   * @param release the release
   * @param entries from fragments and commits
   * @return the text, with the entries of the release
   */
  public ChangelogEdit create(String path, ChangelogRelease release, List<ChangelogEntry> entries) {
    boolean linked = CompareUrl.tagPage(release).isPresent();
    String unreleased = linked ? "## [Unreleased]" : "## Unreleased";
    SourceText empty = SourceText.of(path, "# Changelog\n\n" + unreleased + "\n");
    return cut(Changelog.parse(empty), release, entries);
  }

  private String rendered(
      Changelog changelog,
      ChangelogRelease release,
      ReleasePosition position,
      List<ChangelogEntry> added) {
    String unreleased =
        position
            .renamed()
            .map(s -> changelog.text().content().substring(s.bodyStart(), s.bodyEnd()).strip())
            .orElse("");
    if (!unreleased.isEmpty() && !template.get().names("unreleased")) {
      throw ChangelogNotEditable.because(
          position.renamed().get().heading().place(),
          "what is written there would be lost, because the template has no place for it",
          "write {unreleased} into the template");
    }
    Optional<String> url = new ChangelogLinks(changelog, release, position.older()).url();
    return template.get().render(release, url, unreleased, added);
  }

  /** The entries of the pre-releases of a final release. */
  private static List<ChangelogEntry> ofPreReleases(Changelog changelog, ChangelogRelease release) {
    Optional<ReleaseVersion> version =
        VersionMapping.readAny(release.version())
            .filter(v -> !v.isPreRelease() && v.post().isEmpty());
    if (version.isEmpty()) {
      return List.of();
    }
    List<ChangelogEntry> entries = new ArrayList<>();
    changelog.sections().stream()
        .filter(section -> section.heading().kind() == Kind.RELEASE)
        .filter(
            section ->
                section
                    .heading()
                    .release()
                    .filter(v -> v.isPreRelease() && v.base().equals(version.get().base()))
                    .isPresent())
        .forEach(section -> entries.addAll(ChangelogItems.of(changelog, section).entries()));
    return entries;
  }

  /** All entries of a release, and those that are added to the hand-written ones. */
  private record Merged(List<ChangelogEntry> all, List<ChangelogEntry> added) {

    static Merged of(List<ChangelogEntry> written, List<ChangelogEntry> offered) {
      List<ChangelogEntry> known = new ArrayList<>(written);
      List<ChangelogEntry> added = new ArrayList<>();
      offered.stream()
          .filter(ChangelogEntry::isWritten)
          .filter(entry -> new SameChange(known).find(entry).isEmpty())
          .forEach(
              entry -> {
                known.add(entry);
                added.add(entry);
              });
      SameChange same = new SameChange(known);
      List<ChangelogEntry> commits = new ArrayList<>();
      Set<List<String>> said = new HashSet<>();
      for (ChangelogEntry entry : offered) {
        Optional<Integer> index = entry.isWritten() ? Optional.of(-1) : same.find(entry);
        if (index.isEmpty() && said.add(saying(entry))) {
          commits.add(entry);
        }
        index.filter(i -> i >= 0).ifPresent(i -> known.set(i, known.get(i).about(entry)));
      }
      added.addAll(commits);
      List<ChangelogEntry> all = new ArrayList<>(known);
      all.addAll(commits);
      return new Merged(all, added);
    }

    /** The common key of two commits with the same text, as after a cherry-pick. */
    private static List<String> saying(ChangelogEntry entry) {
      return List.of(entry.section(), entry.scope().orElse(""), MarkdownText.words(entry.text()));
    }
  }
}

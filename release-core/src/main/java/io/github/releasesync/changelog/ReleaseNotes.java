package io.github.releasesync.changelog;

import io.github.releasesync.version.Ecosystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The release notes in Markdown: first breaking changes, then added, changed and fixed ones. If
 * entries state the packages that they touch, there are parts for Rust, Python and Java.
 *
 * @param release the release
 * @param summary the text before the entries; may be empty
 * @param entries the entries
 */
public record ReleaseNotes(ChangelogRelease release, String summary, List<ChangelogEntry> entries) {

  /** Marks breaking changes, as Keep a Changelog 2.0.0 recommends. */
  static final String BREAKING = "**Breaking:** ";

  private static final String TITLE = "Release Notes";

  /** Copies. */
  public ReleaseNotes {
    entries = List.copyOf(entries);
  }

  /**
   * A file of its own, or a part of one.
   *
   * @return the notes under the heading {@code ## Release Notes}, with a line end
   */
  public String text() {
    return "## " + TITLE + "\n\n" + body();
  }

  /**
   * The text of a release on a forge, whose title contains the version.
   *
   * @return the notes, with a line end; of an empty release, only where its changes can be seen
   */
  public String body() {
    List<String> parts = new ArrayList<>();
    parts.add(summary);
    Map<Set<Ecosystem>, List<ChangelogEntry>> groups =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    ReleaseNotes::ecosystems, LinkedHashMap::new, Collectors.toList()));
    if (groups.size() < 2) {
      groups.values().forEach(all -> parts.addAll(sections(all, 3)));
    } else {
      groups.entrySet().stream()
          .sorted(Comparator.comparing(group -> rank(group.getKey())))
          .forEach(
              group -> {
                parts.add("### " + title(group.getKey()));
                parts.addAll(sections(group.getValue(), 4));
              });
    }
    release.compareUrl().ifPresent(url -> parts.add("All changes: " + url));
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"))
        + "\n";
  }

  private static List<String> sections(List<ChangelogEntry> entries, int level) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    entries.stream()
        .sorted(Comparator.comparingInt(entry -> ChangeKind.rank(section(entry))))
        .forEach(
            entry ->
                sections
                    .computeIfAbsent(section(entry), name -> new ArrayList<>())
                    .add(item(entry)));
    return sections.entrySet().stream()
        .map(
            section ->
                (section.getKey().isEmpty()
                        ? ""
                        : "#".repeat(level) + " " + section.getKey() + "\n\n")
                    + String.join("\n", section.getValue()))
        .toList();
  }

  private static String section(ChangelogEntry entry) {
    return entry.breaking()
        ? ChangeKind.BREAKING.heading()
        : ChangeKind.of(entry.section()).map(ChangeKind::heading).orElse(entry.section());
  }

  private static String item(ChangelogEntry entry) {
    String scope = entry.scope().map(name -> "**" + name + ":** ").orElse("");
    return "- " + MarkdownText.indented(scope + ChangelogStyle.text(entry), 2, "\n");
  }

  /** Where an entry's packages are published; of no package, it is about all. */
  private static Set<Ecosystem> ecosystems(ChangelogEntry entry) {
    Set<Ecosystem> found = EnumSet.noneOf(Ecosystem.class);
    for (String id : entry.packages()) {
      Optional<Ecosystem> own = Ecosystem.of(id.substring(0, Math.max(0, id.indexOf(':'))));
      own.ifPresent(found::add);
    }
    return found.size() == 1 ? found : EnumSet.noneOf(Ecosystem.class);
  }

  private static int rank(Set<Ecosystem> ecosystems) {
    return ecosystems.stream().mapToInt(e -> e.ordinal() + 1).findFirst().orElse(0);
  }

  private static String title(Set<Ecosystem> ecosystems) {
    return ecosystems.stream()
        .map(
            ecosystem ->
                switch (ecosystem) {
                  case CARGO -> "Rust";
                  case PYPI -> "Python";
                  case MAVEN -> "Java";
                })
        .findFirst()
        .orElse("All packages");
  }
}

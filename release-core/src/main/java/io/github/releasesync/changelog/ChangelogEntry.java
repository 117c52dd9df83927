package io.github.releasesync.changelog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One entry of a release in a changelog.
 *
 * @param section the name of its section: {@code Added}; empty for a list without sections
 * @param text the change, in Markdown; one or several lines, without bullet
 * @param breaking whether users have to act
 * @param scope the scope of its commit, if any
 * @param references issues and pull requests: {@code #12}, {@code !7}
 * @param commit the commit's id in full; empty for a hand-written entry
 * @param packages the packages that it touches, such as {@code cargo:engine}; empty for all
 */
public record ChangelogEntry(
    String section,
    String text,
    boolean breaking,
    Optional<String> scope,
    Set<String> references,
    Optional<String> commit,
    List<String> packages) {

  /** Copies. */
  public ChangelogEntry {
    references = Set.copyOf(references);
    packages = List.copyOf(packages);
  }

  /**
   * A hand-written entry.
   *
   * @param section the name of its section; empty without sections
   * @param text the change, in Markdown
   * @param breaking whether users have to act
   * @return the entry, with the references that its text names
   */
  public static ChangelogEntry written(String section, String text, boolean breaking) {
    return new ChangelogEntry(
        section,
        text,
        breaking,
        Optional.empty(),
        References.in(text),
        Optional.empty(),
        List.of());
  }

  /**
   * The entry of a commit. Its text is sanitized: one line, and no HTML, which would hide the
   * following text.
   *
   * @param section the name of its section; empty without sections
   * @param description the description of the commit
   * @param breaking its description of the breaking change; empty if there is none
   * @param scope its scope, if it has one
   * @param references references in addition to those in the description
   * @param commit its id in full
   * @param packages the packages that it touches; empty for all
   * @return the entry
   */
  public static ChangelogEntry ofCommit(
      String section,
      String description,
      Optional<String> breaking,
      Optional<String> scope,
      Set<String> references,
      String commit,
      List<String> packages) {
    String said = MarkdownText.ofCommit(description);
    String note = breaking.map(MarkdownText::ofCommit).filter(n -> !n.equals(said)).orElse("");
    Set<String> all = new TreeSet<>(references);
    all.addAll(References.in(description));
    return new ChangelogEntry(
        section,
        note.isEmpty() ? said : said + "\n" + note,
        breaking.isPresent(),
        scope.map(MarkdownText::ofCommit),
        all,
        Optional.of(commit),
        packages);
  }

  /**
   * Whether the entry is hand-written.
   *
   * @return false if it is from a commit
   */
  public boolean isWritten() {
    return commit.isEmpty();
  }

  /** The same entry, with the packages of a commit. */
  ChangelogEntry about(ChangelogEntry other) {
    return new ChangelogEntry(
        section,
        text,
        breaking || other.breaking,
        scope,
        references,
        commit,
        packages.isEmpty() ? other.packages : packages);
  }
}

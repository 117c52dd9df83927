package io.github.releasesync.changelog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One thing that a release changes, for a changelog.
 *
 * @param section the name of its section: {@code Added}; empty for a list without sections
 * @param text what changes, in Markdown; of one or several lines, without bullet
 * @param breaking whether users have to act
 * @param scope the part that it is about, if a commit says so
 * @param references issues and pull requests: {@code #12}, {@code !7}
 * @param commit the commit's id in full; empty for what a person wrote for the changelog
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
   * What a person wrote.
   *
   * @param section as above
   * @param text as above
   * @param breaking as above
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
   * What a commit says. Its text is made harmless: one line, and no HTML, which would hide what
   * follows.
   *
   * @param section as above
   * @param description the description of the commit
   * @param breaking what it says of what breaks; empty if nothing does
   * @param scope as above
   * @param references beside those that the description names
   * @param commit its id in full
   * @param packages as above
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
   * Whether a person wrote it for the changelog.
   *
   * @return false if it is from a commit
   */
  public boolean isWritten() {
    return commit.isEmpty();
  }

  /** The same, known to be about what a commit touches. */
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

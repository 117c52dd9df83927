package io.github.releasesync.changelog;

import io.github.releasesync.text.Ascii;
import io.github.releasesync.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A small file with one change for the changelog, so that branches do not edit the same lines:
 * {@code 123.feature.md} of issue 123, {@code +text.fix.md} of none, as towncrier names them.
 *
 * @param path from the root
 * @param entries its entries
 */
public record ChangelogFragment(String path, List<ChangelogEntry> entries) {

  /** The types of towncrier and of news fragments elsewhere, beside the six kinds themselves. */
  private static final Map<String, ChangeKind> TYPES =
      Map.ofEntries(
          Map.entry("feature", ChangeKind.ADDED),
          Map.entry("feat", ChangeKind.ADDED),
          Map.entry("add", ChangeKind.ADDED),
          Map.entry("bugfix", ChangeKind.FIXED),
          Map.entry("fix", ChangeKind.FIXED),
          Map.entry("bug", ChangeKind.FIXED),
          Map.entry("removal", ChangeKind.REMOVED),
          Map.entry("deprecation", ChangeKind.DEPRECATED),
          Map.entry("change", ChangeKind.CHANGED),
          Map.entry("doc", ChangeKind.CHANGED),
          Map.entry("misc", ChangeKind.CHANGED),
          Map.entry("breaking", ChangeKind.BREAKING));

  private static final Set<String> NO_FRAGMENTS = Set.of("readme", "template", "_template");

  /** Copies. */
  public ChangelogFragment {
    entries = List.copyOf(entries);
  }

  /**
   * Reads a fragment.
   *
   * @param file the file
   * @return its entries; empty if the file is no fragment: not Markdown or plain text, a README, a
   *     template, a hidden file
   * @throws io.github.releasesync.problem.ReleaseException with {@link
   *     io.github.releasesync.problem.Code#CHANGELOG_NOT_EDITABLE} if its kind of change is
   *     unknown, or it is empty
   */
  public static Optional<ChangelogFragment> of(SourceText file) {
    String name = file.file().substring(file.file().lastIndexOf('/') + 1);
    String[] parts = name.split("\\.");
    String ending = parts[parts.length - 1].toLowerCase(Locale.ROOT);
    boolean other =
        name.startsWith(".")
            || parts.length < 2
            || !Set.of("md", "rst", "txt").contains(ending)
            || NO_FRAGMENTS.contains(parts[0].toLowerCase(Locale.ROOT));
    if (other) {
      return Optional.empty();
    }
    ChangeKind kind = kind(parts, file);
    boolean breaking = kind == ChangeKind.BREAKING;
    String section = (breaking ? ChangeKind.CHANGED : kind).heading();
    List<ChangelogEntry> entries = new ArrayList<>();
    for (ChangelogEntry entry : entries(file.content().strip(), section)) {
      Set<String> references = new TreeSet<>(entry.references());
      issue(parts[0]).ifPresent(references::add);
      entries.add(
          new ChangelogEntry(
              section,
              entry.text(),
              breaking || entry.breaking(),
              Optional.empty(),
              references,
              Optional.empty(),
              List.of()));
    }
    if (entries.isEmpty()) {
      throw ChangelogNotEditable.because(
          file.place(0), "the fragment is empty", "describe the change in it");
    }
    return Optional.of(new ChangelogFragment(file.file(), entries));
  }

  /** A list has several entries, other text has one. */
  private static List<ChangelogEntry> entries(String text, String section) {
    boolean list = TextLine.at(text, 0).bullet() != 0;
    List<ChangelogEntry> one =
        text.isEmpty() ? List.of() : List.of(ChangelogEntry.written(section, text, false));
    return list ? ChangelogItems.of(text, section) : one;
  }

  /** The type precedes the extension, or a number that distinguishes several fragments. */
  private static ChangeKind kind(String[] parts, SourceText file) {
    for (int i = parts.length - 2; i > 0; i--) {
      String word = parts[i].toLowerCase(Locale.ROOT);
      Optional<ChangeKind> kind =
          Optional.ofNullable(TYPES.get(word)).or(() -> ChangeKind.of(word));
      if (kind.isPresent()) {
        return kind.get();
      }
      if (!word.chars().allMatch(Ascii::isDigit)) {
        break;
      }
    }
    throw ChangelogNotEditable.because(
        file.place(0),
        "its name does not state the kind of change",
        "name it like 123.fixed.md or +word.added.md, with added, changed, deprecated, removed,"
            + " fixed, security or breaking");
  }

  private static Optional<String> issue(String name) {
    boolean number =
        !name.isEmpty() && name.length() <= 10 && name.chars().allMatch(Ascii::isDigit);
    return number ? Optional.of("#" + name) : Optional.empty();
  }
}

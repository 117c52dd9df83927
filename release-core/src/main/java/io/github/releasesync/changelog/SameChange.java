package io.github.releasesync.changelog;

import io.github.releasesync.text.Ascii;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides whether a hand-written text and a commit describe the same change. */
final class SameChange {

  /** git shortens ids to seven digits or more. */
  private static final int SHORTEST_ID = 7;

  private final List<ChangelogEntry> written;
  private final List<String> words;
  private final List<List<String>> ids;

  SameChange(List<ChangelogEntry> written) {
    this.written = List.copyOf(written);
    this.words = written.stream().map(entry -> MarkdownText.words(entry.text())).toList();
    this.ids = written.stream().map(entry -> ids(entry.text())).toList();
  }

  /**
   * Finds an entry that describes the same change as another one: it names one of its issues, or
   * its commit, or has the same words.
   *
   * @return its index among those that were written
   */
  Optional<Integer> find(ChangelogEntry entry) {
    String description = MarkdownText.words(entry.text().lines().findFirst().orElse(""));
    String scoped = MarkdownText.words(entry.scope().orElse("") + " " + description);
    for (int i = 0; i < written.size(); i++) {
      boolean commit =
          entry.commit().isPresent()
              && ids.get(i).stream().anyMatch(entry.commit().get()::startsWith);
      boolean reference =
          !entry.isWritten()
              && written.get(i).references().stream().anyMatch(entry.references()::contains);
      boolean text = words.get(i).equals(description) || words.get(i).equals(scoped);
      if (commit || reference || text) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static List<String> ids(String text) {
    List<String> ids = new ArrayList<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^0-9a-z]+")) {
      boolean hex = word.chars().allMatch(c -> Ascii.isDigit(c) || c >= 'a' && c <= 'f');
      if (hex && word.length() >= SHORTEST_ID) {
        ids.add(word);
      }
    }
    return ids;
  }
}

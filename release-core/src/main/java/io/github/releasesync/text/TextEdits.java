package io.github.releasesync.text;

import java.util.Map;
import java.util.TreeMap;

/** Edits of one text by offset; several insertions at one place keep their order. */
public final class TextEdits {

  private final SourceText text;
  private final Map<Integer, String> inserted = new TreeMap<>();
  private final Map<Integer, TextEdit> replaced = new TreeMap<>();

  public TextEdits(SourceText text) {
    this.text = text;
  }

  public void insert(int offset, String added) {
    if (!added.isEmpty()) {
      inserted.merge(offset, added, String::concat);
    }
  }

  public void replace(int start, int end, String replacement) {
    String expected = text.content().substring(start, end);
    replaced.put(start, new TextEdit(text.place(start), expected, replacement));
  }

  /** The text after all edits. */
  public SourceText apply() {
    Map<Integer, TextEdit> all = new TreeMap<>(replaced);
    inserted.forEach(
        (offset, added) ->
            all.merge(
                offset,
                new TextEdit(text.place(offset), "", added),
                (edit, insertion) ->
                    new TextEdit(
                        edit.place(),
                        edit.expected(),
                        insertion.replacement() + edit.replacement())));
    return text.edited(all.values());
  }
}

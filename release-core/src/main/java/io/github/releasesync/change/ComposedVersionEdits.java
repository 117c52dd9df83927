package io.github.releasesync.change;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.workspace.ComposedVersion;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The edits of a version that is put together from properties: the first one states the version,
 * the last one {@code -SNAPSHOT} or nothing, and those between them are empty.
 */
final class ComposedVersionEdits {

  private static final String SNAPSHOT = "-SNAPSHOT";

  private ComposedVersionEdits() {}

  /**
   * The edits.
   *
   * @param tree the files
   * @param version the version
   * @param text the version to write
   * @return the edits of its properties
   * @throws ReleaseException with {@link Code#VALUE_NOT_EDITABLE} if it is not clear which property
   *     gets what
   */
  static List<TextEdit> of(FileTree tree, ComposedVersion version, String text) {
    List<ComposedVersion.Part> parts = version.parts();
    int last = parts.size() - 1;
    boolean clear =
        last >= 1
            && !value(parts, 0).isEmpty()
            && (value(parts, last).isEmpty() || value(parts, last).equals(SNAPSHOT))
            && parts.subList(1, last).stream().allMatch(part -> part.value().value().isEmpty());
    if (!clear) {
      throw unclear(version, text);
    }
    String suffix = text.endsWith(SNAPSHOT) ? SNAPSHOT : "";
    String base = text.substring(0, text.length() - suffix.length());
    List<TextEdit> edits = new ArrayList<>();
    edits.add(edit(tree, parts.get(0).value(), base, version));
    edits.add(edit(tree, parts.get(last).value(), suffix, version));
    return edits;
  }

  private static String value(List<ComposedVersion.Part> parts, int at) {
    return parts.get(at).value().value();
  }

  /** A value that is empty has no place of its own: it is written behind the start tag. */
  private static TextEdit edit(
      FileTree tree, Located<String> value, String text, ComposedVersion version) {
    if (!value.value().isEmpty() || text.isEmpty()) {
      return new TextEdit(value.place(), value.value(), text);
    }
    SourceText source = tree.read(value.place().file());
    int start = source.offset(value.place().line(), value.place().column());
    int end = source.content().indexOf('>', start) + 1;
    if (end == 0 || source.content().charAt(start) != '<') {
      throw unclear(version, text);
    }
    String tag = source.content().substring(start, end);
    if (!tag.endsWith("/>")) {
      return new TextEdit(value.place(), tag, tag + text);
    }
    String name = tag.substring(1, tag.length() - 2).strip();
    return new TextEdit(value.place(), tag, "<" + name + ">" + text + "</" + name + ">");
  }

  private static ReleaseException unclear(ComposedVersion version, String text) {
    String named =
        version.parts().stream()
            .map(part -> part.name() + " (" + part.value().place() + ")")
            .collect(Collectors.joining(", "));
    return ReleaseException.of(
        Code.VALUE_NOT_EDITABLE,
        version.raw().place(),
        "`"
            + version.raw().value()
            + "` is put together from properties, and it is not clear which of them makes it "
            + text
            + (named.isEmpty() ? "" : ": " + named),
        "set the properties by hand, or write `${revision}${changelist}` with a changelist that is"
            + " empty or -SNAPSHOT");
  }
}

package io.github.releasesync.manifest.cargo;

import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.text.TextEdit;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.SemVer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Cargo's order of entries with the same name: entries by version and then those without a source
 * first ({@code PackageId}), what an entry depends on by the text of the version ({@code
 * EncodablePackageId}). Cargo reads any order, and rewrites a lock with another order.
 */
final class CargoLockOrder {

  private static final String HEADER = "[[package]]";

  /** An entry: its lines from the header to the last that is not blank and no comment. */
  private record Block(int start, int end, LockedCrate crate) {

    boolean isNamedAs(Block other) {
      return crate.name().value().equals(other.crate.name().value());
    }
  }

  private CargoLockOrder() {}

  /** The texts of dependencies, of which some have new versions, in Cargo's order. */
  static List<String> ofDependencies(List<String> dependencies) {
    List<String> ordered = new ArrayList<>(dependencies);
    int from = 0;
    while (from < ordered.size()) {
      int to = from + 1;
      while (to < ordered.size() && name(ordered.get(to)).equals(name(ordered.get(from)))) {
        to++;
      }
      ordered.subList(from, to).sort(Comparator.comparing(CargoLockOrder::version));
      from = to;
    }
    return ordered;
  }

  private static String name(String dependency) {
    return dependency.split(" ", 2)[0];
  }

  private static String version(String dependency) {
    String[] parts = dependency.split(" ", 3);
    return parts.length > 1 ? parts[1] : "";
  }

  /** The moves that bring neighbours of one name into order; nothing else is touched. */
  static List<TextEdit> edits(SourceText text, List<LockedCrate> crates) {
    List<Block> blocks = blocks(text, crates);
    List<TextEdit> edits = new ArrayList<>();
    int from = 0;
    while (from < blocks.size()) {
      int to = from + 1;
      while (to < blocks.size() && blocks.get(to).isNamedAs(blocks.get(from))) {
        to++;
      }
      edit(text, blocks.subList(from, to)).ifPresent(edits::add);
      from = to;
    }
    return edits;
  }

  /** Blocks change their places; the text between two places stays. */
  private static Optional<TextEdit> edit(SourceText text, List<Block> run) {
    List<Block> ordered = new ArrayList<>(run);
    ordered.sort(
        Comparator.comparing(Block::crate, CargoLockOrder::compareVersions)
            .thenComparing(block -> block.crate().source().orElse("")));
    if (ordered.equals(run)) {
      return Optional.empty();
    }
    String content = text.content();
    int start = run.get(0).start();
    int end = start;
    StringBuilder moved = new StringBuilder();
    for (int i = 0; i < run.size(); i++) {
      moved.append(content, end, run.get(i).start());
      moved.append(content, ordered.get(i).start(), ordered.get(i).end());
      end = run.get(i).end();
    }
    return Optional.of(
        new TextEdit(text.place(start), content.substring(start, end), moved.toString()));
  }

  private static int compareVersions(LockedCrate one, LockedCrate other) {
    String a = one.version().value();
    String b = other.version().value();
    try {
      return SemVer.parse(a).compareTo(SemVer.parse(b));
    } catch (InvalidVersionException e) {
      return a.compareTo(b);
    }
  }

  /**
   * The place of each entry: one begins at the header before its name, and ends before the next.
   */
  private static List<Block> blocks(SourceText text, List<LockedCrate> crates) {
    String content = text.content();
    List<Block> blocks = new ArrayList<>();
    for (LockedCrate crate : crates) {
      Located<String> name = crate.name();
      int at = text.offset(name.place().line(), name.place().column());
      int start = content.lastIndexOf(HEADER, at);
      if (start >= 0) {
        blocks.add(new Block(start, end(content, at), crate));
      }
    }
    return blocks;
  }

  /** Before the next header, without blank lines and without what is said of the next entry. */
  private static int end(String content, int from) {
    int next = content.indexOf("\n[", from);
    int end = next < 0 ? content.length() : next;
    int line = end;
    do {
      end = line;
      while (Character.isWhitespace(content.charAt(end - 1))) {
        end--;
      }
      line = content.lastIndexOf('\n', end - 1) + 1;
    } while (line > from && content.charAt(line) == '#');
    return end;
  }
}

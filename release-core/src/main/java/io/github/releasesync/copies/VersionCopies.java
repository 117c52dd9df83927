package io.github.releasesync.copies;

import io.github.releasesync.problem.Place;
import io.github.releasesync.text.Ascii;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.Ecosystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the places where a file that is no manifest states the version of a package. */
public final class VersionCopies {

  /** No version is longer; a pattern whose end is further away is not met. */
  private static final int LONGEST = 128;

  private VersionCopies() {}

  /**
   * The versions next to a package's name, or at a key with a defined meaning in the type of file.
   * Lines of more than 10,000 characters are not looked at for names.
   *
   * @param text the file
   * @param packages whose versions, the lead first; not empty
   * @return the versions, in the order of the file
   */
  public static List<VersionCopy> find(SourceText text, List<PackageName> packages) {
    PackageNames names = new PackageNames(packages);
    Map<Place, VersionCopy> found = new TreeMap<>(Comparator.naturalOrder());
    new VersionKeys(text, names).find().forEach(c -> found.putIfAbsent(c.version().place(), c));
    new VersionsBesideNames(text, names)
        .find()
        .forEach(c -> found.putIfAbsent(c.version().place(), c));
    return List.copyOf(found.values());
  }

  /**
   * The versions at the places of a pattern. If the pattern states no spelling, the spelling is the
   * one that {@link #find(SourceText, List)} finds there, else the lead's.
   *
   * @param text the file
   * @param packages whose versions, the lead first; not empty
   * @param pattern the surrounding text
   * @return the versions, in the order of the file
   */
  public static List<VersionCopy> find(
      SourceText text, List<PackageName> packages, CopyPattern pattern) {
    List<Located<String>> values = values(text, pattern);
    if (values.isEmpty()) {
      return List.of();
    }
    List<VersionCopy> known = pattern.spelling().isPresent() ? List.of() : find(text, packages);
    Ecosystem other = pattern.spelling().orElse(packages.get(0).ecosystem());
    boolean ofBadge = pattern.before().contains("badge/");
    return values.stream()
        .map(
            value ->
                known.stream()
                    .filter(copy -> copy.version().equals(value))
                    .findFirst()
                    .orElse(new VersionCopy(value, other, Optional.empty(), ofBadge)))
        .toList();
  }

  private static List<Located<String>> values(SourceText text, CopyPattern pattern) {
    String content = text.content();
    List<Located<String>> values = new ArrayList<>();
    int at = content.indexOf(pattern.before());
    while (at >= 0 && at < content.length()) {
      int start = at + pattern.before().length();
      Optional<VersionToken> token =
          pattern.before().isEmpty()
              ? VersionToken.at(content, start)
              : VersionToken.from(content, start);
      int end = valueEnd(content, start, token, pattern.after());
      if (end > start) {
        values.add(new Located<>(content.substring(start, end), text.place(start)));
      }
      at = content.indexOf(pattern.before(), Math.max(end, start + 1));
    }
    return values;
  }

  /** The end of the version that begins at an offset and is followed by a text, or -1. */
  private static int valueEnd(
      String content, int start, Optional<VersionToken> token, String after) {
    if (token.isPresent() && content.startsWith(after, token.get().end())) {
      return token.get().end();
    }
    boolean begins = Ascii.isDigit(VersionToken.charAt(content, start));
    for (int end = start + 1; begins && !after.isEmpty() && end - start <= LONGEST; end++) {
      if (content.startsWith(after, end)) {
        return end;
      }
      char c = VersionToken.charAt(content, end);
      begins = Ascii.isLetterOrDigit(c) || ".-_+!".indexOf(c) >= 0;
    }
    return -1;
  }
}

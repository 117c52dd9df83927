package io.github.releasesync.project.settings;

import io.github.releasesync.copies.CopyPattern;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.tree.Glob;
import io.github.releasesync.project.tree.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file that states the version of a group, as it is configured.
 *
 * @param file a path from the root, or a {@link Glob} over such paths
 * @param pattern where in it; empty for the places that are known
 * @param group whose version; empty for the only group
 */
public record CopySpec(String file, Optional<CopyPattern> pattern, Optional<String> group) {

  /**
   * A copy of the POM.
   *
   * @param file a path from the root, or a pattern over paths, or null
   * @param pattern literal text with a word for the version, or null
   * @param group the name of a group, or null
   * @return the copy
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if it names no file below the
   *     root, or its pattern does not have exactly one placeholder for the version
   */
  public static CopySpec of(String file, String pattern, String group) {
    String path = given(file).orElseThrow(() -> invalid("a copy names no file"));
    String below =
        TreePath.resolve("", path)
            .filter(p -> !p.isEmpty())
            .orElseThrow(() -> invalid("`" + path + "` is not a path below the root"));
    return new CopySpec(below, given(pattern).map(CopyPattern::of), given(group));
  }

  /**
   * Copies as the command line states them, in the form of {@code
   * README.md;tools:docs/conf.py=release = "{version}"}: the group, the file, the pattern.
   *
   * @param text the value of {@code release-sync.copies}
   * @return the copies
   * @throws ReleaseException as {@link #of}
   */
  public static List<CopySpec> parse(String text) {
    List<CopySpec> specs = new ArrayList<>();
    for (String part : text.split(";")) {
      if (part.isBlank()) {
        continue;
      }
      String[] fileAndPattern = part.split("=", 2);
      String file = fileAndPattern[0];
      int colon = file.indexOf(':');
      specs.add(
          of(
              file.substring(colon + 1),
              fileAndPattern.length > 1 ? fileAndPattern[1] : null,
              colon < 0 ? null : file.substring(0, colon)));
    }
    return specs;
  }

  /**
   * Whether it names any number of files.
   *
   * @return true for a pattern over paths
   */
  public boolean isGlob() {
    return Glob.isPattern(file);
  }

  /**
   * The group whose version the files state.
   *
   * @param groups all groups
   * @return the named one, or the only one
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if there is none of that name,
   *     or none is named where there are several
   */
  public Group of(List<Group> groups) {
    List<Group> named =
        groups.stream().filter(g -> group.isEmpty() || group.get().equals(g.name())).toList();
    if (named.size() != 1) {
      throw ReleaseException.of(
          Code.CONFIGURATION_INVALID,
          Place.of("copies"),
          group
              .map(name -> "there is no group `" + name + "` for " + file)
              .orElse("it is not clear which group's version " + file + " states"),
          "write <group> with the name of one of: "
              + String.join(", ", groups.stream().map(Group::name).toList()));
    }
    return named.get(0);
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
  }

  private static ReleaseException invalid(String message) {
    return ReleaseException.of(
        Code.CONFIGURATION_INVALID,
        Place.of("copies"),
        message,
        "write <file> with a path from the root, such as README.md or docs/*.md");
  }
}

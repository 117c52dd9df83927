package io.github.releasesync.project.settings;

import io.github.releasesync.changelog.CommitKinds;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.tree.TreePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of changelogs.
 *
 * @param mode the handling of changelogs
 * @param template path of the template that releases are written by, from the root
 * @param mergePreReleases whether a final release repeats the entries of its pre-releases
 * @param kinds the sections of conventional commits
 * @param fragments names of the folders with fragments, next to each changelog
 */
public record ChangelogSpec(
    Mode mode,
    Optional<String> template,
    boolean mergePreReleases,
    CommitKinds kinds,
    List<String> fragments) {

  /** The handling of changelogs. */
  public enum Mode {
    /** Those that are there are written. */
    AUTO,
    /** Where there is none, one begins. */
    CREATE,
    /** Another tool writes them. */
    OFF
  }

  /** The changelogs that are there are written, in their own style. */
  public static final ChangelogSpec DEFAULT =
      new ChangelogSpec(
          Mode.AUTO, Optional.empty(), false, CommitKinds.DEFAULT, List.of("changelog.d"));

  /** Copies. */
  public ChangelogSpec {
    fragments = List.copyOf(fragments);
  }

  /**
   * The settings.
   *
   * @param changelog {@code auto}, {@code create}, {@code off}, or the path of a template from the
   *     root; null for {@code auto}
   * @return the rest as by default
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if it is a path that leaves
   *     the root, or a word without an ending
   */
  public static ChangelogSpec of(String changelog) {
    String text = changelog == null ? "" : changelog.strip();
    return switch (text) {
      case "", "auto" -> DEFAULT;
      case "create" -> DEFAULT.with(Mode.CREATE, Optional.empty());
      case "off" -> DEFAULT.with(Mode.OFF, Optional.empty());
      default -> DEFAULT.with(Mode.AUTO, Optional.of(path(text)));
    };
  }

  /**
   * The settings, including everything besides the mode.
   *
   * @param changelog as {@link #of(String)}
   * @param fragments folders with fragments, relative to the changelog's; null or empty for {@code
   *     changelog.d}
   * @param sections more types of commits with their sections, as {@code docs=Documentation}; null
   *     for none
   * @param mergePreReleases whether a final release repeats the entries of its pre-releases
   * @return the specification
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} as the other one, or if a
   *     folder leaves the root, or a section has no type or no heading
   */
  public static ChangelogSpec of(
      String changelog, List<String> fragments, List<String> sections, boolean mergePreReleases) {
    ChangelogSpec spec = of(changelog).withMergedPreReleases(mergePreReleases);
    if (fragments != null && !fragments.isEmpty()) {
      spec = spec.withFragments(fragments.stream().map(ChangelogSpec::folder).toList());
    }
    if (sections != null) {
      Map<String, String> byType = new HashMap<>();
      sections.forEach(section -> addSection(section, byType));
      spec = spec.withKinds(spec.kinds().with(byType));
    }
    return spec;
  }

  private static String folder(String text) {
    return TreePath.resolve("", text.strip())
        .filter(path -> !path.isEmpty())
        .orElseThrow(
            () -> invalid("fragments", text, "write the name of a folder, such as newsfragments"));
  }

  private static void addSection(String text, Map<String, String> byType) {
    int equals = text.indexOf('=');
    String type = equals < 0 ? "" : text.substring(0, equals).strip();
    String heading = text.substring(equals + 1).strip();
    if (type.isEmpty() || heading.isEmpty() || heading.indexOf('\n') >= 0) {
      throw invalid("sections", text, "write a type of commits and a heading: docs=Documentation");
    }
    byType.put(type, heading);
  }

  private static ReleaseException invalid(String parameter, String value, String help) {
    return ReleaseException.of(
        Code.CONFIGURATION_INVALID,
        Place.of("release-sync." + parameter),
        "`" + value + "` cannot be used",
        help);
  }

  private static String path(String text) {
    return TreePath.resolve("", text)
        .filter(path -> TreePath.name(path).contains("."))
        .orElseThrow(
            () ->
                ReleaseException.of(
                    Code.CONFIGURATION_INVALID,
                    Place.of("changelog"),
                    "`" + text + "` is neither a known word nor a template below the" + " root",
                    "write auto, create, off, or a path such as docs/release.template.md"));
  }

  private ChangelogSpec with(Mode other, Optional<String> path) {
    return new ChangelogSpec(other, path, mergePreReleases, kinds, fragments);
  }

  /**
   * The same with other pre-releases.
   *
   * @param merge whether a final release repeats the entries of its pre-releases
   * @return the specification
   */
  public ChangelogSpec withMergedPreReleases(boolean merge) {
    return new ChangelogSpec(mode, template, merge, kinds, fragments);
  }

  /**
   * The same with more types of commits.
   *
   * @param more the sections of conventional commits
   * @return the specification
   */
  public ChangelogSpec withKinds(CommitKinds more) {
    return new ChangelogSpec(mode, template, mergePreReleases, more, fragments);
  }

  /**
   * The same with other folders.
   *
   * @param folders names of the folders with fragments: {@code changes}, {@code newsfragments}
   * @return the specification
   */
  public ChangelogSpec withFragments(List<String> folders) {
    return new ChangelogSpec(mode, template, mergePreReleases, kinds, folders);
  }
}

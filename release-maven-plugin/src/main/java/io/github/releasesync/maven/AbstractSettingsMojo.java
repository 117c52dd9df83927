package io.github.releasesync.maven;

import io.github.releasesync.project.settings.ChangelogSpec;
import io.github.releasesync.project.settings.Settings;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;

/** What is configured about the packages, for every goal alike. */
abstract class AbstractSettingsMojo extends AbstractMojo {

  /**
   * Groups of packages that share a version. Without any, groups are inferred from the repository
   * and the evidence is shown. Each has a {@code <lead>}, {@code <followers>}, and optionally a
   * {@code <name>}, a {@code <policy>} and a {@code <tagFormat>}.
   *
   * @since 0.1.0
   */
  @Parameter private List<GroupParameters> groups;

  /**
   * The same on the command line, where it wins: {@code
   * engine=cargo:barter,pypi:barter-python;tools=cargo:barter-cli}. The first package of each group
   * is its lead.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.groups")
  private String groupsLine;

  /**
   * Files that state the version of a group and are no manifests. Each has a {@code <file>},
   * optionally a {@code <pattern>}, and a {@code <group>} where there are several.
   *
   * @since 0.1.0
   */
  @Parameter private List<CopyParameters> copies;

  /**
   * The same on the command line, where it wins: <code>README.md;tools:docs/conf.py=release =
   * "{version}"</code>, which is the group, the file and the pattern.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.copies")
  private String copiesLine;

  /**
   * Features of crates that no release may turn on: {@code cargo:CRATE/FEATURE}, or {@code FEATURE}
   * for every crate that has it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.unreleasedFeatures")
  private List<String> unreleasedFeatures;

  /**
   * Packages that another tool publishes: {@code cargo:NAME} or {@code pypi:NAME}; {@code *} and
   * {@code ?} stand for any characters. They are neither built nor sent, and must be in their
   * registry before a release begins.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.externallyPublished")
  private List<String> externallyPublished;

  /**
   * What {@code prepare} does with changelogs: {@code auto} writes the release into those that are
   * kept, {@code create} also begins one, {@code off} leaves them to another tool; anything else is
   * the path of a template.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.changelog", defaultValue = "auto")
  private String changelog;

  /**
   * Folders beside changelogs with fragments, one file for each change.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.fragments", defaultValue = "changelog.d")
  private List<String> fragments;

  /**
   * More types of commits that are told in changelogs, each with its section: {@code
   * docs=Documentation}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.sections")
  private List<String> sections;

  /**
   * Whether a final release says again in the changelog what its pre-releases said.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.mergePreReleases", defaultValue = "false")
  private boolean mergePreReleases;

  /**
   * Whether a breaking change asks for a minor release on 0.x, and a feature for a patch, as Cargo
   * reads such versions. Otherwise they ask for 1.0.0 and for a minor release.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.majorVersionZero", defaultValue = "true")
  private boolean majorVersionZero;

  final Settings settings() {
    return Settings.of(
            GroupParameters.specs(groups, groupsLine), unreleasedFeatures, externallyPublished)
        .withCopies(CopyParameters.specs(copies, copiesLine))
        .withChangelog(ChangelogSpec.of(changelog, fragments, sections, mergePreReleases))
        .withMajorVersionZero(majorVersionZero);
  }
}

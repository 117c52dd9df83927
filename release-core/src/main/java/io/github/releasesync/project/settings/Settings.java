package io.github.releasesync.project.settings;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.tree.Glob;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings of a team for its packages, for all goals.
 *
 * @param groups the configured groups; empty for inference
 * @param copies the configured files that state a version and are no manifests
 * @param unreleasedFeatures the features of crates that a release must not enable
 * @param externallyPublished the packages that another tool publishes: {@code cargo:NAME} or {@code
 *     pypi:NAME}, patterns allowed
 * @param changelog the handling of changelogs
 * @param majorVersionZero whether 0.x has the rules of initial development: a breaking change asks
 *     for a minor release there
 * @param rules the configured severities of findings: a requirement in a file for which its finding
 *     is off is not changed
 * @param reactor the projects of the running Maven build; empty outside Maven
 */
public record Settings(
    List<GroupSpec> groups,
    List<CopySpec> copies,
    List<FeatureSpec> unreleasedFeatures,
    List<String> externallyPublished,
    ChangelogSpec changelog,
    boolean majorVersionZero,
    List<RuleSpec> rules,
    List<ReactorProject> reactor) {

  /**
   * The settings of a repository that configures nothing.
   *
   * @return the settings
   */
  public static Settings none() {
    return ofGroups(List.of());
  }

  /**
   * The settings of a repository that configures its groups only.
   *
   * @param groups the configured groups
   * @return the settings
   */
  public static Settings ofGroups(List<GroupSpec> groups) {
    return of(groups, null, null);
  }

  /**
   * The settings as they are configured.
   *
   * @param groups the configured groups; empty for inference
   * @param unreleasedFeatures {@code cargo:CRATE/FEATURE} or {@code FEATURE} each, or null
   * @param externallyPublished {@code cargo:NAME} or {@code pypi:NAME} each, patterns allowed, or
   *     null
   * @return the settings
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if one of them cannot be
   *     understood
   */
  public static Settings of(
      List<GroupSpec> groups, List<String> unreleasedFeatures, List<String> externallyPublished) {
    return new Settings(
        groups,
        List.of(),
        given(unreleasedFeatures).map(FeatureSpec::of).toList(),
        given(externallyPublished).map(Settings::requireId).toList(),
        ChangelogSpec.DEFAULT,
        true,
        List.of(),
        List.of());
  }

  /**
   * The same with copies of versions.
   *
   * @param specs the configured files that state a version and are no manifests
   * @return the settings
   */
  public Settings withCopies(List<CopySpec> specs) {
    return new Settings(
        groups,
        specs,
        unreleasedFeatures,
        externallyPublished,
        changelog,
        majorVersionZero,
        rules,
        reactor);
  }

  /**
   * The same with changelogs as they are configured.
   *
   * @param spec the handling of changelogs
   * @return the settings
   */
  public Settings withChangelog(ChangelogSpec spec) {
    return new Settings(
        groups,
        copies,
        unreleasedFeatures,
        externallyPublished,
        spec,
        majorVersionZero,
        rules,
        reactor);
  }

  /**
   * The same with other rules on 0.x.
   *
   * @param initial whether 0.x has the rules of initial development
   * @return the settings
   */
  public Settings withMajorVersionZero(boolean initial) {
    return new Settings(
        groups,
        copies,
        unreleasedFeatures,
        externallyPublished,
        changelog,
        initial,
        rules,
        reactor);
  }

  /**
   * The same with rules.
   *
   * @param specs the configured severities of findings
   * @return the settings
   */
  public Settings withRules(List<RuleSpec> specs) {
    return new Settings(
        groups,
        copies,
        unreleasedFeatures,
        externallyPublished,
        changelog,
        majorVersionZero,
        List.copyOf(specs),
        reactor);
  }

  /**
   * The same with the projects of the running Maven build.
   *
   * @param projects the projects and their effective versions
   * @return the settings
   */
  public Settings withReactor(List<ReactorProject> projects) {
    return new Settings(
        groups,
        copies,
        unreleasedFeatures,
        externallyPublished,
        changelog,
        majorVersionZero,
        rules,
        List.copyOf(projects));
  }

  /**
   * The same with only those projects to which Maven gives another version than the tree states: a
   * later edit of the tree does not change these.
   *
   * @param workspace the packages, as Maven read them
   * @return the settings
   */
  public Settings withOverridden(Workspace workspace) {
    if (reactor.isEmpty()) {
      return this;
    }
    return withReactor(
        reactor.stream()
            .filter(
                project ->
                    workspace.packages().stream()
                        .filter(project::builds)
                        .anyMatch(p -> !p.version().equals(Optional.of(project.version()))))
            .toList());
  }

  /**
   * Whether another tool publishes a package, so that its upload is not ours.
   *
   * @param p a package
   * @return true if it is configured so
   */
  public boolean isExternal(Package p) {
    return externallyPublished.stream().anyMatch(id -> Glob.of(id).matches(p.id()));
  }

  /**
   * Verifies that the configured names exist: a name with a slip in it would be without effect.
   *
   * @param workspace the packages
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if something is not
   */
  public void requireIn(Workspace workspace) {
    unreleasedFeatures.forEach(feature -> feature.requireIn(workspace));
    for (String id : externallyPublished) {
      if (workspace.packages().stream().noneMatch(p -> Glob.of(id).matches(p.id()))) {
        throw invalid("no package here is called `" + id + "`");
      }
    }
  }

  private static Stream<String> given(List<String> texts) {
    return texts == null ? Stream.empty() : texts.stream();
  }

  private static String requireId(String text) {
    String id = text == null ? "" : text.strip();
    if (!id.matches("(cargo|pypi):.+")) {
      throw invalid("`" + id + "` names no package");
    }
    return id;
  }

  private static ReleaseException invalid(String message) {
    return ReleaseException.of(
        Code.CONFIGURATION_INVALID,
        Place.of("externallyPublished"),
        message,
        "write cargo:NAME or pypi:NAME of a package here; * and ? are allowed");
  }
}

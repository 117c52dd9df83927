package io.github.releasesync.maven;

import io.github.releasesync.project.settings.Settings;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** Parameters of the goals that apply the rules of {@code check}. */
abstract class AbstractCheckedMojo extends AbstractGroupsMojo {

  /**
   * Files other than manifests that state the version of a group. Each {@code <copy>} has a {@code
   * <file>}, an optional {@code <pattern>}, and a {@code <group>} if there are several groups. On
   * the command line, which overrides the POM, all copies are on one line: <code>
   * README.md;tools:docs/conf.py=release = "{version}"</code>. The group precedes the file, and the
   * pattern follows it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.copies")
  private CopiesParameter copies;

  /**
   * Features of crates that a release must not enable: {@code cargo:CRATE/FEATURE}, or {@code
   * FEATURE} for every crate that has it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.unreleasedFeatures")
  private List<String> unreleasedFeatures;

  /**
   * Packages that another tool publishes: {@code cargo:NAME} or {@code pypi:NAME}, with {@code *}
   * and {@code ?} as wildcards. They are neither built nor sent. They must be in their registry
   * before a release begins.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.externallyPublished")
  private List<String> externallyPublished;

  /**
   * Severities of findings. Each {@code <rule>} has an {@code <id>} such as {@code RS104}, a {@code
   * <severity>} ({@code error}, {@code warning}, {@code info} or {@code off}), a {@code <reason>},
   * and optionally {@code <files>}. {@code off} requires a reason. {@code <files>} is a pattern for
   * paths from the root. On the command line, all rules are on one line: {@code
   * RS104=off:REASON;RS102=error}. They come after those of the POM. The last rule that matches a
   * finding wins.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.rules")
  private RulesParameter rules;

  @Override
  Settings settings() {
    return settings(unreleasedFeatures, externallyPublished)
        .withCopies(CopiesParameter.specs(copies))
        .withRules(RulesParameter.specs(rules));
  }
}

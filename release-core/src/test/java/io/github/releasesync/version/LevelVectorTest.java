package io.github.releasesync.version;

import static io.github.releasesync.version.Ecosystem.CARGO;
import static io.github.releasesync.version.Ecosystem.MAVEN;
import static io.github.releasesync.version.Ecosystem.PYPI;
import static io.github.releasesync.version.VersionMapping.spell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.github.releasesync.testing.Shared;
import io.github.releasesync.version.NextVersion.Found;
import io.github.releasesync.version.NextVersion.Refused;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The level table, and what other tools make of the same versions. Where they differ, {@link
 * LevelDifferences} says so; it may not list what they agree on.
 */
class LevelVectorTest {

  private static final String REFUSED = "refused";

  /** What differs, as {@code current level -> ours}. */
  private final Set<String> differing = new TreeSet<>();

  @Test
  void everyRowOfTheLevelTableHolds() {
    int rows = 0;
    for (Map<String, String> row : Shared.tsv("vectors/bump-cargo-release.tsv")) {
      if (row.get("origin").equals("level-table")) {
        String expected = row.get("result").replace("(decide: ", "").replace(")", "");
        assertThat(next(row.get("current"), row.get("level"))).as("%s", row).isEqualTo(expected);
        rows++;
      }
    }
    assertThat(rows).isEqualTo(12);
  }

  @Test
  void postReleasesOfAGroup() {
    for (Map<String, String> row : Shared.tsv("vectors/bump-post.tsv")) {
      ReleaseVersion crate = read(row.get("crate")).orElseThrow();
      ReleaseVersion python = read(row.get("python")).orElseThrow();
      String level =
          row.get("operation")
              .replace("python-only fix", "post")
              .replace("crate explicit ", "")
              .replace("crate ", "");
      NextVersion next =
          crate.mapsExactly(python)
              ? Level.parse(level).next(python)
              : new Refused("Python is ahead of the crate", "");
      if (row.get("new_crate").equals("REFUSE")) {
        assertThat(next).as("%s", row).isInstanceOf(Refused.class);
        continue;
      }
      ReleaseVersion version = ((Found) next).version();
      assertSoftly(
          softly -> {
            softly.assertThat(spell(version, CARGO)).as("%s", row).isEqualTo(row.get("new_crate"));
            softly.assertThat(spell(version, PYPI)).as("%s", row).isEqualTo(row.get("new_python"));
            softly.assertThat(spell(version, MAVEN)).as("%s", row).isEqualTo(row.get("new_maven"));
          });
    }
  }

  @Test
  void cargoRelease() {
    for (Map<String, String> row : Shared.tsv("vectors/bump-cargo-release.tsv")) {
      if (row.get("tool").equals("cargo-release") && row.get("option").isEmpty()) {
        String level = row.get("level").replace("explicit ", "");
        compare(row.get("current"), level, row.get("result"));
      }
    }
    for (Map<String, String> row : Shared.tsv("vectors/bump-compare.tsv")) {
      compare(row.get("current"), row.get("cargo_level"), row.get("cargo_release"));
    }
    assertDiffering(LevelDifferences.CARGO_RELEASE);
  }

  @Test
  void commitizen() {
    for (Map<String, String> row : Shared.tsv("vectors/bump-commitizen.tsv")) {
      String level =
          Stream.of(row.get("increment").toLowerCase(Locale.ROOT), row.get("prerelease"))
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining("-"));
      if (row.get("devrelease").isEmpty() && row.get("mode").equals("linear")) {
        compare(row.get("current"), level.isEmpty() ? "release" : level, commitizenResult(row));
      }
    }
    for (Map<String, String> row : Shared.tsv("vectors/bump-compare.tsv")) {
      compare(row.get("current"), commitizenLevel(row.get("cz_args")), row.get("cz_offset1"));
    }
    assertDiffering(LevelDifferences.COMMITIZEN);
  }

  private static String commitizenLevel(String arguments) {
    String level =
        arguments
            .replace("--increment ", "")
            .replace(" --prerelease ", "-")
            .replace("--prerelease ", "")
            .toLowerCase(Locale.ROOT);
    return level.isEmpty() ? "release" : level;
  }

  @Test
  void uv() {
    for (Map<String, String> row : Shared.tsv("vectors/bump-others.tsv")) {
      String level =
          row.get("input").replace("--bump ", "").replace(' ', '-').replace("stable", "release");
      if (row.get("tool").equals("uv version") && !level.contains("dev")) {
        compare(row.get("current"), level, row.get("result"));
      }
    }
    assertDiffering(LevelDifferences.UV);
  }

  @Test
  void toolsThatInferTheLevelFromCommits() {
    Map<String, CommitImpact> changes =
        Map.of(
            "any commit", CommitImpact.FIX,
            "non-conventional", CommitImpact.FIX,
            "fix", CommitImpact.FIX,
            "patch", CommitImpact.FIX,
            "feat", CommitImpact.FEATURE,
            "minor", CommitImpact.FEATURE,
            "feat!", CommitImpact.BREAKING,
            "breaking found", CommitImpact.BREAKING,
            "major", CommitImpact.BREAKING);
    for (Map<String, String> row : Shared.tsv("vectors/bump-others.tsv")) {
      Optional<ReleaseVersion> current = read(row.get("current"));
      CommitImpact change = changes.get(row.get("input"));
      if (current.isPresent() && change != null) {
        Level level = change.level(current.get()).orElseThrow();
        String ours = ((Found) level.next(current.get())).version().text();
        if (!ours.equals(read(row.get("result")).map(ReleaseVersion::text).orElse(""))) {
          differing.add(
              row.get("tool") + " " + current.get() + " " + row.get("input") + " -> " + ours);
        }
      }
    }
    assertDiffering(LevelDifferences.INFERRING);
  }

  /** By each tool's own reading of a commit, which it states as a level of 1.x. */
  @Test
  void levelsOfInitialDevelopment() {
    for (Map<String, String> row : Shared.tsv("vectors/conventional.tsv")) {
      assertThat(levelOf(row.get("knope_1x"), "0.2.3")).isEqualTo(row.get("knope_0x"));
      String releasePlz = row.get("release_plz_1x");
      assertThat(levelOf(releasePlz, "0.2.3")).isEqualTo(row.get("release_plz_0x"));
      if (!releasePlz.equals("major")) {
        assertThat(levelOf(releasePlz, "0.0.3")).isEqualTo(row.get("release_plz_00x"));
      }
      if (!row.get("cz").equals("minor")) {
        assertThat(levelOf(row.get("cz"), "0.2.3")).isEqualTo(row.get("cz_mvz"));
      }
    }
  }

  private static String levelOf(String levelOf1x, String current) {
    CommitImpact change =
        switch (levelOf1x) {
          case "major" -> CommitImpact.BREAKING;
          case "minor" -> CommitImpact.FEATURE;
          case "patch" -> CommitImpact.FIX;
          default -> CommitImpact.NONE;
        };
    return change.level(read(current).orElseThrow()).map(Level::toString).orElse("none");
  }

  /** The first pre-release is number 0 without an offset, and the scheme semver glues it on. */
  private static String commitizenResult(Map<String, String> row) {
    String result = row.get("result");
    ReleaseVersion version =
        read(row.get("scheme").equals("semver") ? result.replace("-", "") : result).orElse(null);
    if (version == null) {
      return result;
    }
    boolean zero =
        row.get("offset").equals("0") && version.number().equals(Optional.of(BigInteger.ZERO));
    return (zero ? version.preRelease(version.stage(), BigInteger.ONE) : version).text();
  }

  private void compare(String current, String level, String theirs) {
    if (read(current).isEmpty()) {
      return;
    }
    String ours = next(current, level);
    String read = read(theirs).map(ReleaseVersion::text).orElse(theirs);
    if (!ours.equals(read.equals("ERROR") ? REFUSED : read)) {
      differing.add(read(current).get().text() + " " + level + " -> " + ours);
    }
  }

  private void assertDiffering(Map<String, List<String>> expected) {
    assertThat(differing)
        .containsExactlyInAnyOrderElementsOf(
            expected.values().stream().flatMap(List::stream).toList());
  }

  private static String next(String current, String level) {
    NextVersion next;
    try {
      next = Level.parse(level).next(read(current).orElseThrow());
    } catch (InvalidVersionException e) {
      return REFUSED;
    }
    return next instanceof Found found ? found.version().text() : REFUSED;
  }

  /** A version in either spelling, or empty if it is not portable. */
  private static Optional<ReleaseVersion> read(String text) {
    Mapping mapping;
    try {
      mapping = VersionMapping.of(SemVer.parse(text));
    } catch (InvalidVersionException e) {
      try {
        mapping = VersionMapping.of(Pep440Version.parse(text));
      } catch (InvalidVersionException e2) {
        return Optional.empty();
      }
    }
    return mapping instanceof Mapping.Portable portable
        ? Optional.of(portable.version())
        : Optional.empty();
  }
}

package io.github.releasesync.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.github.releasesync.testing.Shared;
import io.github.releasesync.version.Mapping.Portable;
import io.github.releasesync.version.Mapping.Refused;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The mapping against what the ecosystems' programs do with one another's versions. */
class MappingVectorTest {

  private static List<Map<String, String>> rows(String name) {
    List<Map<String, String>> rows = Shared.tsv("vectors/" + name + ".tsv");
    assertThat(rows).isNotEmpty();
    return rows;
  }

  @Test
  void crossOrderSafe() {
    List<Map<String, String>> rows = rows("cross-order-safe");
    Orders.assertAscending(column(rows, "semver"), SemVer::parse);
    Orders.assertAscending(column(rows, "pep440"), Pep440Version::parse);
    Orders.assertAscending(column(rows, "maven_same_text"), MavenVersion::parse);
    Orders.assertAscending(column(rows, "maven_hyphen"), MavenVersion::parse);
    for (Map<String, String> row : rows) {
      Mapping mapping = VersionMapping.of(SemVer.parse(row.get("semver")));
      assertThat(mapping).isInstanceOf(Portable.class);
      assertThat(VersionMapping.of(Pep440Version.parse(row.get("pep440")))).isEqualTo(mapping);
      assertThat(VersionMapping.of(MavenVersion.parse(row.get("maven_same_text"))))
          .isEqualTo(mapping);
      assertThat(VersionMapping.of(MavenVersion.parse(row.get("maven_hyphen")))).isEqualTo(mapping);
    }
  }

  private static List<String> column(List<Map<String, String>> rows, String name) {
    return rows.stream().map(row -> row.get(name)).toList();
  }

  @Test
  void crossOrderConflicts() {
    for (Map<String, String> row : rows("cross-order-conflicts")) {
      String a = row.get("a");
      String b = row.get("b");
      assertSoftly(
          softly -> {
            softly
                .assertThat(Orders.relation(SemVer.parse(a).comparePrecedence(SemVer.parse(b))))
                .as("SemVer %s", row)
                .isEqualTo(row.get("semver"));
            softly
                .assertThat(
                    Orders.relation(Pep440Version.parse(a).compareTo(Pep440Version.parse(b))))
                .as("PEP 440 %s", row)
                .isEqualTo(row.get("pep440"));
            softly
                .assertThat(Orders.relation(MavenVersion.parse(a).compareTo(MavenVersion.parse(b))))
                .as("Maven %s", row)
                .isEqualTo(row.get("maven"));
          });
      assertThat(isReleasable(a) && isReleasable(b)).as("both portable: %s", row).isFalse();
    }
  }

  private static boolean isReleasable(String crateVersion) {
    return VersionMapping.of(SemVer.parse(crateVersion)) instanceof Portable portable
        && !portable.version().isDevelopment();
  }

  /** Rows that the proposal refuses because nobody releases them; they are read as development. */
  private static final Set<String> DEVELOPMENT =
      Set.of("1.0.0-dev", "1.0.0-dev.3", "1.0.0-alpha.1.dev.2");

  @Test
  void semverToPep440() {
    for (Map<String, String> row : rows("semver-to-pep440")) {
      String text = row.get("semver");
      if (row.get("error_from").equals("cargo")) {
        assertThatThrownBy(() -> SemVer.parse(text)).isInstanceOf(InvalidVersionException.class);
        continue;
      }
      Mapping mapping = VersionMapping.of(SemVer.parse(text));
      if (DEVELOPMENT.contains(text)) {
        assertThat(mapping).isEqualTo(new Portable(ReleaseVersion.of(1, 0, 0).development()));
      } else if (row.get("proposal").equals("refuse")) {
        assertThat(mapping).as(text).isInstanceOf(Refused.class);
        agreesWithWhatMaturinMakes(row, ((Refused) mapping).writeInstead());
      } else {
        ReleaseVersion version = ((Portable) mapping).version();
        assertThat(VersionMapping.spell(version, Ecosystem.CARGO)).isEqualTo(text);
        assertThat(VersionMapping.spell(version, Ecosystem.PYPI)).isEqualTo(row.get("packaging"));
      }
    }
  }

  /** Rows whose way back is a development version of a pre-release, or keeps build metadata. */
  private static void agreesWithWhatMaturinMakes(Map<String, String> row, String instead) {
    String back = row.get("back");
    boolean portable = !back.isEmpty() && !back.equals("ERROR");
    boolean developmentOfPreRelease = back.contains(".dev.");
    if (portable && !developmentOfPreRelease && !back.contains("+")) {
      assertThat(instead).as("%s", row).isEqualTo(back);
    }
  }

  /**
   * Rows that the proposal maps and decision 4 refuses, and development versions, without number.
   */
  private static final Map<String, String> PROPOSED_DIFFERENTLY =
      Map.of(
          "1.0.0.dev0", "1.0.0-dev.0",
          "1.0.0.dev3", "1.0.0-dev.0",
          "1.0.0a1.dev2", "1.0.0-dev.0",
          "1.0.0+local.1", "REFUSED",
          "1.0.0rc1+build.1", "REFUSED",
          "0.9.3.post1", "0.9.3",
          "0.9.3.post0", "0.9.3");

  @Test
  void pep440ToSemver() {
    for (Map<String, String> row : rows("pep440-to-semver")) {
      String text = row.get("pep440");
      Pep440Version version = Pep440Version.parse(text);
      assertThat(version).hasToString(row.get("normalized"));
      String expected = PROPOSED_DIFFERENTLY.getOrDefault(text, row.get("semver"));
      if (VersionMapping.of(version) instanceof Portable portable) {
        assertThat(VersionMapping.spell(portable.version(), Ecosystem.CARGO))
            .as("%s", row)
            .isEqualTo(expected);
      } else {
        assertThat(expected).as("%s", row).isIn("ERROR", "REFUSED");
      }
    }
  }

  @Test
  void semverMavenMap() {
    SoftAssertions softly = new SoftAssertions();
    for (Map<String, String> row : rows("semver-maven-map")) {
      String crate = row.get("semver").replace(" (unreleased)", "");
      String artifact = row.get("maven");
      switch (row.get("kind")) {
        case "refuse", "refuse in Cargo" ->
            softly
                .assertThat(VersionMapping.of(SemVer.parse(crate)))
                .as("%s", row)
                .isInstanceOf(Refused.class);
        case "same", "same text", "alternative" ->
            softly
                .assertThat(VersionMapping.of(MavenVersion.parse(artifact)))
                .as("%s", row)
                .isEqualTo(VersionMapping.of(SemVer.parse(crate)))
                .isInstanceOf(Portable.class);
        default -> proposal(softly, row, crate, artifact);
      }
    }
    softly.assertAll();
  }

  private static void proposal(
      SoftAssertions softly, Map<String, String> row, String crate, String artifact) {
    if (artifact.equals("ERROR")) {
      softly
          .assertThat(VersionMapping.of(SemVer.parse(crate)))
          .as("%s", row)
          .isInstanceOf(Refused.class);
    } else if (crate.equals("(maven-only fix)")) {
      softly
          .assertThat(VersionMapping.of(MavenVersion.parse(artifact)))
          .as("%s", row)
          .isInstanceOf(Refused.class);
    } else {
      Mapping left =
          crate.startsWith("(python ")
              ? VersionMapping.of(
                  Pep440Version.parse(crate.substring("(python ".length(), crate.length() - 1)))
              : VersionMapping.of(SemVer.parse(crate));
      Mapping right = VersionMapping.of(MavenVersion.parse(artifact));
      softly.assertThat(left).as("%s", row).isInstanceOf(Portable.class);
      softly.assertThat(right).as("%s", row).isInstanceOf(Portable.class);
      softly
          .assertThat(((Portable) left).version().agrees(((Portable) right).version()))
          .as("%s", row)
          .isTrue();
    }
  }
}

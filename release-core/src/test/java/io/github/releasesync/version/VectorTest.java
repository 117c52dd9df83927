package io.github.releasesync.version;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.github.releasesync.testing.Shared;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What the ecosystems' own programs answered, row by row. */
class VectorTest {

  private static List<Map<String, String>> rows(String name) {
    List<Map<String, String>> rows = Shared.tsv("vectors/" + name + ".tsv");
    assertThat(rows).isNotEmpty();
    return rows;
  }

  private static <T extends Comparable<T>> void ascends(String name, Function<String, T> parse) {
    rows(name).stream()
        .collect(
            groupingBy(
                row -> row.get("list"),
                LinkedHashMap::new,
                mapping(row -> row.get("version"), toList())))
        .values()
        .forEach(list -> Orders.assertAscending(list, parse));
  }

  private static void refuses(String name, String column, Consumer<String> parse) {
    for (Map<String, String> row : rows(name)) {
      assertThatThrownBy(() -> parse.accept(row.get(column)))
          .as("%s: `%s`", name, row.get(column))
          .isInstanceOf(InvalidVersionException.class)
          .hasMessageContaining("`: ");
    }
  }

  @Test
  void pep440Valid() {
    for (Map<String, String> row : rows("pep440-valid")) {
      Pep440Version version = Pep440Version.parse(row.get("version"));
      assertSoftly(
          softly -> {
            softly.assertThat(version).hasToString(row.get("normalized"));
            softly.assertThat(version.epoch()).hasToString(row.get("epoch"));
            softly
                .assertThat(
                    String.join(".", version.release().stream().map(Object::toString).toList()))
                .isEqualTo(row.get("release"));
            softly
                .assertThat(version.pre().map(p -> p.letter() + p.number()).orElse(""))
                .isEqualTo(row.get("pre"));
            softly
                .assertThat(version.post().map(Object::toString).orElse(""))
                .isEqualTo(row.get("post"));
            softly
                .assertThat(version.dev().map(Object::toString).orElse(""))
                .isEqualTo(row.get("dev"));
            softly.assertThat(version.local().orElse("")).isEqualTo(row.get("local"));
            softly
                .assertThat(version.isPreRelease())
                .isEqualTo(Boolean.valueOf(row.get("is_prerelease")));
          });
    }
  }

  @Test
  void pep440Invalid() {
    refuses("pep440-invalid", "version", Pep440Version::parse);
  }

  @Test
  void pep440Order() {
    ascends("pep440-order", Pep440Version::parse);
  }

  @Test
  void pep440Equal() {
    for (Map<String, String> row : rows("pep440-equal")) {
      Pep440Version a = Pep440Version.parse(row.get("a"));
      Pep440Version b = Pep440Version.parse(row.get("b"));
      boolean equal = Boolean.parseBoolean(row.get("equal"));
      assertThat(a.equals(b)).as("%s", row).isEqualTo(equal);
      assertThat(a.compareTo(b) == 0).as("%s", row).isEqualTo(equal);
      assertThat(!equal || a.hashCode() == b.hashCode()).as("%s", row).isTrue();
    }
  }

  @Test
  void pep440Normalize() {
    for (Map<String, String> row : rows("pep440-normalize")) {
      assertThat(Pep440Version.parse(row.get("input"))).hasToString(row.get("normalized"));
    }
  }

  @Test
  void pep440Canonicalize() {
    for (Map<String, String> row : rows("pep440-canonicalize")) {
      String canonical;
      try {
        canonical = Pep440Version.parse(row.get("input")).canonical();
      } catch (InvalidVersionException e) {
        canonical = row.get("input");
      }
      assertThat(canonical).isEqualTo(row.get("canonical"));
    }
  }

  @Test
  void pep440Specifier() {
    for (Map<String, String> row : rows("pep440-specifier")) {
      Pep440Specifier specifier = Pep440Specifier.parse(row.get("specifier"));
      Pep440Version version = Pep440Version.parse(row.get("version"));
      boolean contained =
          switch (row.get("prereleases")) {
            case "default" -> specifier.contains(version);
            case "true" -> specifier.contains(version, true);
            default -> specifier.contains(version, false);
          };
      assertThat(contained).as("%s", row).isEqualTo(Boolean.parseBoolean(row.get("contained")));
    }
  }

  @Test
  void pep440SpecifierInvalid() {
    refuses("pep440-specifier-invalid", "specifier", Pep440Specifier::parse);
  }

  @Test
  void semverValid() {
    for (Map<String, String> row : rows("semver-valid")) {
      SemVer version = SemVer.parse(row.get("version"));
      assertSoftly(
          softly -> {
            softly.assertThat(version).hasToString(row.get("version"));
            softly.assertThat(version.major()).hasToString(row.get("major"));
            softly.assertThat(version.minor()).hasToString(row.get("minor"));
            softly.assertThat(version.patch()).hasToString(row.get("patch"));
            softly.assertThat(String.join(".", version.preRelease())).isEqualTo(row.get("pre"));
            softly.assertThat(version.isPreRelease()).isEqualTo(!row.get("pre").isEmpty());
            softly.assertThat(version.build()).isEqualTo(row.get("build"));
            softly
                .assertThat(version.refusedByCargo().isEmpty())
                .as("%s", row)
                .isEqualTo(row.get("cargo").equals("ok"));
          });
    }
  }

  @Test
  void semverInvalid() {
    refuses("semver-invalid", "version", SemVer::parse);
  }

  @Test
  void semverOrder() {
    ascends("semver-order", SemVer::parse);
  }

  @Test
  void semverBuildOrder() {
    Map<String, Integer> signs = Map.of("Less", -1, "Equal", 0, "Greater", 1);
    for (Map<String, String> row : rows("semver-build-order")) {
      SemVer a = SemVer.parse(row.get("a"));
      SemVer b = SemVer.parse(row.get("b"));
      assertThat(a.comparePrecedence(b)).isEqualTo(signs.get(row.get("precedence")));
      int total = signs.get(row.get("dtolnay_total_order"));
      assertThat(Integer.signum(a.compareTo(b))).as("%s", row).isEqualTo(total);
      assertThat(Integer.signum(b.compareTo(a))).as("%s", row).isEqualTo(-total);
    }
  }

  @Test
  void cargoReq() {
    for (Map<String, String> row : rows("cargo-req")) {
      CargoRequirement requirement = CargoRequirement.parse(row.get("requirement"));
      assertThat(requirement).hasToString(row.get("canonical"));
      assertThat(CargoRequirement.parse(requirement.toString())).isEqualTo(requirement);
      assertThat(requirement.matches(SemVer.parse(row.get("version"))))
          .as("%s", row)
          .isEqualTo(Boolean.parseBoolean(row.get("matches")));
    }
  }

  @Test
  void cargoReqInvalid() {
    refuses("cargo-req-invalid", "requirement", CargoRequirement::parse);
  }

  @Test
  void mavenOrder() {
    ascends("maven-order", MavenVersion::parse);
  }

  @Test
  void mavenCompare() {
    for (Map<String, String> row : rows("maven-compare")) {
      MavenVersion a = MavenVersion.parse(row.get("a"));
      MavenVersion b = MavenVersion.parse(row.get("b"));
      assertThat(Orders.relation(a.compareTo(b))).as("%s", row).isEqualTo(row.get("rel"));
      assertThat(a.equals(b)).as("%s", row).isEqualTo(Boolean.parseBoolean(row.get("equals")));
    }
  }

  @Test
  void mavenCanonical() {
    for (Map<String, String> row : rows("maven-canonical")) {
      MavenVersion version = MavenVersion.parse(row.get("version"));
      assertThat(version).hasToString(row.get("version"));
      assertThat(version.canonical()).as("%s", row).isEqualTo(row.get("canonical"));
    }
  }

  @Test
  void mavenRange() {
    for (Map<String, String> row : rows("maven-range")) {
      String expected = row.get("artifact");
      if (expected.startsWith("ERR")) {
        assertThatThrownBy(() -> MavenRequirement.parse(row.get("range")))
            .isInstanceOf(InvalidVersionException.class);
        continue;
      }
      MavenRequirement requirement = MavenRequirement.parse(row.get("range"));
      boolean soft = expected.equals("soft");
      assertThat(requirement.recommended().isPresent()).as("%s", row).isEqualTo(soft);
      assertThat(requirement.contains(MavenVersion.parse(row.get("version"))))
          .as("%s", row)
          .isEqualTo(soft || Boolean.parseBoolean(expected));
    }
  }
}

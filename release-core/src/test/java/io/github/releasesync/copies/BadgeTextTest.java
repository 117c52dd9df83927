package io.github.releasesync.copies;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.Ecosystem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Static badges of pre-releases: shields.io reads {@code --} as {@code -}. */
class BadgeTextTest {

  private static final List<PackageName> ENGINE =
      List.of(
          new PackageName(Ecosystem.CARGO, "engine"), new PackageName(Ecosystem.PYPI, "my-engine"));

  @ParameterizedTest
  @CsvSource({
    "badge/engine-1.1.0--beta.2-blue, 1.1.0--beta.2, 1.1.0-beta.2, cargo",
    "badge/engine-v1.1.0--beta.2-blue.svg, 1.1.0--beta.2, 1.1.0-beta.2, cargo",
    "badge/version-1.1.0--rc.1-blue, 1.1.0--rc.1, 1.1.0-rc.1, cargo",
    "badge/my--engine-1.1.0b2-blue, 1.1.0b2, 1.1.0b2, pypi",
    "badge/engine-1.1.0-blue, 1.1.0, 1.1.0, cargo",
    "badge/engine-1.1.0-beta.2-blue, 1.1.0-beta.2, 1.1.0-beta.2, cargo",
    "badge/engine-1.1.0--SNAPSHOT-blue, 1.1.0--SNAPSHOT, 1.1.0-SNAPSHOT, cargo",
    "badge/engine-1.1.0--blue-green, 1.1.0, 1.1.0, cargo"
  })
  void aBadgeIsReadAsItIsShown(String address, String raw, String stated, String ecosystem) {
    String line = "![v](https://img.shields.io/" + address + ")";

    VersionCopy copy = VersionCopies.find(SourceText.of("README.md", line), ENGINE).get(0);

    assertThat(copy.version().value()).isEqualTo(raw);
    assertThat(copy.stated()).isEqualTo(stated);
    assertThat(copy.ecosystem().word()).isEqualTo(ecosystem);
    assertThat(copy.written("1.2.0-beta.1")).isEqualTo("1.2.0--beta.1");
  }

  @Test
  void aBadgeOfAPatternIsReadAndWrittenInTheSameWay() {
    SourceText text = SourceText.of("README.md", "https://x/badge/any-1.1.0--beta.2-blue");
    CopyPattern pattern = CopyPattern.of("badge/any-{version}-blue");

    VersionCopy copy = VersionCopies.find(text, ENGINE, pattern).get(0);

    assertThat(copy.stated()).isEqualTo("1.1.0-beta.2");
    assertThat(copy.written("1.2.0-rc.1")).isEqualTo("1.2.0--rc.1");
  }

  @Test
  void elsewhereNothingIsDoubled() {
    VersionCopy copy =
        VersionCopies.find(SourceText.of("README.md", "cargo add engine@1.1.0-beta.2"), ENGINE)
            .get(0);

    assertThat(copy.written("1.2.0-rc.1")).isEqualTo("1.2.0-rc.1");
    assertThat(copy.beside().map(PackageName::name)).isEqualTo(Optional.of("engine"));
  }
}

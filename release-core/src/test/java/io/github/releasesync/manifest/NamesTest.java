package io.github.releasesync.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.manifest.cargo.CrateName;
import io.github.releasesync.manifest.python.ProjectName;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "engine, engine, engine",
    "Engine_Py, engine-py, engine_py",
    "Engine.-_Py, engine-py, engine_py",
    "a1, a1, a1",
  })
  void aProjectHasOneNormalisedName(String name, String normalized, String fileForm) {
    assertThat(ProjectName.isValid(name)).isTrue();
    assertThat(ProjectName.normalize(name)).isEqualTo(normalized);
    assertThat(ProjectName.fileForm(name)).isEqualTo(fileForm);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a.", "a b", "a\n", "é", "\u212A", "a\u0661"})
  void whatIsNotAsciiIsNoProjectName(String name) {
    assertThat(ProjectName.isValid(name)).isFalse();
  }

  @Test
  void aCrateIsKnownByItsCanonicalName() {
    assertThat(CrateName.canonical("Engine-Core_X")).isEqualTo("engine_core_x");
    assertThat(CrateName.isReserved("Proc-Macro")).isTrue();
    assertThat(CrateName.isReserved("engine")).isFalse();
  }

  @Test
  void aCrateNameHasUpToSixtyFourCharacters() {
    assertThat(CrateName.isValid("a".repeat(64))).isTrue();
    assertThat(CrateName.isValid("a".repeat(65))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_a", "-a", "1a", "a.b", "a b", "a\n", "é", "a\u0661"})
  void whatCratesIoRefusesIsNoCrateName(String name) {
    assertThat(CrateName.isValid(name)).isFalse();
  }

  @Test
  void theLocaleOfTheMachineHasNoSay() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertThat(ProjectName.normalize("INDEX")).isEqualTo("index");
      assertThat(CrateName.canonical("INDEX")).isEqualTo("index");
    } finally {
      Locale.setDefault(before);
    }
  }
}

package io.github.releasesync.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

  private static final String ONE = "pypi-AgEIcHlwaS5vcmc-one";
  private static final String OTHER = "pypi-AgEIcHlwaS5vcmc-other";

  @ParameterizedTest
  @ValueSource(strings = {"PYPI_TOKEN", "UV_PUBLISH_TOKEN", "MATURIN_PYPI_TOKEN", "TWINE_PASSWORD"})
  void theNamesOfTheOtherToolsAreKnown(String name) {
    assertThat(Credentials.pypi(Map.of(name, ONE)).orElseThrow().reveal()).isEqualTo(ONE);
  }

  @Test
  void cratesHaveCargosName() {
    assertThat(Credentials.crates(Map.of("CARGO_REGISTRY_TOKEN", ONE)).orElseThrow().reveal())
        .isEqualTo(ONE);
  }

  @Test
  void whiteSpaceAroundATokenDoesNoHarmAndIsNoDifference() {
    Map<String, String> environment = Map.of("PYPI_TOKEN", ONE + "\n", "TWINE_PASSWORD", " " + ONE);
    assertThat(Credentials.pypi(environment).orElseThrow().reveal()).isEqualTo(ONE);
  }

  @Test
  void aMissingTokenIsNamed() {
    ReleaseException refused = refused(Map.of("CARGO_REGISTRY_TOKEN", ONE));
    assertThat(refused.problem().code()).isEqualTo(Code.TOKEN_MISSING);
    assertThat(refused.problem().place().file()).isEqualTo("PYPI_TOKEN");
    assertThat(refused.problem().help().toString()).contains("TWINE_PASSWORD");
  }

  @Test
  void aBlankTokenIsNone() {
    assertThat(refused(Map.of("PYPI_TOKEN", " \n")).problem().code()).isEqualTo(Code.TOKEN_MISSING);
  }

  @Test
  void twoThatDifferAreRefusedAndNeitherIsShown() {
    ReleaseException refused = refused(Map.of("PYPI_TOKEN", ONE, "TWINE_PASSWORD", OTHER));
    assertThat(refused.problem().code()).isEqualTo(Code.TOKENS_DIFFER);
    assertThat(refused.problem().message()).contains("PYPI_TOKEN and TWINE_PASSWORD");
    assertThat(refused.problem() + refused.getMessage()).doesNotContain(ONE, OTHER, "AgEI");
  }

  @Test
  void aTokenThatCannotBeOneIsNotShown() {
    ReleaseException refused = refused(Map.of("PYPI_TOKEN", "pypi one of mine"));
    assertThat(refused.problem().code()).isEqualTo(Code.TOKEN_INVALID);
    assertThat(refused.problem() + refused.getMessage()).doesNotContain("of mine");
  }

  private static ReleaseException refused(Map<String, String> environment) {
    return catchThrowableOfType(ReleaseException.class, () -> Credentials.pypi(environment));
  }
}

package io.github.releasesync.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildEnvironmentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CARGO_REGISTRY_TOKEN",
        "CARGO_REGISTRIES_MY_MIRROR_TOKEN",
        "PYPI_TOKEN",
        "UV_PUBLISH_TOKEN",
        "MATURIN_PYPI_TOKEN",
        "TWINE_PASSWORD",
        "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
        "ACTIONS_ID_TOKEN_REQUEST_URL",
        "Pypi_Token"
      })
  void aCredentialStopsTheBuildAndIsNamedWithoutItsValue(String variable) {
    assertThatThrownBy(
            () -> BuildEnvironment.requireNoCredentials(Map.of(variable, "hunter2", "PATH", "/")))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(Code.CREDENTIAL_IN_BUILD);
              assertThat(e.problem().message()).contains(variable).doesNotContain("hunter2");
              assertThat(e.getMessage()).doesNotContain("hunter2");
            });
  }

  @Test
  void anEmptyVariableIsNoCredential() {
    assertThatCode(() -> BuildEnvironment.requireNoCredentials(Map.of("CARGO_REGISTRY_TOKEN", "")))
        .doesNotThrowAnyException();
  }

  @Test
  void aRegistrysAddressIsNoCredential() {
    assertThatCode(
            () ->
                BuildEnvironment.requireNoCredentials(
                    Map.of("CARGO_REGISTRIES_MIRROR_INDEX", "sparse+https://example.com/")))
        .doesNotThrowAnyException();
  }
}

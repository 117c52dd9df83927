package io.github.releasesync.manifest.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseExpressionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MIT",
        "MIT OR Apache-2.0",
        "(MIT OR Apache-2.0) AND BSD-3-Clause",
        "GPL-2.0+",
        "Apache-2.0 WITH LLVM-exception",
        "LicenseRef-Ours",
        "((MIT))"
      })
  void expressionsPass(String text) {
    assertThat(LicenseExpression.refusal(text, true)).isEmpty();
    assertThat(LicenseExpression.refusal(text, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MIT, Apache-2.0",
        "Apache License 2.0",
        "MIT OR",
        "OR MIT",
        "(MIT",
        "MIT)",
        ")(",
        "()",
        "MIT (Apache-2.0)",
        "GPLv3",
        "Proprietary"
      })
  void whatIsNoExpressionIsRefused(String text) {
    assertThat(LicenseExpression.refusal(text, true)).isPresent();
    assertThat(LicenseExpression.refusal(text, false)).isPresent();
  }

  @Test
  void onlyCratesIoTakesASlashAndOnlyPyPiSmallOperators() {
    assertThat(LicenseExpression.refusal("MIT/Apache-2.0", true)).isEmpty();
    assertThat(LicenseExpression.refusal("MIT/Apache-2.0", false)).isPresent();
    assertThat(LicenseExpression.refusal("MIT or Apache-2.0", true)).isPresent();
    assertThat(LicenseExpression.refusal("MIT or Apache-2.0", false)).isEmpty();
  }

  @Test
  void nestingIsNoDanger() {
    String deep = "(".repeat(100_000);
    assertThat(LicenseExpression.refusal(deep + "MIT" + deep.replace('(', ')'), true)).isEmpty();
    assertThat(LicenseExpression.refusal(deep, true)).isPresent();
  }
}

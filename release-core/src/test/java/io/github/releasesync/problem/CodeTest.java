package io.github.releasesync.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeTest {

  @Test
  void identifiersAreUniqueAndWellFormed() {
    assertThat(Stream.of(Code.values()).map(Code::id))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("RS[0-9]{3}"));
  }

  @Test
  void aCodeIsPrintedAsItsIdentifier() {
    assertThat(Code.DRIFT_SINCE_TAG).hasToString("RS102");
    assertThat(Stream.of(Code.values())).allMatch(code -> code.toString().equals(code.id()));
  }
}

package io.github.releasesync.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolTemplateTest {

  private static final Map<String, String> WORDS = Map.of("version", "{version}", "name", "engine");

  @ParameterizedTest
  @CsvSource({
    "v{{version}}, v{version}",
    "{{ name }}-{{ version }}, engine-{version}",
    "plain, plain",
    "{single}, {single}",
  })
  void wordsInBracesBecomeOurs(String theirs, String ours) {
    assertThat(ToolTemplate.ofBraces(theirs, WORDS)).isEqualTo(of(ours));
  }

  @ParameterizedTest
  @CsvSource({
    "v$version, v{version}",
    "v${version}-x, v{version}-x",
    "$name$version, engine{version}",
    "plain, plain",
  })
  void wordsAfterADollarBecomeOurs(String theirs, String ours) {
    assertThat(ToolTemplate.ofDollars(theirs, WORDS)).isEqualTo(of(ours));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{{date}}", "v{{version", "{{ version | upper }}", "{{}}", "{{version}} {{x}}"})
  void whatIsNotKnownInBracesIsNamed(String theirs) {
    assertThat(ToolTemplate.ofBraces(theirs, WORDS).obstacle()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"$major.$minor", "costs $", "${", "$$version", "$versions"})
  void whatIsNotKnownAfterADollarIsNamed(String theirs) {
    assertThat(ToolTemplate.ofDollars(theirs, WORDS).obstacle()).isPresent();
  }

  @Test
  void theUnknownWordIsSaid() {
    assertThat(ToolTemplate.ofBraces("a {{date}} b", WORDS).obstacle())
        .contains("no word for `{{date}}`");
  }

  private static ToolTemplate of(String text) {
    return new ToolTemplate(text, Optional.empty());
  }
}

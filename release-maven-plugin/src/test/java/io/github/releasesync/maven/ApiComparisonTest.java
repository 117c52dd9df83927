package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The comparison of release-core with its last release, which has to begin with the first one. */
class ApiComparisonTest {

  private static final Pattern RELEASE = Pattern.compile("(?m)^## \\[?\\d+\\.\\d+");

  @Test
  void theFirstReleaseTakesOutTheLineThatSkipsIt() throws IOException {
    boolean released = RELEASE.matcher(Files.readString(Path.of("..", "CHANGELOG.md"))).find();
    boolean skipped =
        Files.readString(Path.of("..", "pom.xml")).contains("<japicmp.skip>true</japicmp.skip>");
    assertThat(skipped).as("japicmp.skip in the root POM").isNotEqualTo(released);
  }
}

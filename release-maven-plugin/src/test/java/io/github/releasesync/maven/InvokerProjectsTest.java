package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every invoker project needs, since Maven would run it without. */
class InvokerProjectsTest {

  @Test
  void everyProjectVerifiesMoreThanTheExitCode() throws IOException {
    assertThat(projects()).isNotEmpty().allMatch(project -> has(project, "verify.groovy"));
  }

  @Test
  void everyProjectBecomesARepositoryOfItsOwn() throws IOException {
    assertThat(projects()).isNotEmpty().allMatch(project -> has(project, "setup.groovy"));
  }

  private static List<Path> projects() throws IOException {
    Path projects = Path.of("..", "it", "src", "it");
    assumeTrue(Files.isDirectory(projects), "no it/src/it beside this module");
    try (Stream<Path> entries = Files.list(projects)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static boolean has(Path project, String script) {
    return Files.isRegularFile(project.resolve(script));
  }
}

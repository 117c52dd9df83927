package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The Mavens that release-sync is built and tried with: properties of the root POM, also where a
 * property cannot be written.
 */
class MavenVersionsTest {

  private static final Path ROOT = Path.of("..");

  @Test
  void theProfileOfMaven4IsActiveOnThatVersion() throws IOException {
    String pom = Files.readString(ROOT.resolve("it/pom.xml"));
    assertThat(all(pom, "<name>maven\\.version</name>\\s*<value>([^<]+)</value>"))
        .containsExactly(versions().get("version.maven-4"));
  }

  @Test
  void theWorkflowRunsOnEachOfThemAndOnNoOther() throws IOException {
    String workflow = Files.readString(ROOT.resolve(".github/workflows/ci.yml"));
    assertThat(all(workflow, ", maven: ([^ ]+) }"))
        .containsOnly(versions().values().toArray(String[]::new));
  }

  private static Map<String, String> versions() throws IOException {
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    return List.of("version.maven-floor", "version.maven", "version.maven-3.10", "version.maven-4")
        .stream()
        .collect(Collectors.toMap(Function.identity(), name -> value(pom, name)));
  }

  private static String value(String pom, String name) {
    return all(pom, "<" + Pattern.quote(name) + ">([^<]+)<").get(0);
  }

  private static List<String> all(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
  }
}

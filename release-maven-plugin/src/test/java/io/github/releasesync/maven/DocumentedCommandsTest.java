package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the manual tells to type is not refused by the goals that it calls. */
class DocumentedCommandsTest {

  private static final Pattern COMMAND = Pattern.compile("(?m)(?:^ {4,}|`)(mvn [^`\\n]+)");
  private static final Pattern GOAL =
      Pattern.compile("release-sync(?:-maven-plugin:[^\\s:]+)?:([a-z]+)");
  private static final Pattern PROPERTY = Pattern.compile("-Drelease-sync\\.(\\w+)");

  @Test
  void everyPropertyIsOneOfACalledGoal() throws IOException {
    List<String> commands = commands();
    List<String> refused = new ArrayList<>();
    for (String command : commands) {
      Set<String> known =
          all(GOAL, command).stream()
              .flatMap(goal -> GoalParametersTest.contract(goal).stream())
              .collect(Collectors.toSet());
      if (all(GOAL, command).contains("publish")) {
        known.add("live");
      }
      if (!known.containsAll(all(PROPERTY, command))) {
        refused.add(command);
      }
    }

    assertThat(commands).hasSizeGreaterThan(20);
    assertThat(refused).isEmpty();
  }

  private static List<String> commands() throws IOException {
    Path root = Path.of("..");
    assumeTrue(Files.isDirectory(root.resolve("src/site")), "no manual beside this module");
    List<Path> pages = new ArrayList<>(List.of(root.resolve("README.md")));
    try (Stream<Path> files = Files.walk(root.resolve("src/site"))) {
      files.filter(file -> file.toString().matches(".*\\.md(\\.vm)?")).forEach(pages::add);
    }
    List<String> commands = new ArrayList<>();
    for (Path page : pages) {
      all(COMMAND, Files.readString(page)).stream()
          .filter(command -> PROPERTY.matcher(command).find() && GOAL.matcher(command).find())
          .forEach(commands::add);
    }
    return commands;
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }
}

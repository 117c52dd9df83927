package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A goal builds a request, calls the library once and maps the outcome: nothing else fits in. */
class ThinGoalTest {

  private static final int MAX_LINES_OF_CODE = 80;

  static List<Path> goalSources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      return files.filter(file -> file.getFileName().toString().endsWith("Mojo.java")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("goalSources")
  void aGoalHasAtMostEightyLinesOfCode(Path source) throws IOException {
    assertThat(linesOfCode(Files.readAllLines(source))).hasSizeLessThanOrEqualTo(MAX_LINES_OF_CODE);
  }

  @Test
  void commentsImportsAndBlankLinesAreNotCode() {
    List<String> source =
        """
        package a;

        import java.util.List;

        /** What it is. */
        /*
         * Two lines
         * of it.
         */
        public final class A { // why
          // because
          private List<String> names;
        }
        """
            .lines()
            .toList();

    assertThat(linesOfCode(source))
        .containsExactly("public final class A { // why", "  private List<String> names;", "}");
  }

  /** Good enough for sources that google-java-format has laid out. */
  private static List<String> linesOfCode(List<String> source) {
    List<String> code = new ArrayList<>();
    boolean inComment = false;
    for (String line : source) {
      String text = line.strip();
      if (inComment) {
        inComment = !text.contains("*/");
      } else if (text.startsWith("/*")) {
        inComment = !text.contains("*/");
      } else if (!text.isEmpty()
          && !text.startsWith("//")
          && !text.startsWith("import ")
          && !text.startsWith("package ")) {
        code.add(line);
      }
    }
    return code;
  }
}

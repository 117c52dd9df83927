package io.github.releasesync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.problem.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every code is met by a test: it stands in what a golden case must report, or it is what a test
 * expects of an exception or a finding, in the form {@code isEqualTo(Code.X)}, {@code
 * contains...(Code.X} or {@code assertRefused(Code.X, ...)}.
 */
class EveryCodeIsProducedTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path TESTS = Path.of("src/test/java");

  @ParameterizedTest
  @EnumSource(Code.class)
  void someTestProducesIt(Code code) {
    String reported = "\"rule\": \"" + code.id() + "\"";
    boolean golden = texts(GOLDEN, "check.json").anyMatch(text -> text.contains(reported));
    String stopped = "error[" + code.id() + "]";
    boolean stops =
        texts(GOLDEN, "out.txt")
            .flatMap(String::lines)
            .map(line -> line.replaceFirst("^\\[(ERROR|FAILURE)] ", ""))
            .anyMatch(line -> line.startsWith(stopped));
    boolean expected =
        texts(TESTS, "Test.java")
            .map(text -> text.replaceAll("\\s", ""))
            .anyMatch(
                text ->
                    text.contains("assertRefused(Code." + code.name() + ",")
                        || List.of("isEqualTo(", "contains(", "containsExactly(").stream()
                            .anyMatch(
                                assertion ->
                                    text.contains(assertion + "Code." + code.name() + ")")
                                        || text.contains(assertion + "\"" + stopped)));
    assertThat(golden || stops || expected)
        .as("%s %s is produced by a test", code.id(), code.name())
        .isTrue();
  }

  private static Stream<String> texts(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .filter(file -> !file.endsWith("EveryCodeIsProducedTest.java"))
          .toList()
          .stream()
          .map(EveryCodeIsProducedTest::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.sourceforge.pmd.cpd.CPDConfiguration;
import net.sourceforge.pmd.cpd.CpdAnalysis;
import net.sourceforge.pmd.cpd.Mark;
import net.sourceforge.pmd.cpd.Match;
import net.sourceforge.pmd.lang.java.JavaLanguageModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Code that is written twice in the main sources of the library and the plugin, found by PMD's
 * copy/paste detector: none over {@value #LINES} lines but what {@code duplicates.txt} lists with a
 * reason, each pair by the names of its two files' types.
 */
class DuplicationTest {

  private static final int LINES = 12;

  /** What has fewer and is longer is comments between fields or imports of the same kind. */
  private static final int TOKENS = 40;

  private static final List<Path> SOURCES =
      List.of(Path.of("..", "release-core", "src", "main", "java"), Path.of("src", "main", "java"));

  @Test
  void nothingIsWrittenTwiceButWhatTheListSays() throws IOException {
    Map<String, String> reasons = reasons();
    Map<String, List<String>> found = found(SOURCES);
    assertThat(reasons).allSatisfy((pair, reason) -> assertThat(reason).as(pair).isNotBlank());
    Map<String, List<String>> unlisted = new TreeMap<>(found);
    unlisted.keySet().removeAll(reasons.keySet());
    assertThat(unlisted).as("written twice, and not in duplicates.txt").isEmpty();
    assertThat(new TreeSet<>(reasons.keySet()))
        .as("in duplicates.txt, though written twice no more")
        .isSubsetOf(found.keySet());
  }

  @Test
  void aPieceOverTheLimitIsFoundAndAShorterOneIsNot(@TempDir Path folder) throws IOException {
    write(folder, "One", LINES);
    write(folder, "Two", LINES);
    write(folder, "Short", LINES / 2);
    assertThat(found(List.of(folder))).containsOnlyKeys("One Two");
  }

  private static void write(Path folder, String type, int statements) throws IOException {
    StringBuilder text = new StringBuilder("class " + type + " {\n  int sum(int a) {\n");
    for (int i = 0; i < statements; i++) {
      text.append("    a = a + ").append(i).append(" * a;\n");
    }
    Files.writeString(folder.resolve(type + ".java"), text.append("    return a;\n  }\n}\n"));
  }

  private static Map<String, String> reasons() throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("src", "test", "resources", "duplicates.txt"))) {
      if (!line.startsWith("#") && !line.isBlank()) {
        int colon = line.indexOf(':');
        assertThat(colon).as(line).isPositive();
        String before = reasons.put(line.substring(0, colon), line.substring(colon + 1).strip());
        assertThat(before).as("twice in duplicates.txt: %s", line).isNull();
      }
    }
    return reasons;
  }

  private static Map<String, List<String>> found(List<Path> sources) throws IOException {
    CPDConfiguration configuration = new CPDConfiguration();
    configuration.setOnlyRecognizeLanguage(JavaLanguageModule.getInstance());
    configuration.setMinimumTileSize(TOKENS);
    Map<String, List<String>> found = new TreeMap<>();
    try (CpdAnalysis analysis = CpdAnalysis.create(configuration)) {
      for (Path source : sources) {
        assertThat(analysis.files().addFileOrDirectory(source)).as(source.toString()).isTrue();
      }
      analysis.performAnalysis(
          report -> {
            assertThat(report.getProcessingErrors()).isEmpty();
            assertThat(report.getNumberOfTokensPerFile()).hasSameSizeAs(files(sources));
            report.getMatches().stream()
                .filter(match -> match.getLineCount() > LINES)
                .forEach(match -> addPairs(match, found));
          });
    }
    return found;
  }

  private static List<Path> files(List<Path> sources) {
    return sources.stream().flatMap(DuplicationTest::files).toList();
  }

  private static Stream<Path> files(Path source) {
    try (Stream<Path> files = Files.walk(source)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addPairs(Match match, Map<String, List<String>> found) {
    List<Mark> marks = new ArrayList<>(match.getMarkSet());
    for (int i = 0; i < marks.size(); i++) {
      for (int j = i + 1; j < marks.size(); j++) {
        Mark one = marks.get(i);
        Mark other = marks.get(j);
        String pair = String.join(" ", Stream.of(type(one), type(other)).sorted().toList());
        found
            .computeIfAbsent(pair, p -> new ArrayList<>())
            .add(
                "%d lines, %d and %d"
                    .formatted(
                        match.getLineCount(),
                        one.getLocation().getStartLine(),
                        other.getLocation().getStartLine()));
      }
    }
  }

  private static String type(Mark mark) {
    return mark.getLocation().getFileId().getFileName().replace(".java", "");
  }
}

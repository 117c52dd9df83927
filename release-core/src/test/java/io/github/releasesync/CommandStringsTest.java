package io.github.releasesync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only a front end knows how its commands are typed: elsewhere they are values. */
class CommandStringsTest {

  private static final Path SOURCES = Path.of("src/main/java/io/github/releasesync");

  /** String literals, and what can hide or imitate one. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\n]*|/\\*(?s:.*?)\\*/|'(?:\\\\.|[^'\\\\])+'"
              + "|(?:\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*+\")");

  private static final Pattern COMMAND =
      Pattern.compile("\\bmvn |\\brelease-sync:[a-z]|-Drelease-sync\\b");

  @Test
  void commandsAndOptionsAreWordedInReportAlone() throws IOException {
    Set<String> found = new TreeSet<>();
    int files = 0;
    try (Stream<Path> walk = Files.walk(SOURCES)) {
      for (Path file :
          (Iterable<Path>) walk.filter(f -> f.toString().endsWith(".java"))::iterator) {
        files++;
        String name = SOURCES.relativize(file).toString().replace('\\', '/');
        if (!name.startsWith("report/") && hasCommand(Files.readString(file))) {
          found.add(name);
        }
      }
    }
    assertThat(files).isGreaterThan(300);
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = \"run mvn release-sync:sync\";",
        "x = \"\\\"mvn \" + y;",
        "x = '\"'; y = \"release-sync:next\";",
        "x = \"https://a\"; y = \"-Drelease-sync.\" + name;",
        "x = \"\"\"\n  say \"a\"\n  -Drelease-sync.level=patch\"\"\";"
      })
  void aCommandInAStringIsSeen(String source) {
    assertThat(hasCommand(source)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/** Such as {@code mvn release-sync:sync}, or \"mvn x\". */ int x;",
        "// \"mvn release-sync:sync\"\nint x;",
        "x = \"release-sync: rollback\";",
        "x = \"release-sync.level\";"
      })
  void whatIsNoCommandIsLeft(String source) {
    assertThat(hasCommand(source)).isFalse();
  }

  private static boolean hasCommand(String source) {
    return TOKEN
        .matcher(source)
        .results()
        .map(MatchResult::group)
        .filter(token -> token.startsWith("\""))
        .anyMatch(text -> COMMAND.matcher(text).find());
  }
}

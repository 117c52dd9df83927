package io.github.releasesync.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * Test data that is not part of the project: the folder {@code shared} beside the repository's
 * root, or the one that the system property {@code release-sync.shared} names. A test that needs a
 * file of it is skipped, by the file's name, where there is none.
 */
public final class Shared {

  private Shared() {}

  /** The file, or an aborted test. */
  public static Path require(String relative) {
    Path file = folder().resolve(relative);
    Assumptions.assumeTrue(Files.exists(file), () -> relative + " is not there: " + file);
    return file;
  }

  /** The rows of a TSV file by column name, escapes decoded. */
  public static List<Map<String, String>> tsv(String relative) {
    try {
      List<String> lines =
          Files.readAllLines(require(relative)).stream()
              .dropWhile(line -> line.startsWith("# "))
              .toList();
      List<String> columns = cells(lines.get(0));
      return lines.stream().skip(1).map(line -> row(columns, cells(line))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    String named = System.getProperty("release-sync.shared");
    if (named != null) {
      return Path.of(named);
    }
    Path root = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    while (root.getParent() != null && !Files.exists(root.resolve(".git"))) {
      root = root.getParent();
    }
    return root.resolveSibling("shared");
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\t", -1)).map(Shared::decoded).toList();
  }

  private static Map<String, String> row(List<String> columns, List<String> cells) {
    List<String> padded = new ArrayList<>(cells);
    while (padded.size() < columns.size()) {
      padded.add("");
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i), padded.get(i));
    }
    return row;
  }

  private static String decoded(String cell) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      i++;
      switch (cell.charAt(i)) {
        case 't' -> text.append('\t');
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case '\\' -> text.append('\\');
        case 'u' -> {
          text.append((char) Integer.parseInt(cell.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> throw new IllegalArgumentException("unknown escape in " + cell);
      }
    }
    return text.toString();
  }
}

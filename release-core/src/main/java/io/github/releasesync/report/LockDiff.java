package io.github.releasesync.report;

import io.github.releasesync.text.LineDiff;
import io.github.releasesync.text.Printable;
import io.github.releasesync.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions that change in a lock, with the names of their packages: the changed lines alone say
 * nothing of whose they are.
 */
final class LockDiff {

  private static final Set<String> LOCKS = Set.of("Cargo.lock", "uv.lock");
  private static final Pattern VERSION = Pattern.compile("version = \"([^\"]*)\"");
  private static final Pattern NAME = Pattern.compile("name = \"([^\"]*)\"");

  /** More packages of one change are one row. */
  private static final int MOST_ROWS = 5;

  private static final int MOST_NAMES = 4;

  private final Map<String, List<Row>> byChange = new LinkedHashMap<>();

  /** A package and the line of its version. */
  private record Row(int line, String name) {}

  /** Whether a file is a lock. */
  static boolean isLock(String path) {
    return LOCKS.contains(path.substring(path.lastIndexOf('/') + 1));
  }

  /** Takes a hunk that changes one version and nothing else. */
  boolean take(List<String> before, List<String> after, LineDiff.Hunk hunk) {
    if (hunk.removed() != 1 || hunk.added() != 1) {
      return false;
    }
    Matcher then = VERSION.matcher(before.get(hunk.before()));
    Matcher now = VERSION.matcher(after.get(hunk.after()));
    Optional<String> name = name(after, hunk.after());
    if (!then.matches() || !now.matches() || name.isEmpty()) {
      return false;
    }
    byChange
        .computeIfAbsent(then.group(1) + " -> " + now.group(1), change -> new ArrayList<>())
        .add(new Row(hunk.after() + 1, name.get()));
    return true;
  }

  private static Optional<String> name(List<String> lines, int version) {
    if (version == 0) {
      return Optional.empty();
    }
    Matcher name = NAME.matcher(lines.get(version - 1));
    return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
  }

  /** A row for each package, or for each change of many. */
  List<ReportLine> lines() {
    List<ReportLine> lines = new ArrayList<>();
    byChange.forEach(
        (change, rows) -> {
          if (rows.size() > MOST_ROWS) {
            List<String> names = rows.stream().map(Row::name).toList();
            lines.add(row(rows.get(0).line(), Words.listAndRest(names, MOST_NAMES), change));
          } else {
            rows.forEach(row -> lines.add(row(row.line(), row.name(), change)));
          }
        });
    return lines;
  }

  private static ReportLine row(int line, String names, String change) {
    return ReportLine.info(
        String.format("  %4d   %s %s", line, Printable.of(names), Printable.of(change)));
  }
}

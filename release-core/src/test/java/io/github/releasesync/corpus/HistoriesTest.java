package io.github.releasesync.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.goal.CheckRequest;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.testing.GitSandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Releases of real repositories, replayed in the order in which they were tagged. Each error that
 * check reports was judged once by hand, in {@code histories.tsv}: {@code right} where a maintainer
 * would agree, {@code wrong} where it is a fault of ours that is known.
 */
class HistoriesTest {

  /** What the bundles leave out on purpose, the files that manifests name, is no drift. */
  private static final String MISSING_FILE = Code.NAMED_FILE_MISSING.id();

  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());

  @TempDir Path temp;

  @Test
  void everyErrorOfARealReleaseIsOneThatWasJudged() throws IOException {
    List<String[]> judged = judged();
    List<String> repositories = judged.stream().map(row -> row[0]).distinct().toList();
    SortedSet<String> found = new TreeSet<>();
    int releases = 0;
    for (Path bundle : History.all()) {
      if (repositories.contains(Bundles.repository(bundle))) {
        History history = new History(bundle, temp.toRealPath());
        history.replay((tag, moment) -> found.addAll(errors(history, tag, moment)));
        releases += history.releases();
      }
    }
    System.out.printf(
        "%d histories, %d releases: %d errors, of those judged %d are right, %d wrong%n",
        repositories.size(),
        releases,
        found.size(),
        expected(judged, "right").size(),
        expected(judged, "wrong").size());

    SortedSet<String> expected = expected(judged, "right");
    expected.addAll(expected(judged, "wrong"));
    assertThat(found).isEqualTo(expected);
  }

  private List<String> errors(History history, String tag, History.Moment moment) {
    return releaser
        .check(CheckRequest.of(history.git().directory()))
        .assessment()
        .findings()
        .stream()
        .filter(f -> f.severity() == Severity.ERROR && !f.code().id().equals(MISSING_FILE))
        .map(f -> row(history.repository(), f, moment.name(), tag))
        .toList();
  }

  private static String row(String repository, Problem finding, String moment, String tag) {
    String file = finding.place().toString().replaceFirst("(:\\d+)+$", "");
    return String.join(" ", repository, finding.code().id(), file, moment, tag);
  }

  private static SortedSet<String> expected(List<String[]> judged, String judgment) {
    return judged.stream()
        .filter(row -> row[4].equals(judgment))
        .flatMap(
            row ->
                Stream.of(row[5].split(" "))
                    .map(tag -> String.join(" ", row[0], row[1], row[2], row[3], tag)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String[]> judged() throws IOException {
    try (InputStream in = HistoriesTest.class.getResourceAsStream("/histories.tsv")) {
      List<String[]> rows = new ArrayList<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .forEach(line -> rows.add(line.split("\t")));
      return rows;
    }
  }
}

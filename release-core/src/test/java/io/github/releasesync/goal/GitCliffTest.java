package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.changelog.ChangelogEntry;
import io.github.releasesync.changelog.CommitKinds;
import io.github.releasesync.facts.Unreleased;
import io.github.releasesync.facts.UnreleasedReader;
import io.github.releasesync.history.CommitSummary;
import io.github.releasesync.history.ReleaseEntries;
import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonValue;
import io.github.releasesync.next.NextRelease;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.RandomCommits;
import io.github.releasesync.testing.RandomCommits.Reason;
import io.github.releasesync.testing.Toolchains;
import io.github.releasesync.version.CommitImpact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is released next and what a changelog is told, beside git-cliff on the same random commits:
 * the same entries and the same level, but for what the manual says.
 */
class GitCliffTest {

  private static final int HISTORIES = 24;

  /** Every conventional commit, without the groups and the exceptions of its own configuration. */
  private static final String CONFIGURATION =
      """
      [changelog]
      body = ""
      [git]
      conventional_commits = true
      filter_unconventional = true
      commit_parsers = []
      """;

  private static final String CHANGED = "Changed";
  private static final String RELEASED = "1.0.0";

  private static final List<String> TYPES =
      List.of("feat", "fix", "perf", "docs", "chore", "refactor", "test", "build", "ci", "revert");

  /** An entry of a changelog; what breaks has the section Changed, else it is that of its type. */
  private record Told(String commit, String section, String scope, String text, boolean breaking) {

    CommitImpact change() {
      return breaking
          ? CommitImpact.BREAKING
          : switch (section) {
            case "feat" -> CommitImpact.FEATURE;
            case "fix", "perf" -> CommitImpact.FIX;
            default -> CommitImpact.NONE;
          };
    }
  }

  @TempDir Path temp;
  private final Map<Reason, Integer> differences = new EnumMap<>(Reason.class);
  private int same;
  private final List<String> otherLevels = new ArrayList<>();

  @Test
  void theSameEntriesAndLevelAsGitCliffButForWhatTheManualSays() throws IOException {
    Path cliff = Toolchains.require("git-cliff");
    for (int seed = 1; seed <= HISTORIES; seed++) {
      GitSandbox git = GitSandbox.init(temp.resolve("r" + seed));
      Map<String, Set<Reason>> reasons = new RandomCommits(git, seed).reasons();
      JsonValue context = context(cliff, git);
      List<Told> ours = ours(git);
      List<Told> theirs = theirs(context);
      compareEntries(seed, ours, theirs, reasons);
      NextRelease next = next(git);
      assertCounts(seed, next.changes().orElseThrow(), ours, reasons);
      compareLevels(
          seed,
          !reasons.isEmpty(),
          greatest(ours, reasons),
          next.next().map(Object::toString).orElse(RELEASED),
          asGitCliff(theirs),
          context.get("version").string());
    }
    System.out.printf(
        "git-cliff, %d histories: %d entries the same, differences %s; other levels %s%n",
        HISTORIES, same, differences, otherLevels);
    assertThat(differences)
        .containsOnlyKeys(
            Reason.TAKEN_BACK, Reason.TAKES_BACK, Reason.SQUASHED, Reason.EMPTY_BREAKING);
  }

  private void compareEntries(
      int seed, List<Told> ours, List<Told> theirs, Map<String, Set<Reason>> reasons) {
    Map<String, List<Told>> ourOf = byCommit(ours);
    Map<String, List<Told>> theirOf = byCommit(theirs);
    Set<String> ids = new TreeSet<>(ourOf.keySet());
    ids.addAll(theirOf.keySet());
    for (String id : ids) {
      List<Told> our = ourOf.getOrDefault(id, List.of());
      List<Told> their = theirOf.getOrDefault(id, List.of());
      if (our.equals(their)) {
        same += our.size();
      } else {
        Set<Reason> why = reasons.getOrDefault(id, Set.of());
        assertThat(why).as("why seed %s differs: %s, not %s", seed, our, their).isNotEmpty();
        assertDiffersAsStated(why, our, their);
        why.forEach(reason -> differences.merge(reason, 1, Integer::sum));
      }
    }
  }

  /** Each version is what its own entries ask for; only what the manual names may part them. */
  private void compareLevels(
      int seed,
      boolean differs,
      CommitImpact ours,
      String ourVersion,
      CommitImpact theirs,
      String theirVersion) {
    assertThat(ourVersion).as("ours of seed %s", seed).isEqualTo(after(ours));
    assertThat(theirVersion).as("git-cliff's of seed %s", seed).isEqualTo("v" + after(theirs));
    if (ours != theirs) {
      otherLevels.add(ours + " for " + theirs);
      boolean nothingForUsers = ours == CommitImpact.NONE && theirs == CommitImpact.FIX;
      assertThat(differs || nothingForUsers).as("level of seed %s", seed).isTrue();
    }
  }

  @Test
  void theManualSaysWhatDiffers() throws IOException {
    for (Reason reason : Reason.values()) {
      assertThat(Files.readString(Path.of("../src/site/markdown", reason.page())))
          .contains(reason.sentence());
    }
    assertThat(Files.readString(Path.of("../src/site/markdown/next.md")))
        .contains("git-cliff a patch for each conventional one");
  }

  private static void assertDiffersAsStated(Set<Reason> reasons, List<Told> our, List<Told> their) {
    if (reasons.contains(Reason.TAKEN_BACK) || reasons.contains(Reason.TAKES_BACK)) {
      assertThat(our).as("told, though taken back").isEmpty();
    } else {
      assertThat(reasons).containsAnyOf(Reason.SQUASHED, Reason.EMPTY_BREAKING);
      assertThat(their).as("conventional for git-cliff").isEmpty();
    }
  }

  private static JsonValue context(Path cliff, GitSandbox git) throws IOException {
    // Outside the work tree: nothing may differ there.
    Path configuration = git.directory().resolveSibling("cliff.toml");
    Files.writeString(configuration, CONFIGURATION);
    var result =
        Toolchains.run(
            git.directory(),
            Map.of("HOME", git.directory().toString()),
            List.of(
                cliff.toString(),
                "--config",
                configuration.toString(),
                "--offline",
                "--unreleased",
                "--bump",
                "--context"));
    assertThat(result.succeeded()).as(result.errorText()).isTrue();
    return new Json().read(result.outputText()).list().get(0);
  }

  private static List<Told> theirs(JsonValue context) {
    List<Told> told = new ArrayList<>();
    for (JsonValue commit : context.get("commits").list()) {
      boolean breaking = commit.get("breaking").bool();
      String type = commit.get("group").string().toLowerCase(Locale.ROOT);
      String text = commit.get("message").string();
      JsonValue note = commit.get("breaking_description");
      String whole =
          note.isNull() || note.string().equals(text) ? text : text + " " + note.string();
      told.add(
          new Told(
              commit.get("id").string(),
              breaking ? CHANGED : type,
              commit.get("scope").isNull() ? "" : commit.get("scope").string(),
              line(whole),
              breaking));
    }
    return told;
  }

  /** What prepare tells the changelog, with a section for every type. */
  private static List<Told> ours(GitSandbox git) {
    Unreleased unreleased = new UnreleasedReader(git.open(), git.directory()).read(Settings.none());
    CommitKinds kinds =
        CommitKinds.DEFAULT.with(
            TYPES.stream().collect(Collectors.toMap(Function.identity(), Function.identity())));
    GroupTags tags = unreleased.groups().get(0);
    List<ChangelogEntry> entries =
        new ReleaseEntries(git.open(), git.directory(), kinds)
            .since(
                unreleased.workspace(),
                List.of(tags.group()),
                tags.group(),
                tags.last().orElseThrow().tag().commit());
    return entries.stream()
        .map(
            entry ->
                new Told(
                    entry.commit().orElseThrow(),
                    entry.section(),
                    entry.scope().orElse(""),
                    line(entry.text()),
                    entry.breaking()))
        .toList();
  }

  private static String line(String text) {
    return String.join(" ", text.strip().split("\\s+"));
  }

  private static Map<String, List<Told>> byCommit(List<Told> told) {
    return told.stream().collect(Collectors.groupingBy(Told::commit));
  }

  private static NextRelease next(GitSandbox git) {
    return new ReleaseSync(GitSandbox.runner())
        .next(
            new NextRequest(
                git.directory(),
                Optional.of(git.directory()),
                Optional.empty(),
                Settings.none(),
                "auto"))
        .next()
        .releases()
        .get(0);
  }

  private static CommitImpact greatest(List<Told> ours, Map<String, Set<Reason>> reasons) {
    CommitImpact told =
        ours.stream().map(Told::change).max(Comparator.naturalOrder()).orElse(CommitImpact.NONE);
    boolean undone =
        reasons.values().stream().anyMatch(set -> set.equals(Set.of(Reason.TAKES_BACK_A_RELEASE)));
    return undone && told == CommitImpact.NONE ? CommitImpact.FIX : told;
  }

  /** Each commit counts once, with its greatest change. */
  private static void assertCounts(
      int seed, CommitSummary changes, List<Told> ours, Map<String, Set<Reason>> reasons) {
    Map<CommitImpact, Integer> counts = new TreeMap<>();
    byCommit(ours)
        .forEach((id, entries) -> counts.merge(greatest(entries, Map.of()), 1, Integer::sum));
    reasons.values().stream()
        .filter(set -> set.equals(Set.of(Reason.TAKES_BACK_A_RELEASE)))
        .forEach(set -> counts.merge(CommitImpact.FIX, 1, Integer::sum));
    for (CommitImpact change :
        List.of(CommitImpact.BREAKING, CommitImpact.FEATURE, CommitImpact.FIX)) {
      assertThat(changes.count(change))
          .as("%s of seed %s", change, seed)
          .isEqualTo(counts.getOrDefault(change, 0));
    }
    assertThat(changes.takenBack())
        .as("taken back of seed %s", seed)
        .isEqualTo(
            (int) reasons.values().stream().filter(s -> s.contains(Reason.TAKEN_BACK)).count());
  }

  /** It releases a patch for any conventional commit. */
  private static CommitImpact asGitCliff(List<Told> theirs) {
    return theirs.stream()
        .map(told -> told.change() == CommitImpact.NONE ? CommitImpact.FIX : told.change())
        .max(Comparator.naturalOrder())
        .orElse(CommitImpact.NONE);
  }

  private static String after(CommitImpact change) {
    return switch (change) {
      case BREAKING -> "2.0.0";
      case FEATURE -> "1.1.0";
      case FIX -> "1.0.1";
      case NONE -> RELEASED;
    };
  }
}

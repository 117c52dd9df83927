package io.github.releasesync.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.testing.GoldenCase;
import io.github.releasesync.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A folder for each case, below {@code golden/changelog}: {@code in.md} is the changelog, {@code
 * fragments} and {@code entries.txt} say what is new, {@code template.md} is its template, {@code
 * out.md} is what must come out, or {@code out.txt} the refusal, {@code notes.md} the release notes.
 *
 * <p>A line of {@code entries.txt} is a commit: {@code ID type(scope)!: description ~ what breaks
 * @packages}.
 */
class ChangelogGoldenTest {

  private static final Path CASES = Path.of("src/test/resources/golden/changelog");

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return GoldenCase.below(CASES).stream()
        .map(path -> dynamicTest(path.getFileName().toString(), () -> check(path)));
  }

  private static void check(Path folder) throws IOException {
    GoldenCase golden = new GoldenCase(folder);
    String version = golden.property("version", "");
    ChangelogRelease release =
        new ChangelogRelease(
            version,
            LocalDate.of(2026, 3, 9),
            golden.property("tag", "v" + version),
            given(golden, "previousTag"),
            given(golden, "repository"),
            given(golden, "name"));
    String file = golden.property("file", "CHANGELOG.md");
    ChangelogEdit cut;
    try {
      cut = cut(folder, golden, file, release);
    } catch (ReleaseException e) {
      golden.assertPrinted(
          String.format(
              "error[%s] %s: %s; %s%n",
              e.problem().code().id(),
              e.problem().place(),
              e.problem().message(),
              e.problem().help().toString()));
      return;
    }
    golden.assertFile("out.md", new String(cut.text().bytes(), "UTF-8"));
    assertThat(folder.resolve("out.txt")).doesNotExist();
    if (golden.property("notes", "").equals("true")) {
      golden.assertFile("notes.md", new ReleaseNotes(release, cut.summary(), cut.entries()).text());
    }
  }

  private static ChangelogEdit cut(
      Path folder, GoldenCase golden, String file, ChangelogRelease release) throws IOException {
    Path template = folder.resolve("template.md");
    ChangelogWriter writer =
        new ChangelogWriter(
            Files.exists(template)
                ? Optional.of(
                    ChangelogTemplate.parse(
                        SourceText.of("template.md", Files.readString(template))))
                : Optional.empty(),
            golden.property("merge", "").equals("true"));
    List<ChangelogEntry> entries = new ArrayList<>(fragments(folder.resolve("fragments")));
    entries.addAll(commits(folder.resolve("entries.txt")));
    return golden.property("create", "").equals("true")
        ? writer.create(file, release, entries)
        : writer.cut(
            Changelog.parse(SourceText.decode(file, Files.readAllBytes(folder.resolve("in.md")))),
            release,
            entries);
  }

  private static Optional<String> given(GoldenCase golden, String name) {
    return Optional.of(golden.property(name, "")).filter(value -> !value.isEmpty());
  }

  private static List<ChangelogEntry> fragments(Path folder) throws IOException {
    List<ChangelogEntry> entries = new ArrayList<>();
    if (Files.exists(folder)) {
      for (Path file : GoldenCase.below(folder)) {
        ChangelogFragment.of(
                SourceText.of("changelog.d/" + file.getFileName(), Files.readString(file)))
            .ifPresent(fragment -> entries.addAll(fragment.entries()));
      }
    }
    return entries;
  }

  private static List<ChangelogEntry> commits(Path file) throws IOException {
    List<ChangelogEntry> entries = new ArrayList<>();
    if (Files.exists(file)) {
      Files.readAllLines(file).forEach(line -> commit(line).ifPresent(entries::add));
    }
    return entries;
  }

  private static Optional<ChangelogEntry> commit(String line) {
    String[] packages = line.split(" @", 2);
    String[] notes = packages[0].split(" ~ ", 2);
    String[] parts = notes[0].split(" ", 2);
    int colon = parts[1].indexOf(": ");
    String head = parts[1].substring(0, colon).replace("!", "");
    boolean breaking = parts[1].charAt(colon - 1) == '!';
    int open = head.indexOf('(');
    String description = parts[1].substring(colon + 2);
    return CommitKinds.DEFAULT
        .section(open < 0 ? head : head.substring(0, open), breaking)
        .map(
            section ->
                ChangelogEntry.ofCommit(
                    section,
                    description,
                    breaking
                        ? Optional.of(notes.length > 1 ? notes[1] : description)
                        : Optional.empty(),
                    open < 0
                        ? Optional.empty()
                        : Optional.of(head.substring(open + 1, head.length() - 1)),
                    Set.of(),
                    parts[0],
                    packages.length > 1 ? List.of(packages[1].split(",")) : List.of()));
  }
}

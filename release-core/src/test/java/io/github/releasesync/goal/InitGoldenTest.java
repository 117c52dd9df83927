package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.check.Assessment;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.GoldenCase;
import io.github.releasesync.testing.WrittenPom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder for each case of init, as {@link GoldenCase} says. What it writes is read back as Maven
 * reads it: check then has the same groups of the same packages, and finds the same, and init has
 * nothing left to do.
 */
class InitGoldenTest {

  private static final Path CASES = Path.of("src/test/resources/golden/init");

  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> init() throws IOException {
    return GoldenCase.below(CASES).stream()
        .map(
            path ->
                dynamicTest(
                    path.getFileName().toString(),
                    () -> init(new GoldenCase(path), temp.resolve(path.getFileName()))));
  }

  private void init(GoldenCase golden, Path directory) throws Exception {
    GitSandbox git = golden.repository(directory);
    Settings given = Settings.ofGroups(GroupSpec.parse(golden.property("groups", "")));
    InitResult preview;
    try {
      preview = run(git, given, true);
    } catch (ReleaseException e) {
      golden.assertPrinted(Printed.of(e.problem()) + "\n");
      return;
    }
    assertThat(git.git("status", "--porcelain")).isEmpty();
    Assessment before = check(git, given);
    InitResult done = run(git, given, false);
    golden.assertPrinted(
        GoldenCase.text(Printed.of(preview)) + "\n" + GoldenCase.text(Printed.of(done)));
    golden.assertChanged(git.directory(), done.files());
    assertThat(git.git("status", "--porcelain").lines().count()).isEqualTo(done.files().size());
    if (done.files().isEmpty()) {
      return;
    }
    Settings written = WrittenPom.settings(git.directory().resolve("pom.xml"));
    Assessment after = check(git, written);
    boolean inferred = given.groups().isEmpty();
    assertThat(members(after)).isEqualTo(inferred ? members(before) : published(before));
    assertThat(findings(after)).isEqualTo(findings(before));
    assertThat(after.verdict()).isEqualTo(before.verdict());
    assertThat(run(git, written, false).files()).isEmpty();
  }

  private InitResult run(GitSandbox git, Settings settings, boolean dryRun) {
    ChangeRequest change =
        new ChangeRequest(
            git.directory(),
            Optional.empty(),
            settings,
            Optional.empty(),
            dryRun,
            Optional.empty());
    return releaser.init(new InitRequest(change, "0.1.0"));
  }

  private Assessment check(GitSandbox git, Settings settings) {
    return releaser
        .check(
            new CheckRequest(
                git.directory(),
                Optional.empty(),
                Optional.of(Path.of("../check")),
                settings,
                List.of(),
                FailOn.ERROR))
        .assessment();
  }

  private static Map<String, TreeSet<String>> members(Assessment assessment) {
    Map<String, TreeSet<String>> groups = new TreeMap<>();
    assessment
        .groups()
        .forEach(
            group -> {
              TreeSet<String> members = new TreeSet<>();
              group.members().stream().map(Package::id).forEach(members::add);
              groups.put(group.name() + " led by " + group.lead().id(), members);
            });
    return groups;
  }

  /** The configured groups before, without those that publish nothing. */
  private static Map<String, TreeSet<String>> published(Assessment before) {
    Map<String, TreeSet<String>> groups = members(before);
    before.groups().stream()
        .filter(group -> group.members().stream().noneMatch(Package::publishable))
        .forEach(group -> groups.remove(group.name() + " led by " + group.lead().id()));
    return groups;
  }

  private static List<String> findings(Assessment assessment) {
    return assessment.findings().stream()
        .map(finding -> finding.code().id() + " " + finding.place())
        .toList();
  }

  private static String text(InitResult result) {
    return GoldenCase.text(Printed.of(result));
  }
}

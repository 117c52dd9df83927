package io.github.releasesync.goal;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.check.Assessment;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.WrittenPom;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Runs check, init, and check with what init wrote: nothing but the configuration may differ. */
public final class InitSameVerdict {

  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());
  private final Path root;
  private final Path reports;

  /**
   * A repository.
   *
   * @param root its root
   * @param reports a folder outside of it
   */
  public InitSameVerdict(Path root, Path reports) {
    this.root = root;
    this.reports = reports;
  }

  /**
   * What is different after init; the POM that it wrote stays.
   *
   * @return sentences; none where all is the same
   */
  public List<String> differences() throws Exception {
    Assessment before = check(Settings.none());
    InitResult result;
    try {
      result = releaser.init(new InitRequest(change(), "0.1.0"));
    } catch (ReleaseException e) {
      return List.of();
    }
    if (!(result instanceof InitResult.Written)) {
      return List.of();
    }
    Assessment after = check(written());
    List<String> differences = new ArrayList<>();
    compare("verdict", before.verdict(), after.verdict(), differences);
    compare("findings", all(before), all(after), differences);
    compare("groups", groups(before), groups(after), differences);
    after.groups().stream()
        .flatMap(group -> group.members().stream())
        .filter(p -> p.name().endsWith("-build") && p.isPlaceholder())
        .forEach(p -> differences.add("in a group: " + p.id()));
    return differences;
  }

  /** The settings that init wrote. */
  Settings written() throws Exception {
    return WrittenPom.settings(root.resolve("pom.xml"));
  }

  /** The findings of check. */
  List<String> findings(Settings settings) {
    return all(check(settings));
  }

  private static void compare(String what, Object before, Object after, List<String> differences) {
    if (!before.equals(after)) {
      differences.add(what + " before init: " + before + ", after: " + after);
    }
  }

  private ChangeRequest change() {
    return new ChangeRequest(
        root, Optional.of(root), Settings.none(), Optional.empty(), false, Optional.empty());
  }

  private Assessment check(Settings settings) {
    return releaser
        .check(
            new CheckRequest(
                root, Optional.of(root), Optional.of(reports), settings, List.of(), FailOn.NEVER))
        .assessment();
  }

  /** Without lines in the POM that init writes into: they move. */
  private static List<String> all(Assessment assessment) {
    return assessment.findings().stream()
        .map(f -> f.code().id() + " " + f.severity() + " " + place(f.place()) + " " + f.message())
        .map(text -> text.replaceAll("\\(pom\\.xml:[0-9:]+\\)", "(pom.xml)"))
        .sorted()
        .toList();
  }

  private static String place(Place place) {
    return place.file().equals(InitResult.POM) ? place.file() : place.toString();
  }

  private static TreeSet<String> groups(Assessment assessment) {
    TreeSet<String> groups = new TreeSet<>();
    assessment
        .groups()
        .forEach(
            group ->
                groups.add(
                    group.name()
                        + ": "
                        + new TreeSet<>(group.members().stream().map(Package::id).toList())));
    return groups;
  }
}

package io.github.releasesync.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.change.TargetVersions;
import io.github.releasesync.change.VersionEdits;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.facts.SnapshotReader;
import io.github.releasesync.git.Git;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.Command;
import io.github.releasesync.process.ProgramNotFoundException;
import io.github.releasesync.process.SystemProcessRunner;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.Groups;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.tree.EditedTree;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.workspace.CargoRoot;
import io.github.releasesync.project.workspace.Lock;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.SiblingRequirement;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.project.workspace.WorkspaceReader;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.text.TextEdit;
import io.github.releasesync.version.Level;
import io.github.releasesync.version.NextVersion;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.RequirementSyntax;
import io.github.releasesync.version.VersionMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of real repositories there and back again. Prints a row for each. */
class ChangedCorpusTest {

  private static final String BETA = "7";

  private static final List<UnaryOperator<ReleaseVersion>> STEPS =
      List.of(version -> next(version, "patch"), version -> next(version, "major-beta"));

  @TempDir Path temp;

  @Test
  void aValueThatIsReplacedAndPutBackLeavesNoTrace() {
    Count total = new Count();
    for (Path bundle : Bundles.all()) {
      FileTree tree = reader(Bundles.cloned(bundle, temp)).tree();
      Workspace workspace = new WorkspaceReader().read(tree);
      Count count = new Count();
      for (Package p : packagesByLiteral(workspace)) {
        for (String text : texts(p)) {
          count.add("literals", replaced(tree, p.literal().orElseThrow(), text));
          count.add("said", says(tree, p, text));
        }
      }
      for (Located<String> value : lockedAndRequired(workspace)) {
        count.add("locked and required", replaced(tree, value, "98.76.54-beta.7"));
      }
      System.out.printf("%-28s %s%n", Bundles.repository(bundle), count);
      total.add(count);
    }
    System.out.printf("%-28s %s%n", "all", total);
    assertThat(total.wrong).isEmpty();
  }

  @Test
  void everyGroupIsRaisedAndBroughtBack() throws IOException {
    Count total = new Count();
    boolean cargo = hasCargo();
    for (Path bundle : Bundles.all()) {
      Path directory = Bundles.cloned(bundle, temp).toRealPath();
      Bundles.addSources(bundle, directory);
      Count count = new Count();
      Repository now = Repository.read(reader(directory));
      for (Group group : now.groups) {
        for (UnaryOperator<ReleaseVersion> step : STEPS) {
          raise(now, group, step, directory, cargo, count);
        }
      }
      System.out.printf(
          "%-28s groups %3d, %s%n", Bundles.repository(bundle), now.groups.size(), count);
      count.refused.forEach(
          (message, times) -> System.out.println("    " + times + " x " + message));
      total.add(count);
    }
    System.out.printf("%-28s %s%n", "all", total);
    assertThat(total.wrong).isEmpty();
    assertThat(total.codes).as("refusals").containsOnly(Code.VALUE_NOT_EDITABLE);
  }

  private static ReleaseVersion next(ReleaseVersion version, String level) {
    return ((NextVersion.Found) Level.parse(level).next(version)).version();
  }

  private void raise(
      Repository now,
      Group group,
      UnaryOperator<ReleaseVersion> step,
      Path directory,
      boolean cargo,
      Count count)
      throws IOException {
    Optional<ReleaseVersion> version = group.lead().release();
    if (version.isEmpty()) {
      count.add("without a version", Optional.empty());
      return;
    }
    EditedTree right;
    EditedTree raised;
    try {
      right = now.raised(group, version.get());
      raised = now.with(right).raised(group, step.apply(version.get()));
    } catch (ReleaseException e) {
      count.refuse(group, e.problem());
      return;
    }
    count.add("raised", Optional.empty());
    EditedTree back = now.with(raised).raised(group, version.get());
    Set<String> files = new LinkedHashSet<>(raised.edited().keySet());
    files.addAll(back.edited().keySet());
    for (String file : files) {
      compare(now, right.read(file), back.read(file), count);
    }
    if (cargo) {
      loads(now, raised, files, directory, count);
    }
  }

  /**
   * Byte for byte, save where a requirement named an older release that admits the package: it
   * follows when the package moves, and nobody remembers what it was.
   */
  private static void compare(Repository now, SourceText right, SourceText back, Count count) {
    List<String> a = right.content().lines().toList();
    List<String> b = back.content().lines().toList();
    Set<Integer> required = now.linesOfRequirements(right.file());
    List<String> wrong = new ArrayList<>();
    boolean behind = false;
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      String one = i < a.size() ? a.get(i) : "";
      String other = i < b.size() ? b.get(i) : "";
      if (!one.equals(other) && required.contains(i + 1)) {
        behind = true;
      } else if (!one.equals(other)) {
        wrong.add(right.file() + ":" + (i + 1) + ": " + one + " -> " + other);
      }
    }
    if (!behind && wrong.isEmpty() && !Arrays.equals(right.bytes(), back.bytes())) {
      wrong.add(right.file() + ": line ends");
    }
    count.add(behind ? "files back, requirement behind" : "files back", wrong.stream().findFirst());
  }

  /** Cargo takes what it took before. */
  private static void loads(
      Repository now, EditedTree raised, Set<String> files, Path directory, Count count)
      throws IOException {
    List<CargoRoot> roots = now.rootsOf(files);
    List<CargoRoot> loaded =
        roots.stream().filter(r -> loads(directory.resolve(r.folder()))).toList();
    for (String file : files) {
      Files.write(directory.resolve(file), raised.read(file).bytes());
    }
    for (CargoRoot root : loaded) {
      boolean still = loads(directory.resolve(root.folder()));
      count.add(
          "cargo loads",
          still ? Optional.empty() : Optional.of("cargo no longer loads " + root.folder()));
    }
    for (String file : files) {
      Files.write(directory.resolve(file), now.tree.read(file).bytes());
    }
  }

  private static final class Repository {
    private final FileTree tree;
    private final Snapshot snapshot;
    private final List<Group> groups;

    Repository(FileTree tree, Snapshot snapshot) {
      this.tree = tree;
      this.snapshot = snapshot;
      this.groups = Groups.of(snapshot.workspace(), snapshot.past(), List.of());
    }

    static Repository read(SnapshotReader reader) {
      FileTree tree = reader.tree();
      return new Repository(tree, reader.readWithCopies(tree, Settings.none()));
    }

    Repository with(EditedTree edited) {
      return new Repository(edited, snapshot.withWorkspace(new WorkspaceReader().read(edited)));
    }

    /** Raises the packages of a group of the unchanged tree, whatever they say now. */
    EditedTree raised(Group group, ReleaseVersion version) {
      List<Package> members =
          snapshot.workspace().packages().stream()
              .filter(p -> group.members().stream().anyMatch(m -> same(m, p)))
              .toList();
      Package lead = members.stream().filter(p -> same(p, group.lead())).findFirst().orElseThrow();
      Group here =
          new Group(
              group.name(), lead, group.policy(), group.inferred(), group.evidence(), members);
      return VersionEdits.of(tree, snapshot, others(here), TargetVersions.toBump(here, version));
    }

    private List<Group> others(Group group) {
      List<Group> all = new ArrayList<>(List.of(group));
      groups.stream()
          .filter(g -> g.members().stream().noneMatch(group.members()::contains))
          .forEach(all::add);
      return all;
    }

    Set<Integer> linesOfRequirements(String file) {
      return snapshot.workspace().requirements().stream()
          .map(r -> r.requirement().place())
          .filter(place -> place.file().equals(file))
          .map(Place::line)
          .collect(Collectors.toSet());
    }

    List<CargoRoot> rootsOf(Set<String> files) {
      return snapshot.workspace().cargoRoots().stream()
          .filter(
              r ->
                  r.crates().stream().anyMatch(m -> files.contains(m.manifest()))
                      || files.contains(
                          r.folder().isEmpty() ? "Cargo.toml" : r.folder() + "/Cargo.toml"))
          .toList();
    }

    private static boolean same(Package one, Package other) {
      return one.manifest().equals(other.manifest()) && one.id().equals(other.id());
    }
  }

  private static SnapshotReader reader(Path directory) {
    try {
      return new SnapshotReader(new Git(GitSandbox.runner()), directory.toRealPath());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** One package for each text that states a version. */
  private static List<Package> packagesByLiteral(Workspace workspace) {
    Map<String, Package> byPlace = new TreeMap<>();
    workspace.packages().stream()
        .filter(p -> p.literal().isPresent())
        .forEach(p -> byPlace.putIfAbsent(p.place().toString(), p));
    return List.copyOf(byPlace.values());
  }

  /** The next patch, and a pre-release, as the ecosystem spells them. */
  private static List<String> texts(Package p) {
    ReleaseVersion version =
        p.release().orElseGet(() -> VersionMapping.readAny("98.76.54").orElseThrow());
    ReleaseVersion patch = next(version.release(), "patch");
    ReleaseVersion beta = VersionMapping.readAny(patch.base() + "-beta." + BETA).orElseThrow();
    return List.of(
        VersionMapping.spell(patch, p.ecosystem()), VersionMapping.spell(beta, p.ecosystem()));
  }

  private static List<Located<String>> lockedAndRequired(Workspace workspace) {
    Map<String, Located<String>> byPlace = new TreeMap<>();
    for (Lock lock : workspace.locks()) {
      lock.entries().stream()
          .flatMap(entry -> entry.locked().stream())
          .forEach(locked -> byPlace.put(locked.place().toString(), locked));
    }
    for (SiblingRequirement r : workspace.requirements()) {
      if (r.syntax() != RequirementSyntax.PEP440) {
        byPlace.put(r.requirement().place().toString(), r.requirement());
      }
    }
    return List.copyOf(byPlace.values());
  }

  /** Nothing but the value differs, and putting the old one back gives the same bytes. */
  private static Optional<String> replaced(FileTree tree, Located<String> value, String text) {
    SourceText before = tree.read(value.place().file());
    SourceText after;
    try {
      after = before.edited(List.of(new TextEdit(value.place(), value.value(), text)));
    } catch (ReleaseException e) {
      return Optional.of(e.problem().toString());
    }
    SourceText back = after.edited(List.of(new TextEdit(value.place(), text, value.value())));
    int at = before.offset(value.place().line(), value.place().column());
    String expected =
        before.content().substring(0, at)
            + text
            + before.content().substring(at + value.value().length());
    boolean right = after.content().equals(expected) && Arrays.equals(back.bytes(), before.bytes());
    return right ? Optional.empty() : Optional.of(value.place() + " is not put back");
  }

  private static Optional<String> says(FileTree tree, Package p, String text) {
    Located<String> literal = p.literal().orElseThrow();
    try {
      EditedTree edited =
          new EditedTree(tree, List.of(new TextEdit(literal.place(), literal.value(), text)));
      boolean says =
          new WorkspaceReader()
              .read(edited).packages().stream()
                  .filter(q -> q.manifest().equals(p.manifest()) && q.id().equals(p.id()))
                  .allMatch(q -> q.version().equals(Optional.of(text)));
      return says ? Optional.empty() : Optional.of(p.id() + " does not say " + text);
    } catch (ReleaseException e) {
      return Optional.of(e.problem().toString());
    }
  }

  private static boolean hasCargo() {
    try {
      return cargo(Path.of("."), "--version");
    } catch (ProgramNotFoundException e) {
      System.out.println("no cargo on the PATH: what it says of the results is not known");
      return false;
    }
  }

  private static boolean loads(Path folder) {
    return cargo(folder, "metadata", "--no-deps", "--offline", "--format-version", "1");
  }

  private static boolean cargo(Path folder, String... arguments) {
    List<String> argv = new ArrayList<>(List.of("cargo"));
    argv.addAll(List.of(arguments));
    return new SystemProcessRunner(System.getenv()).run(Command.of(folder, argv)).succeeded();
  }

  /** What was tried, what was refused, and what was wrong. */
  private static final class Count {
    private final Map<String, Integer> tried = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Set<Code> codes = EnumSet.noneOf(Code.class);
    private final List<String> wrong = new ArrayList<>();

    void add(String what, Optional<String> mistake) {
      tried.merge(what, 1, Integer::sum);
      mistake.ifPresent(wrong::add);
    }

    void refuse(Group group, Problem problem) {
      tried.merge("refused", 1, Integer::sum);
      codes.add(problem.code());
      refused.merge(
          problem.code().id()
              + " "
              + group.name()
              + " "
              + problem.place()
              + " "
              + problem.message(),
          1,
          Integer::sum);
    }

    void add(Count other) {
      other.tried.forEach((what, times) -> tried.merge(what, times, Integer::sum));
      other.refused.forEach((what, times) -> refused.merge(what, times, Integer::sum));
      codes.addAll(other.codes);
      wrong.addAll(other.wrong);
    }

    @Override
    public String toString() {
      return tried.entrySet().stream()
              .map(e -> e.getKey() + " " + e.getValue())
              .collect(Collectors.joining(", "))
          + ", wrong "
          + wrong.size();
    }
  }
}

package io.github.releasesync.goal;

import io.github.releasesync.change.TargetVersions;
import io.github.releasesync.change.VersionEdits;
import io.github.releasesync.check.Assessment;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.facts.SnapshotReader;
import io.github.releasesync.facts.Unreleased;
import io.github.releasesync.facts.UnreleasedReader;
import io.github.releasesync.files.FileSystemActions;
import io.github.releasesync.files.FileTransaction;
import io.github.releasesync.git.GitAnswer;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.next.NextReleases;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupRelease;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.tree.EditedTree;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.report.DiffText;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.text.FileChange;
import io.github.releasesync.version.Level;
import io.github.releasesync.version.NextVersion;
import io.github.releasesync.version.ReleaseVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Versions of a work tree that change: what it would be, and doing it. Used once. */
public final class TreeChange {

  private final Path root;
  private final ChangeRequest request;
  private final GitAnswer repository;
  private final FileTree tree;
  private final Snapshot snapshot;

  /**
   * Reads the tree as it is.
   *
   * @throws ReleaseException if it cannot be read as a whole: what is not understood is not changed
   */
  TreeChange(GitAnswer repository, Path root, ChangeRequest request) {
    this.root = root;
    this.request = request;
    this.repository = repository;
    SnapshotReader reader = new SnapshotReader(repository, root);
    this.tree = reader.tree();
    this.snapshot = reader.readWithCopies(tree, request.settings());
    snapshot.requireReadable();
  }

  private TreeChange(TreeChange before, EditedTree tree, Snapshot snapshot) {
    this.root = before.root;
    this.request = before.request;
    this.repository = before.repository;
    this.tree = tree;
    this.snapshot = snapshot;
  }

  /**
   * The same after a release, which need not be written yet.
   *
   * @param edited the files of the release
   * @param tag its tag
   */
  TreeChange released(EditedTree edited, String tag) {
    return new TreeChange(this, edited, snapshot.after(edited).released(tag));
  }

  /**
   * What the commits since the last releases ask for.
   *
   * @throws ReleaseException if git fails
   */
  NextReleases asked() {
    return NextReleases.of(unreleased(), Level.Word.AUTO);
  }

  /**
   * Whether a level is below what the commits since the last release of a group ask for.
   *
   * @param group one of the groups
   * @param level a level that is not automatic
   * @return what {@code next} says of it
   * @throws ReleaseException if git fails
   */
  Optional<Problem> tooLow(Group group, Level level) {
    return NextReleases.of(unreleased().only(group), level).problems().stream()
        .filter(problem -> problem.code() == Code.LEVEL_TOO_LOW)
        .findFirst();
  }

  private Unreleased unreleased() {
    return new UnreleasedReader(repository, root).of(tree, snapshot);
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  public FileTree tree() {
    return tree;
  }

  public List<Group> groups() {
    return snapshot.groups();
  }

  /**
   * The version of a package that is to be raised.
   *
   * @throws ReleaseException with {@link Code#NOT_PORTABLE} if there is none
   */
  ReleaseVersion versionOf(Package p) {
    return p.release()
        .orElseThrow(
            () ->
                new ReleaseException(
                    Problem.of(
                        Code.NOT_PORTABLE,
                        p.place(),
                        p.id()
                            + " has no version that could be bumped: "
                            + p.version().orElse("none is written"),
                        "write a version such as 0.1.0 there")));
  }

  /**
   * What a level makes of a version: never what is released, here or on another branch.
   *
   * @param tags the group, and how it is tagged
   * @param current its version
   * @throws ReleaseException with {@link Code#LEVEL_REFUSED} if it leads nowhere
   */
  ReleaseVersion next(GroupTags tags, ReleaseVersion current, Level level) {
    List<ReleaseVersion> tagged =
        tagNames().stream()
            .flatMap(name -> tags.format().version(name, tags.group()).stream())
            .toList();
    List<ReleaseVersion> released = tags.releases().stream().map(GroupRelease::version).toList();
    return found(level.next(current, released, tagged));
  }

  /**
   * What a level makes of a version, released or not.
   *
   * @param current the version
   * @throws ReleaseException as the other one
   */
  ReleaseVersion next(ReleaseVersion current, Level level) {
    return found(level.next(current));
  }

  private static ReleaseVersion found(NextVersion next) {
    if (next instanceof NextVersion.Found found) {
      return found.version();
    }
    NextVersion.Refused refused = (NextVersion.Refused) next;
    throw new ReleaseException(
        Problem.of(
            Code.LEVEL_REFUSED,
            Place.of("release-sync.level"),
            refused.reason(),
            "write -Drelease-sync.level=" + refused.writeInstead()));
  }

  private List<String> tagNames() {
    return repository instanceof GitRepository opened ? opened.tagNames() : List.of();
  }

  /**
   * The tree in which packages have other versions.
   *
   * @throws ReleaseException as {@link VersionEdits#of}
   */
  EditedTree edited(TargetVersions targets) {
    return VersionEdits.of(tree, snapshot, snapshot.groups(), targets);
  }

  /** The files of an edited tree, before and after. */
  List<FileChange> changes(EditedTree edited) {
    return new TreeMap<>(edited.edited())
        .entrySet().stream()
            .map(
                file ->
                    new FileChange(
                        file.getKey(), Optional.of(tree.read(file.getKey())), file.getValue()))
            .toList();
  }

  /**
   * Shows the changes, and writes them unless that is not wanted.
   *
   * @param changes the files
   * @param done what was done, as a sentence without its end
   * @param next what to do then
   */
  ChangeResult apply(List<FileChange> changes, String done, String next) {
    List<ReportLine> lines = new ArrayList<>(DiffText.lines(changes));
    List<String> files = changes.stream().map(FileChange::path).toList();
    if (request.dryRun()) {
      return new ChangeResult(
          lines,
          "Would change "
              + count(files.size())
              + "; nothing was written. Run it without -Drelease-sync.dryRun to do it",
          files);
    }
    new FileTransaction(root, FileSystemActions.SYSTEM).write(changes);
    return new ChangeResult(lines, done + " " + count(files.size()) + ". " + next, files);
  }

  /** What check will still find wrong, so that nobody believes that all is well. */
  Optional<ReportLine> left(EditedTree edited) {
    Snapshot after = snapshot.after(edited);
    Map<String, Long> errors =
        Assessment.of(after).findings().stream()
            .filter(f -> f.severity() == Severity.ERROR)
            .map(Problem::code)
            .collect(Collectors.groupingBy(c -> c.id(), TreeMap::new, Collectors.counting()));
    if (errors.isEmpty()) {
      return Optional.empty();
    }
    String named =
        errors.entrySet().stream()
            .map(e -> e.getKey() + (e.getValue() > 1 ? " x" + e.getValue() : ""))
            .collect(Collectors.joining(", "));
    return Optional.of(
        new ReportLine(Severity.WARNING, "check still finds what no version fixes: " + named));
  }

  private static String count(int files) {
    return files == 1 ? "1 file" : files + " files";
  }
}

package io.github.releasesync.facts;

import io.github.releasesync.changelog.Changelog;
import io.github.releasesync.git.Git;
import io.github.releasesync.git.GitAnswer;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.NotARepository;
import io.github.releasesync.git.Tag;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupRelease;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.group.Groups;
import io.github.releasesync.project.group.PastReleases;
import io.github.releasesync.project.group.ReachableTag;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.ManifestNames;
import io.github.releasesync.project.tree.ReadAhead;
import io.github.releasesync.project.tree.WorkingTree;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.project.workspace.WorkspaceReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Gathers the facts of a repository once. Reads only. */
public final class SnapshotReader {

  private static final String FETCH =
      "fetch tags and history, for example with `fetch-depth: 0` for actions/checkout";

  private final GitAnswer git;
  private final Path root;
  private final Function<GitRepository, List<Tag>> reachable;
  private final List<Problem> circumstances = new ArrayList<>();
  private boolean historyCounts = true;

  /**
   * A reader.
   *
   * @param git the user's git
   * @param root real path of the root
   */
  public SnapshotReader(Git git, Path root) {
    this(git.open(root), root);
  }

  /**
   * A reader where git was asked already.
   *
   * @param git what git said of the root, or of a folder in the same work tree
   * @param root real path of the root
   */
  public SnapshotReader(GitAnswer git, Path root) {
    this(git, root, GitRepository::tagsReachableFromHead);
  }

  /** A reader that looks at other tags than all those that HEAD can reach. */
  SnapshotReader(GitAnswer git, Path root, Function<GitRepository, List<Tag>> reachable) {
    this.git = git;
    this.root = root;
    this.reachable = reachable;
  }

  /**
   * The files of the repository, as git sees them.
   *
   * @return the files; outside git, all of them
   */
  public FileTree tree() {
    if (git instanceof NotARepository outside) {
      noteOutside(outside.reason().replace(root.toString(), "."));
      return walked();
    }
    GitRepository repository = (GitRepository) git;
    List<String> files = repository.files(root, ManifestNames.PATTERNS);
    if (files.isEmpty() && !root.equals(repository.workTree())) {
      note(
          Code.NOT_A_REPOSITORY,
          "git ignores this folder, so every file in it counts and no release can be seen",
          "run it in the repository");
      historyCounts = false;
      return walked();
    }
    boolean complete = files.stream().allMatch(path -> Files.exists(root.resolve(path)));
    Predicate<String> hasFiles = folder -> !repository.files(root.resolve(folder)).isEmpty();
    if (complete) {
      return WorkingTree.of(root, files).withFolders(hasFiles);
    }
    List<String> left = repository.filesNotCheckedOut(root, ManifestNames.ALL);
    if (!left.isEmpty()) {
      note(
          Code.MANIFEST_LEFT_OUT,
          "left out: the sparse checkout is without " + left.size() + " of the manifests",
          "check it where everything is checked out, for example in CI");
    }
    return WorkingTree.of(root, files, Set.copyOf(left)).withFolders(hasFiles);
  }

  private FileTree walked() {
    WorkingTree tree = WorkingTree.walk(root);
    if (!tree.isWhole()) {
      circumstances.add(
          Problem.of(
              Code.FILE_UNREADABLE,
              Place.of("."),
              "too many files outside git: not all of them were looked at",
              Help.of("name the folder of the project with ", Option.of("root", "DIR"))));
    }
    return tree;
  }

  /**
   * Where the root lies in its repository.
   *
   * @return path from the top folder; empty for the top itself, and outside git
   */
  public String folderInRepository() {
    return git instanceof GitRepository repository && root.startsWith(repository.workTree())
        ? repository.workTree().relativize(root).toString().replace('\\', '/')
        : "";
  }

  /**
   * Gathers what is known of the packages, without copies of their versions.
   *
   * @param tree the files, from {@link #tree()}
   * @param settings what is configured
   * @return the facts
   */
  public Snapshot read(FileTree tree, Settings settings) {
    return readAhead(tree, settings, false);
  }

  /**
   * Gathers everything: also the files that are no manifests and may state a version.
   *
   * @param tree the files, from {@link #tree()}
   * @param settings what is configured
   * @return the facts
   */
  public Snapshot readWithCopies(FileTree tree, Settings settings) {
    return readAhead(tree, settings, true);
  }

  private Snapshot readAhead(FileTree tree, Settings settings, boolean withCopies) {
    ReadAhead ahead = ReadAhead.of(tree);
    try {
      return gather(tree, settings, withCopies);
    } finally {
      ahead.close();
    }
  }

  private Snapshot gather(FileTree tree, Settings settings, boolean withCopies) {
    List<ReachableTag> tags = List.of();
    PastReleases past = PastReleases.none();
    Optional<PastReader> reader = Optional.empty();
    if (git instanceof GitRepository repository && historyCounts) {
      tags = reachable.apply(repository).stream().map(tag -> of(repository, tag)).toList();
      boolean partial = repository.isPartial();
      noteWhatCannotBeSeen(repository, partial, tags);
      if (!partial) {
        reader = Optional.of(new PastReader(repository, root, tree));
      }
    }
    Lazy<Workspace> workspace = new Lazy<>(() -> new WorkspaceReader().read(tree));
    if (reader.isPresent()) {
      // First what git is asked for, while the manifests are parsed in the background.
      past = reader.get().read(tags, workspace);
    }
    List<Changelog> changelogs = List.of();
    if (SupersededVersions.mayFind(workspace.get(), tags, settings)
        || tags.stream().anyMatch(ReachableTag::atHead)) {
      List<Group> groups = Groups.of(workspace.get(), past, settings.groups());
      List<GroupTags> released = GroupTags.of(workspace.get(), groups, tags, past);
      past = withDoubtful(past, reader, released);
      changelogs = changelogs(tree, released);
    }
    CopyFiles copies =
        withCopies
            ? new CopyReader(tree, root, repository())
                .read(settings.copies(), workspace.get(), past)
            : CopyFiles.none();
    return new Snapshot(
        workspace.get(), past, tags, changelogs, settings, copies, List.copyOf(circumstances));
  }

  /** The repository whose files these are; empty where git ignores the root. */
  private Optional<GitRepository> repository() {
    return git.repository().filter(repository -> historyCounts);
  }

  /** Only the manifests of a release tell whether a lower version of today went back from it. */
  private static PastReleases withDoubtful(
      PastReleases past, Optional<PastReader> reader, List<GroupTags> released) {
    List<ReachableTag> unread =
        released.stream()
            .flatMap(tags -> SupersededVersions.highestAbove(tags).stream())
            .map(GroupRelease::tag)
            .filter(tag -> past.at(tag.commit()).isEmpty())
            .toList();
    return reader.map(r -> past.and(r.readAlso(unread))).orElse(past);
  }

  /** A cut-off history does not tell whether releases have had entries. */
  private List<Changelog> changelogs(FileTree tree, List<GroupTags> released) {
    if (git.repository().filter(GitRepository::isShallow).isPresent()) {
      return List.of();
    }
    return ChangelogFiles.read(
        tree,
        released.stream()
            .filter(tags -> tags.atHead().isPresent())
            .map(tags -> tags.group().lead())
            .toList());
  }

  private static ReachableTag of(GitRepository repository, Tag tag) {
    return ReachableTag.of(tag.name(), tag.commit(), tag.annotated(), repository.isAtHead(tag));
  }

  private void noteWhatCannotBeSeen(
      GitRepository repository, boolean partial, List<ReachableTag> tags) {
    if (!repository.hasCommits()) {
      note(Code.HISTORY_UNKNOWN, "no commit yet, so no release can be seen", "nothing to do");
    } else if (repository.isShallow()) {
      String seen = tags.isEmpty() ? "no release tag can be seen" : "older tags cannot be seen";
      note(Code.HISTORY_UNKNOWN, "a shallow clone: " + seen, FETCH);
    } else if (partial) {
      note(Code.HISTORY_UNKNOWN, "a partial clone: older manifests are not here", FETCH);
    }
  }

  /** Where there is a repository that git refuses to read, a check sees less than it should. */
  private void noteOutside(String reason) {
    boolean refused = Files.exists(root.resolve(".git"));
    circumstances.add(
        new Problem(
            Code.NOT_A_REPOSITORY,
            refused ? Severity.WARNING : Severity.INFO,
            Place.of("."),
            "no git work tree, so every file here counts and no release can be seen: " + reason,
            refused
                ? "install git, or let it trust the folder: git config --global --add"
                    + " safe.directory DIR"
                : "run it in the repository"));
  }

  private void note(Code code, String message, String help) {
    circumstances.add(new Problem(code, Severity.INFO, Place.of("."), message, help));
  }
}

package io.github.releasesync.facts;

import io.github.releasesync.changelog.Changelog;
import io.github.releasesync.git.Git;
import io.github.releasesync.git.GitAnswer;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.NoGitProgram;
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
import io.github.releasesync.project.group.ReleaseTag;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.ManifestNames;
import io.github.releasesync.project.tree.PastTree;
import io.github.releasesync.project.tree.ReadAhead;
import io.github.releasesync.project.tree.WorkingTree;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.project.workspace.WorkspaceReader;
import io.github.releasesync.text.Words;
import io.github.releasesync.version.ReleaseVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads the facts of a repository once; changes nothing. */
public final class SnapshotReader {

  private static final int MOST_NAMED = 3;

  private static final String FETCH =
      "fetch tags and history, for example with `fetch-depth: 0` for actions/checkout";

  private final GitAnswer git;
  private final Path root;
  private final Function<GitRepository, List<Tag>> reachable;
  private final List<Problem> limitations = new ArrayList<>();
  private boolean historyCounts = true;
  private boolean whole = true;

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
   * A reader with an existing answer of git.
   *
   * @param git the answer of git about the root, or about a folder in the same work tree
   * @param root real path of the root
   */
  public SnapshotReader(GitAnswer git, Path root) {
    this(git, root, GitRepository::tagsReachableFromHead);
  }

  /** A reader with another choice of tags. */
  SnapshotReader(GitAnswer git, Path root, Function<GitRepository, List<Tag>> reachable) {
    this.git = git;
    this.root = root;
    this.reachable = reachable;
  }

  /**
   * The files of the repository, according to git.
   *
   * @return the files; outside git, all files
   */
  public FileTree tree() {
    if (git instanceof NotARepository outside) {
      noteOutside(outside);
      return walked();
    }
    GitRepository repository = (GitRepository) git;
    if (!repository.isReadByGit()) {
      limitations.add(NoGitProgram.notice());
    }
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
      whole = false;
      note(
          Code.MANIFEST_LEFT_OUT,
          "left out: "
              + Words.count(left.size(), "manifest")
              + " outside the sparse checkout: "
              + Words.list(left, MOST_NAMED),
          "check it where everything is checked out, for example in CI");
    }
    return WorkingTree.of(root, files, Set.copyOf(left)).withFolders(hasFiles);
  }

  /** Whether the work tree has all manifests that git tracks, as far as {@link #tree} saw. */
  boolean isWhole() {
    return whole;
  }

  private FileTree walked() {
    WorkingTree tree = WorkingTree.walk(root);
    if (!tree.isWhole()) {
      limitations.add(
          Problem.of(
              Code.FILE_UNREADABLE,
              Place.of("."),
              "too many files outside git: not all of them were read",
              Help.of("name the folder of the project with ", Option.of("root", "DIR"))));
    }
    return tree;
  }

  /**
   * The path of the root in its repository.
   *
   * @return path from the top folder; empty for the top folder, and outside git
   */
  public String folderInRepository() {
    return git instanceof GitRepository repository && root.startsWith(repository.workTree())
        ? repository.workTree().relativize(root).toString().replace('\\', '/')
        : "";
  }

  /**
   * Reads the facts without copies of versions.
   *
   * @param tree the files, from {@link #tree()}
   * @param settings the configuration
   * @return the facts
   */
  public Snapshot read(FileTree tree, Settings settings) {
    return readAhead(tree, settings, false);
  }

  /**
   * Reads the facts with copies of versions in other files.
   *
   * @param tree the files, from {@link #tree()}
   * @param settings the configuration
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
    Lazy<Workspace> workspace = new Lazy<>(() -> new WorkspaceReader().read(tree));
    if (git instanceof GitRepository repository && historyCounts) {
      tags = tags(repository, tree, workspace);
      boolean partial = repository.isPartial();
      noteLimitations(repository, partial, tags);
      if (!partial) {
        reader = Optional.of(new PastReader(repository, root, tree, workspace));
      }
    }
    if (reader.isPresent()) {
      // Queries to git come first, while the manifests are parsed in the background.
      past = reader.get().read(tags);
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
                .read(settings.copies(), workspace.get(), List.of(past))
            : CopyFiles.none();
    return new Snapshot(
        workspace.get(),
        past,
        tags,
        changelogs,
        settings.withOverridden(workspace.get()),
        copies,
        List.copyOf(limitations));
  }

  /**
   * The tags that HEAD can reach, and the releases beside it, the newest first. Where a version was
   * changed since the last commit, the tree is past the tags of that commit.
   */
  private List<ReachableTag> tags(
      GitRepository repository, FileTree tree, Supplier<Workspace> workspace) {
    List<Tag> reached = reachable.apply(repository);
    List<Tag> all = repository.tags();
    Set<String> names = reached.stream().map(Tag::name).collect(Collectors.toSet());
    Set<String> beside =
        repository.isShallow()
            ? Set.of()
            : ReleasesBesideHead.of(repository, all, reached, () -> highest(workspace));
    boolean changed =
        reached.stream()
            .filter(tag -> repository.isAtHead(tag) && ReleaseTag.of(tag.name()).isPresent())
            .findFirst()
            .filter(tag -> repository.hasChanged(root, ManifestNames.ALL))
            .filter(
                tag ->
                    repository.isPartial()
                        || StatedVersions.differ(
                            new WorkspaceReader()
                                .read(new PastTree(repository.at(tag.commit(), root), tree)),
                            workspace.get()))
            .isPresent();
    return all.stream()
        .filter(tag -> names.contains(tag.name()) || beside.contains(tag.name()))
        .map(
            tag -> {
              ReachableTag found = of(repository, tag);
              if (beside.contains(tag.name())) {
                return found.besideHead();
              }
              return changed ? found.beforeHead() : found;
            })
        .toList();
  }

  private static Optional<ReleaseVersion> highest(Supplier<Workspace> workspace) {
    return workspace.get().packages().stream()
        .flatMap(p -> p.release().stream())
        .max(Comparator.naturalOrder());
  }

  /** The repository whose files these are; empty where git ignores the root. */
  private Optional<GitRepository> repository() {
    return git.repository().filter(repository -> historyCounts);
  }

  /**
   * Adds the manifests of releases that are above a current version, to find out whether it went
   * back.
   */
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

  /** The changelogs to check; none in a shallow history, which may lack releases. */
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

  private void noteLimitations(GitRepository repository, boolean partial, List<ReachableTag> tags) {
    if (!repository.hasCommits()) {
      note(Code.HISTORY_UNKNOWN, "no commit yet, so no release can be seen", "nothing to do");
    } else if (repository.isShallow()) {
      String seen = tags.isEmpty() ? "no release tag can be seen" : "older tags cannot be seen";
      note(Code.HISTORY_UNKNOWN, "a shallow clone: " + seen, FETCH);
    } else if (partial) {
      note(Code.HISTORY_UNKNOWN, "a partial clone: older manifests are not here", FETCH);
    }
  }

  /** Reports a folder outside git, as a warning if git refuses to read the repository. */
  private void noteOutside(NotARepository outside) {
    boolean refused = Files.exists(root.resolve(".git")) || outside.remedy().isPresent();
    String trust =
        outside
            .remedy()
            .map(command -> "let git trust the folder: " + command)
            .orElse(
                "install git, or let it trust the folder: git config --global --add"
                    + " safe.directory DIR");
    limitations.add(
        new Problem(
            Code.NOT_A_REPOSITORY,
            refused ? Severity.WARNING : Severity.INFO,
            Place.of("."),
            "no git work tree, so every file here counts and no release can be seen: "
                + outside.reason().replace(root.toString(), "."),
            refused ? trust : "run it in the repository"));
  }

  private void note(Code code, String message, String help) {
    limitations.add(new Problem(code, Severity.INFO, Place.of("."), message, help));
  }
}

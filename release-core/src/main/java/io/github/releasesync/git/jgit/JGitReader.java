package io.github.releasesync.git.jgit;

import io.github.releasesync.git.Commit;
import io.github.releasesync.git.CommitTree;
import io.github.releasesync.git.FileListing;
import io.github.releasesync.git.GitReader;
import io.github.releasesync.git.PastFile;
import io.github.releasesync.git.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/** JGit as a reader, of the repository as it was when it was opened. */
final class JGitReader implements GitReader {

  private final Repository repository;
  private final Path workTree;
  private final boolean sparse;
  private final Discovery discovery;
  private final UserSystem system;
  private final History history;
  private final CommitReader commits;
  private DirCache index;

  JGitReader(Repository repository, Layout layout, Discovery discovery, UserSystem system) {
    this.repository = repository;
    this.workTree = layout.workTree().orElseThrow();
    this.sparse = layout.sparse();
    this.discovery = discovery;
    this.system = system;
    this.history = new History(repository);
    this.commits = new CommitReader(repository, history);
  }

  @Override
  public boolean isGitProgram() {
    return false;
  }

  @Override
  public boolean isPartial() {
    Config config = repository.getConfig();
    return config.getString("extensions", null, "partialclone") != null
        || config.getSubsections("remote").stream()
            .anyMatch(remote -> config.getString("remote", remote, "promisor") != null);
  }

  @Override
  public Instant commitTime(String commit) {
    return Failures.answer(() -> commits.committed(commit(commit)));
  }

  @Override
  public List<String> changes(Path folder) {
    return Failures.answer(
        () -> {
          TrackedChanges changes = new TrackedChanges(repository, workTree, index(), tracked());
          return new Changes(repository, workTree, changes, tracked(), untracked()).below(folder);
        });
  }

  @Override
  public Optional<String> branch() {
    return Failures.answer(
        () -> {
          Ref head = repository.exactRef(Constants.HEAD);
          return head != null && head.isSymbolic()
              ? Optional.of(Repository.shortenRefName(head.getTarget().getName()))
              : Optional.empty();
        });
  }

  @Override
  public Optional<String> resolve(String revision) {
    return Failures.answer(
        () -> Optional.ofNullable(repository.resolve(revision)).map(ObjectId::name));
  }

  @Override
  public String message(String commit) {
    return Failures.answer(() -> commits.message(commit(commit)) + "\n");
  }

  @Override
  public List<String> remoteBranchesWith(String commit) {
    return Failures.answer(
        () -> {
          RevCommit wanted = commit(commit);
          List<String> names = new ArrayList<>();
          for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES)) {
            Optional<RevCommit> tip =
                ref.getObjectId() == null ? Optional.empty() : history.commit(ref.getObjectId());
            if (tip.isPresent() && history.reaches(tip.get(), wanted)) {
              names.add(ref.getName().substring(Constants.R_REMOTES.length()));
            }
          }
          return names.stream().sorted().toList();
        });
  }

  @Override
  public List<String> commitsOf(Path folder, String path, int most) {
    return Failures.answer(
        () -> {
          String file = fromTop(folder) + path;
          TreeReader trees = new TreeReader(repository);
          List<String> ids = new ArrayList<>();
          RevCommit commit = commit(Constants.HEAD);
          while (commit != null && ids.size() < most) {
            RevCommit[] parents = history.parents(commit);
            RevCommit parent = parents.length == 0 ? null : parents[0];
            String before = "";
            if (parent != null) {
              history.parents(parent);
              before = trees.at(parent.getTree(), file);
            }
            if (!trees.at(commit.getTree(), file).equals(before)) {
              ids.add(commit.name());
            }
            commit = parent;
          }
          return List.copyOf(ids);
        });
  }

  @Override
  public int behind(String reference) {
    return Failures.answer(() -> history.countSince(commit(reference), commit(Constants.HEAD)));
  }

  @Override
  public Optional<String> mergeBase(String one, String other) {
    return Failures.answer(
        () -> {
          try (RevWalk walk = new RevWalk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(ObjectId.fromString(one)));
            walk.markStart(walk.parseCommit(ObjectId.fromString(other)));
            return Optional.ofNullable(walk.next()).map(RevCommit::name);
          }
        });
  }

  @Override
  public int ahead(String commit) {
    return Failures.answer(() -> history.countSince(commit(commit), commit(Constants.HEAD)));
  }

  @Override
  public boolean hasChanged(Path folder, Set<String> fileNames) {
    return Failures.answer(
        () ->
            new TrackedChanges(repository, workTree, index(), tracked())
                .below(FileNames.below(workTree, folder)).stream()
                    .anyMatch(path -> isChosen(path, fileNames)));
  }

  @Override
  public FileListing files(Path folder, Set<String> fileNames) {
    return Failures.answer(
        () -> {
          String prefix = fromTop(folder);
          FileListing listing = FileListing.empty();
          for (DirCacheEntry entry : tracked().below(prefix)) {
            String path = TrackedFiles.path(entry);
            if (isChosen(path, fileNames)) {
              add(entry, path.substring(prefix.length()), listing);
            }
          }
          untracked().below(folder).stream()
              .filter(path -> !path.endsWith("/") && isChosen(path, fileNames))
              .forEach(path -> listing.files().add(path.substring(prefix.length())));
          return listing;
        });
  }

  private void add(DirCacheEntry entry, String path, FileListing listing) throws IOException {
    (TrackedFiles.isSubmodule(entry) ? listing.submodules() : listing.files()).add(path);
    if (tracked().isLeftOut(entry)) {
      listing.notCheckedOut().add(path);
    }
  }

  private static boolean isChosen(String path, Set<String> fileNames) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return fileNames.isEmpty()
        || fileNames.contains(name)
        || fileNames.stream().anyMatch(pattern -> fits(name, pattern));
  }

  /** At most one {@code *} stands for any characters. */
  private static boolean fits(String name, String pattern) {
    int star = pattern.indexOf('*');
    return star >= 0
        && name.length() >= pattern.length() - 1
        && name.startsWith(pattern.substring(0, star))
        && name.endsWith(pattern.substring(star + 1));
  }

  @Override
  public List<Tag> tags() {
    return Failures.answer(() -> tagReader().all());
  }

  @Override
  public List<Tag> tagsReachableFrom(String commit) {
    return reachable(commit, tags());
  }

  @Override
  public List<Tag> reachable(String commit, List<Tag> tags) {
    return Failures.answer(() -> tagReader().reachable(commit(commit), tags));
  }

  private TagReader tagReader() {
    return new TagReader(repository, history, commits);
  }

  @Override
  public CommitTree tree(String commit, Path folder) {
    return Failures.answer(
        () -> new TreeReader(repository).read(commit(commit).getTree(), fromTop(folder)));
  }

  @Override
  public <T> Map<PastFile, T> contents(
      Path folder, Collection<PastFile> files, BiFunction<PastFile, byte[], T> value) {
    return Failures.answer(
        () -> {
          Map<PastFile, T> found = new HashMap<>();
          Map<String, T> byId = new HashMap<>();
          TreeReader trees = new TreeReader(repository);
          for (PastFile file : files) {
            RevTree tree = commit(file.commit()).getTree();
            Optional<String> id = trees.blobAt(tree, fromTop(folder) + file.path());
            if (id.isPresent() && !byId.containsKey(id.get())) {
              byte[] content = trees.blobs(List.of(id.get())).get(id.get());
              byId.put(id.get(), content == null ? null : value.apply(file, content));
            }
            id.map(byId::get).ifPresent(v -> found.put(file, v));
          }
          return found;
        });
  }

  @Override
  public void commitsSince(
      String commit, Collection<String> others, Optional<Path> folder, Consumer<Commit> each) {
    List<RevCommit> range =
        Failures.answer(
            () -> {
              List<RevCommit> excluded = new ArrayList<>();
              for (String other : others) {
                excluded.add(commit(other));
              }
              return history.since(commit(commit), excluded);
            });
    Optional<String> prefix = folder.map(this::fromTop);
    for (RevCommit one : range) {
      each.accept(Failures.answer(() -> commits.read(one, prefix)));
    }
  }

  @Override
  public List<Commit> commitsMissing(String commit, String other) {
    throw new UnsupportedOperationException("only goals that write ask, and they need git");
  }

  @Override
  public List<String> filesWithAnyOf(Path folder, Set<String> texts) {
    return Failures.answer(
        () ->
            new TextSearch(repository, index(), tracked(), workTree, texts).below(fromTop(folder)));
  }

  private RevCommit commit(String revision) throws IOException {
    ObjectId id = repository.resolve(revision);
    if (id == null) {
      throw new IOException("unknown revision " + revision);
    }
    return history.commit(id).orElseThrow(() -> new IOException(revision + " is no commit"));
  }

  /** The path of a folder from the top, with a final slash; empty for the top. */
  private String fromTop(Path folder) {
    return FileNames.below(workTree, folder);
  }

  private DirCache index() throws IOException {
    if (index == null) {
      index = repository.readDirCache();
    }
    return index;
  }

  private TrackedFiles tracked() throws IOException {
    return new TrackedFiles(index(), workTree, sparse);
  }

  private UntrackedFiles untracked() throws IOException {
    IgnoreRules everywhere =
        IgnoreRules.everywhere(
            excludesFile(),
            repository.getCommonDirectory().toPath().resolve(Constants.INFO_EXCLUDE));
    return new UntrackedFiles(repository, workTree, tracked(), discovery, everywhere);
  }

  /** The user's own ignore rules: a file that need not exist. */
  private Path excludesFile() {
    String configured = repository.getConfig().getString("core", null, "excludesFile");
    if (configured == null) {
      return system.configurationFolder().map(f -> f.resolve("ignore")).orElse(workTree);
    }
    Optional<Path> home = system.home().filter(h -> configured.startsWith("~/"));
    return home.map(h -> h.resolve(configured.substring(2)))
        .orElseGet(() -> workTree.resolve(configured));
  }
}

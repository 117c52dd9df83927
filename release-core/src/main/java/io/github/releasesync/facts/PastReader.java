package io.github.releasesync.facts;

import io.github.releasesync.git.GitRepository;
import io.github.releasesync.project.group.PastReleases;
import io.github.releasesync.project.group.PreviousRelease;
import io.github.releasesync.project.group.ReachableTag;
import io.github.releasesync.project.group.ReleaseTag;
import io.github.releasesync.project.group.TaggedRelease;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.PastTree;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.project.workspace.WorkspaceReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads the manifests of the newest releases, from as few commits as possible. */
final class PastReader {

  /**
   * The most releases to read, each with two calls of git. More tag lines need configured groups.
   */
  private static final int MOST_RELEASES_READ = 8;

  /** The releases of one line of tags to read, until one is of a package. */
  private static final int MOST_OF_A_LINE = 2;

  /** Older releases that are read for packages which stayed at them. */
  private static final int MOST_SHARED = 2;

  private final GitRepository repository;
  private final Path root;
  private final FileTree today;
  private final Supplier<Workspace> workspace;
  private int read;

  PastReader(GitRepository repository, Path root, FileTree today, Supplier<Workspace> workspace) {
    this.repository = repository;
    this.root = root;
    this.today = today;
    this.workspace = workspace;
  }

  /**
   * The newest release of each line of tags, a line being the tags of one prefix. A tag at HEAD is
   * no memory: it is judged against what was released before. Commits are read until one is a
   * release of something that is looked at here; then one more for each line that was not met yet,
   * or two if the newest states the version before, as where the bump follows the tag. Where none
   * is, as where versions are only written while publishing, it is the newest of all.
   */
  PastReleases read(List<ReachableTag> tags) {
    List<TaggedRelease> ofPackages = new ArrayList<>();
    List<TaggedRelease> ofOthers = new ArrayList<>();
    Map<String, Integer> met = new HashMap<>();
    for (List<ReachableTag> commit :
        byCommit(tags.stream().filter(tag -> !tag.atHead()).toList())) {
      if (read == MOST_RELEASES_READ) {
        break;
      }
      if (ofPackages.isEmpty()
          || commit.stream()
              .map(tag -> tag.release().orElseThrow())
              .anyMatch(
                  tag ->
                      met.getOrDefault(tag.prefix(), 0) < MOST_OF_A_LINE
                          && mayJoin(tag, workspace.get()))) {
        TaggedRelease release = release(commit);
        boolean isOfAPackage = release.isOfAPackage();
        (isOfAPackage ? ofPackages : ofOthers).add(release);
        int tries = isOfAPackage ? MOST_OF_A_LINE : 1;
        commit.forEach(tag -> met.merge(tag.release().orElseThrow().prefix(), tries, Integer::sum));
      }
    }
    if (ofPackages.isEmpty()) {
      return new PastReleases(ofOthers.stream().limit(1).toList(), List.of(), tags);
    }
    Shared shared = shared(tags, ofPackages);
    ofOthers.addAll(shared.earlier());
    Map<String, Optional<TaggedRelease>> predecessors = new HashMap<>();
    return new PastReleases(
        ofPackages,
        ofOthers,
        shared.previous(),
        tags,
        commit -> predecessors.computeIfAbsent(commit, c -> predecessor(tags, c)));
  }

  /** The release before a release, in its line of tags. */
  private Optional<TaggedRelease> predecessor(List<ReachableTag> tags, String commit) {
    return lines(tags).stream()
        .flatMap(line -> line.stream().dropWhile(tag -> !tag.commit().equals(commit)))
        .filter(tag -> !tag.commit().equals(commit))
        .findFirst()
        .flatMap(tag -> readAlso(List.of(tag)).stream().findFirst());
  }

  /** Releases whose version packages of today still have, although newer ones followed. */
  private record Shared(List<PreviousRelease> previous, List<TaggedRelease> earlier) {}

  /**
   * The releases at which packages of today have stayed: the one before the newest, where a package
   * may have been forgotten, and older ones, where it was forgotten twice or left on purpose.
   */
  private Shared shared(List<ReachableTag> tags, List<TaggedRelease> newest) {
    Set<String> now = new HashSet<>();
    workspace.get().packages().stream()
        .filter(p -> !p.isPlaceholder())
        .flatMap(p -> p.release().stream())
        .filter(version -> !version.isDevelopment())
        .forEach(version -> now.add(version.base()));
    List<PreviousRelease> previous = new ArrayList<>();
    List<ReachableTag> earlier = new ArrayList<>();
    for (List<ReachableTag> line : lines(tags)) {
      String last = base(line.get(0));
      for (int i = 1; i < line.size(); i++) {
        ReachableTag tag = line.get(i);
        boolean stayed = !base(tag).equals(last) && now.contains(base(tag));
        boolean known = newest.stream().anyMatch(n -> n.commit().equals(tag.commit()));
        if (!tag.atHead() && !known && stayed) {
          if (i == 1 && previous.size() < MOST_SHARED) {
            previous.addAll(previous(line));
          } else {
            earlier.add(tag);
          }
        }
      }
    }
    return new Shared(
        previous, readAlso(earlier.subList(0, Math.min(MOST_SHARED, earlier.size()))));
  }

  private static String base(ReachableTag tag) {
    return tag.release().orElseThrow().version().base();
  }

  private List<PreviousRelease> previous(List<ReachableTag> line) {
    List<TaggedRelease> before = line.size() > 2 ? readAlso(List.of(line.get(2))) : List.of();
    return readAlso(List.of(line.get(1))).stream()
        .map(release -> new PreviousRelease(release, before.stream().findFirst()))
        .toList();
  }

  /** The release tags of each prefix, the newest first, one for each version. */
  private static Collection<List<ReachableTag>> lines(List<ReachableTag> tags) {
    Map<String, List<ReachableTag>> lines = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (ReachableTag tag : tags) {
      Optional<ReleaseTag> release = tag.release();
      if (release.isPresent() && seen.add(release.get().prefix() + " " + release.get().version())) {
        lines.computeIfAbsent(release.get().prefix(), p -> new ArrayList<>()).add(tag);
      }
    }
    return lines.values();
  }

  /** Whether a release may connect packages; a tag of a single unconnected package cannot. */
  private static boolean mayJoin(ReleaseTag tag, Workspace workspace) {
    List<Package> named = workspace.packages().stream().filter(tag::names).toList();
    return named.size() != 1
        || workspace.builds().values().stream()
            .anyMatch(b -> named.contains(b.project()) || named.contains(b.crate()));
  }

  /** Reads further commits, up to the limit. */
  List<TaggedRelease> readAlso(List<ReachableTag> tags) {
    List<TaggedRelease> releases = new ArrayList<>();
    for (ReachableTag tag : tags) {
      if (read < MOST_RELEASES_READ) {
        releases.add(release(List.of(tag)));
      }
    }
    return releases;
  }

  private TaggedRelease release(List<ReachableTag> commit) {
    read++;
    FileTree then = new PastTree(repository.at(commit.get(0).commit(), root), today);
    return new TaggedRelease(
        commit.get(0).commit(),
        commit.stream().flatMap(tag -> tag.release().stream()).toList(),
        new WorkspaceReader().read(then),
        workspace);
  }

  private static List<List<ReachableTag>> byCommit(List<ReachableTag> tags) {
    Map<String, List<ReachableTag>> byCommit = new LinkedHashMap<>();
    for (ReachableTag tag : tags) {
      if (tag.release().isPresent()) {
        byCommit.computeIfAbsent(tag.commit(), c -> new ArrayList<>()).add(tag);
      }
    }
    return List.copyOf(byCommit.values());
  }
}

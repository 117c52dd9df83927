package io.github.releasesync.facts;

import io.github.releasesync.git.GitRepository;
import io.github.releasesync.project.group.PastReleases;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Reads the manifests of the newest releases, from as few commits as possible. */
final class PastReader {

  /**
   * The most releases to read, each with two calls of git. More tag lines need configured groups.
   */
  private static final int MOST_RELEASES_READ = 8;

  private final GitRepository repository;
  private final Path root;
  private final FileTree today;
  private int read;

  PastReader(GitRepository repository, Path root, FileTree today) {
    this.repository = repository;
    this.root = root;
    this.today = today;
  }

  /**
   * The newest release of each line of tags, which are the tags of one prefix. Commits are read
   * until one is a release of a package of this workspace; then one more for each remaining line.
   * If no commit is one, because versions are only written while publishing, the newest of all
   * counts.
   */
  PastReleases read(List<ReachableTag> tags, Supplier<Workspace> workspace) {
    List<TaggedRelease> ofPackages = new ArrayList<>();
    List<TaggedRelease> ofOthers = new ArrayList<>();
    Set<String> met = new HashSet<>();
    for (List<ReachableTag> commit : byCommit(tags)) {
      if (read == MOST_RELEASES_READ) {
        break;
      }
      if (ofPackages.isEmpty()
          || commit.stream()
              .map(tag -> tag.release().orElseThrow())
              .anyMatch(tag -> !met.contains(tag.prefix()) && mayJoin(tag, workspace.get()))) {
        TaggedRelease release = release(commit);
        (release.isOfAPackage() ? ofPackages : ofOthers).add(release);
        commit.forEach(tag -> met.add(tag.release().orElseThrow().prefix()));
      }
    }
    return ofPackages.isEmpty()
        ? new PastReleases(ofOthers.stream().limit(1).toList(), List.of())
        : new PastReleases(ofPackages, ofOthers);
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
        new WorkspaceReader().read(then));
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

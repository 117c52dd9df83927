package io.github.releasesync.history;

import io.github.releasesync.git.Commit;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.Tag;
import io.github.releasesync.project.group.GroupRelease;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.version.CommitImpact;
import io.github.releasesync.version.ReleaseVersion;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fixes that a hotfix published and that this branch does not have: its next release would bring
 * the mistakes back. A fix is ported if the branch has its commit, a cherry-pick of it, the commit
 * that it was picked from, a commit with the same change (patch id), or one with the same title and
 * the same number of a pull request.
 */
public final class UnportedFixes {

  /** The titles of release commits, in addition to this project's own. */
  private static final List<String> RELEASE_TITLES =
      List.of("release", "chore(release)", "chore: release", "bump version", "[maven-release");

  private final GitRepository repository;
  private final String releaseTitle;

  /**
   * A search.
   *
   * @param repository the repository
   * @param releaseTitle the beginning of the titles of this project's own release commits
   */
  public UnportedFixes(GitRepository repository, String releaseTitle) {
    this.repository = repository;
    this.releaseTitle = releaseTitle;
  }

  /**
   * The fixes of hotfixes that were released since the last release that HEAD builds upon, and are
   * below the next one.
   *
   * @param tags the group with its tags
   * @param next its next version
   * @param ignored ids of commits, or the beginnings of them, that are known not to be here
   * @return the fixes, each with the tag that brought it out, the newest first
   */
  public Map<Commit, String> before(GroupTags tags, ReleaseVersion next, List<String> ignored) {
    Map<Commit, String> unported = new LinkedHashMap<>();
    for (Tag tag : hotfixes(tags, next)) {
      List<Commit> missing =
          repository.commitsMissing(tag.commit()).stream()
              .filter(commit -> ignored.stream().noneMatch(id -> commit.id().startsWith(id)))
              .filter(this::isFix)
              .toList();
      if (!missing.isEmpty()) {
        PortedCommits here = PortedCommits.of(repository, tag.commit());
        missing.stream()
            .filter(commit -> !here.has(commit))
            .forEach(commit -> unported.putIfAbsent(commit, tag.name()));
      }
    }
    return unported;
  }

  private List<Tag> hotfixes(GroupTags tags, ReleaseVersion next) {
    List<Tag> all = repository.tags();
    Set<String> reachable =
        tags.releases().stream().map(r -> r.tag().name()).collect(Collectors.toSet());
    Optional<GroupRelease> last = tags.last();
    Instant since =
        last.flatMap(l -> all.stream().filter(t -> t.name().equals(l.tag().name())).findFirst())
            .map(Tag::created)
            .orElse(Instant.MAX);
    return all.stream()
        .filter(tag -> !reachable.contains(tag.name()))
        .filter(
            tag ->
                tags.format()
                    .version(tag.name(), tags.group())
                    .filter(v -> !v.isPreRelease() && v.compareTo(next) < 0)
                    .filter(
                        v ->
                            tag.created().isAfter(since)
                                || last.filter(l -> l.version().compareTo(v) < 0).isPresent())
                    .isPresent())
        .toList();
  }

  /** Commits without impact on users, and release commits, need not be ported. */
  private boolean isFix(Commit commit) {
    CommitMessage message = CommitMessage.of(commit);
    String title = message.title().toLowerCase(java.util.Locale.ROOT);
    boolean release =
        !releaseTitle.isBlank() && message.title().startsWith(releaseTitle)
            || RELEASE_TITLES.stream().anyMatch(title::startsWith);
    boolean conventional = !message.entries().isEmpty();
    return !release && (!conventional || message.change() != CommitImpact.NONE);
  }
}

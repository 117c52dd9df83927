package io.github.releasesync.history;

import io.github.releasesync.git.Commit;
import io.github.releasesync.git.GitRepository;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What HEAD's history says of commits that another history has in another form. */
final class PortedCommits {

  /** The line that {@code git cherry-pick -x} adds to a message. */
  private static final Pattern PICKED =
      Pattern.compile("cherry picked from commit ([0-9a-f]{7,64})");

  private final GitRepository repository;
  private final Set<String> picked = new HashSet<>();
  private final Set<String> numbered = new HashSet<>();

  private PortedCommits(GitRepository repository) {
    this.repository = repository;
  }

  /** Those since HEAD's history and that of a commit went apart. */
  static PortedCommits of(GitRepository repository, String other) {
    PortedCommits here = new PortedCommits(repository);
    repository.commitsSince(List.of(other), Optional.empty(), here::add);
    return here;
  }

  private void add(Commit own) {
    picked.addAll(sources(own));
    String title = CommitMessage.of(own.message()).title();
    if (CommitMessage.isNumbered(title)) {
      numbered.add(title);
    }
  }

  /**
   * Whether it is here: it was picked from here, or from where one of here was picked too, or it
   * has the title of one of here, and that names a pull request.
   */
  boolean has(Commit theirs) {
    return numbered.contains(CommitMessage.of(theirs.message()).title())
        || sources(theirs).stream().anyMatch(id -> picked.contains(id) || isReachable(id));
  }

  private boolean isReachable(String id) {
    return repository
        .resolve(id + "^{commit}")
        .filter(known -> repository.behind(known) == 0)
        .isPresent();
  }

  private static List<String> sources(Commit commit) {
    List<String> ids = new ArrayList<>();
    Matcher line = PICKED.matcher(commit.message());
    while (line.find()) {
      ids.add(line.group(1));
    }
    return ids;
  }
}

package io.github.releasesync.git.jgit;

import io.github.releasesync.git.GitAnswer;
import io.github.releasesync.git.GitOpener;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.NotARepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.SystemReader;

/** Opens repositories with JGit, where git itself would open them. */
public final class JGit implements GitOpener {

  private static final String NO_WORK_TREE =
      "a bare repository, or the inside of one, has no work tree";

  private final Map<String, String> environment;
  private final Optional<Ownership> ownership;

  /**
   * JGit for the user of this process.
   *
   * @param environment the variables of this process: they say where the user's configuration is
   */
  public JGit(Map<String, String> environment) {
    this(environment, Optional.empty());
  }

  /** JGit for another user. */
  JGit(Map<String, String> environment, Optional<Ownership> ownership) {
    this.environment = environment;
    this.ownership = ownership;
  }

  @Override
  public GitAnswer open(Path directory) {
    return Failures.answer(() -> opened(directory.toRealPath()));
  }

  private GitAnswer opened(Path start) throws IOException {
    UserSystem system = UserSystem.installed(environment);
    Discovery discovery = new Discovery(system.files());
    Optional<Discovery.Found> found = discovery.find(start);
    if (found.isEmpty()) {
      return new NotARepository("not a git repository (or any of the parent directories): .git");
    }
    if (!ownership().allows(found.get(), userConfiguration(), system.home())) {
      return stranger(Ownership.trustedPath(found.get()));
    }
    if (found.get().top().isEmpty()) {
      return new NotARepository(NO_WORK_TREE);
    }
    Layout layout = Layout.of(found.get(), userConfiguration(), system.files());
    if (layout.workTree().filter(start::startsWith).isEmpty()) {
      return new NotARepository(NO_WORK_TREE);
    }
    return open(discovery, system, layout);
  }

  private Ownership ownership() throws IOException {
    return ownership.isPresent() ? ownership.get() : Ownership.ofProcess(environment);
  }

  private static StoredConfig userConfiguration() throws IOException {
    try {
      return SystemReader.getInstance().getUserConfig();
    } catch (ConfigInvalidException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** In git's own words. */
  private static NotARepository stranger(Path path) {
    return new NotARepository(
        "detected dubious ownership in repository at '" + path + "'",
        Optional.of("git config --global --add safe.directory " + Quoted.of(path.toString())));
  }

  private static GitRepository open(Discovery discovery, UserSystem system, Layout layout)
      throws IOException {
    Path workTree = layout.workTree().orElseThrow();
    Repository repository =
        new FileRepositoryBuilder()
            .setFS(system.files())
            .setGitDir(layout.gitDirectory().toFile())
            .setWorkTree(workTree.toFile())
            .setMustExist(true)
            .build();
    boolean shallow = Files.exists(repository.getCommonDirectory().toPath().resolve("shallow"));
    JGitReader reader = new JGitReader(repository, layout, discovery, system);
    return new GitRepository(reader, workTree, shallow, head(repository));
  }

  private static Optional<String> head(Repository repository) throws IOException {
    ObjectId head = repository.resolve("HEAD");
    if (head == null) {
      return Optional.empty();
    }
    try (RevWalk walk = new RevWalk(repository)) {
      return Optional.of(walk.parseCommit(head).name());
    }
  }
}

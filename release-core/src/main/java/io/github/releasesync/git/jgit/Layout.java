package io.github.releasesync.git.jgit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;

/**
 * Where the parts of a repository are, by its configuration.
 *
 * @param gitDirectory the folder with HEAD
 * @param workTree the top of the work tree; empty for a bare repository
 * @param sparse whether only a part of the files is checked out
 */
record Layout(Path gitDirectory, Optional<Path> workTree, boolean sparse) {

  private static final String CORE = "core";
  private static final String EXTENSIONS = "extensions";

  /** The extensions that JGit knows, or that a reader need not know. */
  private static final Set<String> KNOWN =
      Set.of(
          "noop",
          "preciousobjects",
          "partialclone",
          "worktreeconfig",
          "refstorage",
          "objectformat",
          "relativeworktrees");

  /**
   * Reads the configuration.
   *
   * @throws IOException if it says that JGit must not read the repository
   */
  static Layout of(Discovery.Found found, Config user, FS files) throws IOException {
    Path gitDirectory = found.gitDirectory();
    Path top = found.top().orElseThrow();
    boolean linked = Files.exists(gitDirectory.resolve("commondir"));
    Path common = files.getCommonDir(gitDirectory.toFile()).toPath();
    Config own = load(user, common.resolve("config"), files);
    requireKnown(own);
    Config config =
        own.getBoolean(EXTENSIONS, "worktreeConfig", false)
            ? load(linked ? user : own, gitDirectory.resolve("config.worktree"), files)
            : linked ? user : own;
    if (config.getBoolean(CORE, "bare", false)) {
      return new Layout(gitDirectory, Optional.empty(), false);
    }
    String elsewhere = config.getString(CORE, null, "worktree");
    Path workTree = elsewhere == null ? top : gitDirectory.resolve(elsewhere);
    boolean sparse =
        (linked ? load(own, gitDirectory.resolve("config.worktree"), files) : config)
            .getBoolean(CORE, "sparseCheckout", false);
    return new Layout(gitDirectory, Optional.of(workTree.toRealPath()), sparse);
  }

  private static Config load(Config base, Path file, FS files) throws IOException {
    FileBasedConfig config = new FileBasedConfig(base, file.toFile(), files);
    try {
      config.load();
    } catch (ConfigInvalidException e) {
      throw new IOException("bad config: " + e.getMessage(), e);
    }
    return config;
  }

  private static void requireKnown(Config config) throws IOException {
    int version = config.getInt(CORE, "repositoryformatversion", 0);
    if (version > 1) {
      throw new IOException("unknown repository version " + version);
    }
    String format = config.getString(EXTENSIONS, null, "objectformat");
    if (format != null && !format.equalsIgnoreCase("sha1")) {
      throw new IOException("ids of another kind than SHA-1: " + format);
    }
    for (String name : config.getNames(EXTENSIONS)) {
      if (version == 1 && !KNOWN.contains(name.toLowerCase(Locale.ROOT))) {
        throw new IOException("unknown repository extension: " + name);
      }
    }
  }
}

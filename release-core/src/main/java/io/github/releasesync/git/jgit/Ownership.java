package io.github.releasesync.git.jgit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;

/** Whether a repository is the user's, or trusted by the user: git's {@code safe.directory}. */
final class Ownership {

  private static final Integer ROOT = 0;
  private static final String ALL_BELOW = "/*";

  private final Object user;
  private final Map<String, String> environment;

  Ownership(Object user, Map<String, String> environment) {
    this.user = user;
    this.environment = environment;
  }

  /** That of the user of this process. */
  static Ownership ofProcess(Map<String, String> environment) throws IOException {
    Path process = Path.of("/proc/self");
    if (Files.isDirectory(process)) {
      return new Ownership(owner(process.toRealPath()), environment);
    }
    Path file = Files.createTempFile("release-sync", null);
    try {
      return new Ownership(owner(file), environment);
    } finally {
      Files.delete(file);
    }
  }

  /** Whether git would read a repository: everything is the user's, or the user trusts it. */
  boolean allows(Discovery.Found found, Config configuration, Optional<Path> home)
      throws IOException {
    List<Path> all =
        Stream.of(found.gitFile(), found.top(), Optional.of(found.gitDirectory()))
            .flatMap(Optional::stream)
            .toList();
    boolean own = true;
    for (Path path : all) {
      own &= isUser(owner(path));
    }
    return own || isTrusted(trustedPath(found), configuration, home);
  }

  /** The path that {@code safe.directory} has to name. */
  static Path trustedPath(Discovery.Found found) {
    return found.top().orElse(found.gitDirectory());
  }

  private boolean isUser(Object owner) {
    return owner.equals(user)
        || ROOT.equals(user) && String.valueOf(owner).equals(environment.get("SUDO_UID"));
  }

  /** Only the configuration of user and machine counts: a repository cannot trust itself. */
  private static boolean isTrusted(Path path, Config configuration, Optional<Path> home) {
    boolean trusted = false;
    for (String value : configuration.getStringList("safe", null, "directory")) {
      if (value == null || value.isEmpty()) {
        trusted = false;
      } else {
        trusted |= value.equals("*") || names(expanded(value, home), path);
      }
    }
    return trusted;
  }

  private static String expanded(String value, Optional<Path> home) {
    return value.startsWith("~/") && home.isPresent()
        ? home.get().resolve(value.substring(2)).toString()
        : value;
  }

  private static boolean names(String value, Path path) {
    String text = path.toString().replace('\\', '/');
    return value.endsWith(ALL_BELOW)
        ? text.startsWith(value.substring(0, value.length() - 1))
        : value.equals(text) || isSameFolder(value, path);
  }

  private static boolean isSameFolder(String value, Path path) {
    try {
      Path named = Path.of(value);
      return named.isAbsolute() && named.toRealPath().equals(path);
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  private static Object owner(Path path) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS)
        : Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
  }
}

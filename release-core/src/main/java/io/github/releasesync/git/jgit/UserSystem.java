package io.github.releasesync.git.jgit;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * What JGit sees of the machine: the git configuration of the user, by the variables of this
 * process. JGit's own would start git to find the configuration of the machine, write to a
 * configuration of its own, and measure the clock of the file system with files that it makes in
 * the repository.
 */
final class UserSystem extends SystemReader.Delegate {

  private static final String MEASURED = "filesystem";
  private static final long CLOCK_RESOLUTION_SECONDS = 2;

  private final SystemReader original;
  private final Map<String, String> environment;
  private final FS files;

  private UserSystem(SystemReader original, Map<String, String> environment) {
    super(original);
    this.original = original;
    this.environment = environment;
    this.files = FS.detect();
    home().ifPresent(home -> files.setUserHome(home.toFile()));
  }

  /** Makes JGit use it; JGit has one such object for all repositories. */
  static UserSystem installed(Map<String, String> environment) {
    SystemReader now = SystemReader.getInstance();
    UserSystem system =
        new UserSystem(now instanceof UserSystem earlier ? earlier.original : now, environment);
    SystemReader.setInstance(system);
    return system;
  }

  FS files() {
    return files;
  }

  Optional<Path> home() {
    return folder("HOME").or(() -> isWindows() ? folder("USERPROFILE") : Optional.empty());
  }

  /** The user's folder for configuration. */
  Optional<Path> configurationFolder() {
    return folder("XDG_CONFIG_HOME")
        .or(() -> home().map(home -> home.resolve(".config")))
        .map(folder -> folder.resolve("git"));
  }

  private Optional<Path> folder(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isEmpty())
        .map(Path::of);
  }

  @Override
  public String getenv(String variable) {
    return environment.get(variable);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS ignored) {
    boolean none = isWindows() || environment.containsKey("GIT_CONFIG_NOSYSTEM");
    return new ReadConfig(
        parent, none ? Optional.empty() : Optional.of(Path.of("/etc/gitconfig")), files);
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS ignored) {
    ReadConfig folder =
        new ReadConfig(parent, configurationFolder().map(f -> f.resolve("config")), files);
    try {
      folder.load();
    } catch (java.io.IOException | org.eclipse.jgit.errors.ConfigInvalidException e) {
      throw Failures.failed(e.getMessage(), e);
    }
    return new ReadConfig(folder, home().map(home -> home.resolve(".gitconfig")), files);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS ignored) {
    return new ReadConfig(parent, Optional.empty(), files);
  }

  /** A configuration that is never written, and that knows the clock of every file system. */
  private static final class ReadConfig extends FileBasedConfig {

    private final boolean exists;

    ReadConfig(Config parent, Optional<Path> file, FS files) {
      super(parent, file.map(Path::toFile).orElse(new File("none")), files);
      this.exists = file.isPresent();
    }

    @Override
    public void load() throws java.io.IOException, org.eclipse.jgit.errors.ConfigInvalidException {
      if (exists) {
        super.load();
      }
    }

    @Override
    public boolean isOutdated() {
      return exists && super.isOutdated();
    }

    @Override
    public void save() {
      throw new UnsupportedOperationException("configuration is only read");
    }

    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long otherwise, TimeUnit unit) {
      return section.equals(MEASURED)
          ? unit.convert(CLOCK_RESOLUTION_SECONDS, TimeUnit.SECONDS)
          : super.getTimeUnit(section, subsection, name, otherwise, unit);
    }
  }
}

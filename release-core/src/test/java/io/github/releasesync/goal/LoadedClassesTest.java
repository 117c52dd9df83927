package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.process.SystemProcessRunner;
import io.github.releasesync.testing.GitSandbox;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JGit costs a check nothing where there is git: not one of its classes is loaded. */
class LoadedClassesTest {

  private static final String JGIT = "org.eclipse.jgit.";

  @TempDir Path temp;

  @Test
  void aCheckWithGitLoadsNoClassOfJGit() throws Exception {
    assertThat(loadedByCheck(System.getenv("PATH"))).isEmpty();
  }

  @Test
  void aCheckWithoutGitLoadsThem() throws Exception {
    assertThat(loadedByCheck(temp.toString())).isNotEmpty();
  }

  /** A check in a class loader of its own. */
  public static final class OneCheck {

    private OneCheck() {}

    /** Checks the folder of the first argument with the PATH of the second. */
    public static void main(String[] arguments) {
      Map<String, String> environment = Map.of("PATH", arguments[1], "HOME", arguments[0]);
      new ReleaseSync(new SystemProcessRunner(environment), environment)
          .check(
              new CheckRequest(
                  Path.of(arguments[0]),
                  Optional.empty(),
                  Optional.empty(),
                  List.of(),
                  FailOn.NEVER));
    }
  }

  private Set<String> loadedByCheck(String path) throws Exception {
    GitSandbox git = GitSandbox.init(temp.resolve("engine"));
    git.write("Cargo.toml", "[package]\nname = \"engine\"\nversion = \"1.1.0\"\n");
    git.commit("release").annotatedTag("v1.1.0");
    Set<String> loaded = new ConcurrentSkipListSet<>();
    try (URLClassLoader loader = new Recording(loaded)) {
      loader
          .loadClass(OneCheck.class.getName())
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {git.directory().toString(), path});
    }
    return loaded;
  }

  private static final class Recording extends URLClassLoader {

    private final Set<String> loaded;

    Recording(Set<String> loaded) throws Exception {
      super(classPath(), ClassLoader.getPlatformClassLoader());
      this.loaded = loaded;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(JGIT)) {
        loaded.add(name);
      }
      return super.loadClass(name, resolve);
    }

    private static URL[] classPath() throws Exception {
      String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
      URL[] urls = new URL[entries.length];
      for (int i = 0; i < entries.length; i++) {
        urls[i] = Path.of(entries[i]).toUri().toURL();
      }
      return urls;
    }
  }
}

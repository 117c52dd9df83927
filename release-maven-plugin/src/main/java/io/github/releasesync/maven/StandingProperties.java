package io.github.releasesync.maven;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;

/**
 * User properties that Maven adds to every command line. They are for all goals, like the
 * configuration of a plugin.
 */
final class StandingProperties {

  private static final Pattern DEFINED =
      Pattern.compile("(?:-D|--define[=\\s])\\s*[\"']?(release-sync\\.[\\w.-]+)");

  private StandingProperties() {}

  /** Their names. */
  static Set<String> of(MavenSession session) {
    Set<String> names =
        new TreeSet<>(in(session.getSystemProperties().getProperty("env.MAVEN_ARGS", "")));
    File root = session.getRequest().getMultiModuleProjectDirectory();
    if (root != null) {
      names.addAll(of(root.toPath().resolve(".mvn")));
    }
    return names;
  }

  /** Those of a folder {@code .mvn}; the properties file is of Maven 4. */
  static Set<String> of(Path folder) {
    Set<String> names = new TreeSet<>();
    try {
      Path config = folder.resolve("maven.config");
      if (Files.isRegularFile(config)) {
        names.addAll(in(Files.readString(config)));
      }
      Path file = folder.resolve("maven-user.properties");
      if (Files.isRegularFile(file)) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
          properties.load(reader);
        }
        names.addAll(properties.stringPropertyNames());
      }
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
    return names;
  }

  /** Those that a command line defines. */
  static Set<String> in(String arguments) {
    Set<String> names = new TreeSet<>();
    DEFINED.matcher(arguments).results().forEach(found -> names.add(found.group(1)));
    return names;
  }

  private static ReleaseException unreadable(Path folder, IOException cause) {
    return new ReleaseException(
        Problem.of(
            Code.CONFIGURATION_INVALID,
            Place.of(String.valueOf(folder.getFileName())),
            "its files cannot be read: " + cause.getClass().getSimpleName(),
            "make them readable, in UTF-8"),
        cause);
  }
}

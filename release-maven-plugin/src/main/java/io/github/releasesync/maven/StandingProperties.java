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
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;

/**
 * User properties that Maven adds to every command line. They are for all goals, like the
 * configuration of a plugin.
 */
final class StandingProperties {

  private static final Pattern DEFINED =
      Pattern.compile("(?:-D|--define[=\\s])\\s*[\"']?(release-sync\\.[\\w.-]+)(?:=([^\\s\"']*))?");

  private StandingProperties() {}

  /** Each with its value, as far as that is one plain word. */
  static Map<String, String> of(MavenSession session) {
    Map<String, String> values =
        new TreeMap<>(in(session.getSystemProperties().getProperty("env.MAVEN_ARGS", "")));
    File root = session.getRequest().getMultiModuleProjectDirectory();
    if (root != null) {
      values.putAll(of(root.toPath().resolve(".mvn")));
    }
    return values;
  }

  /** Those of a folder {@code .mvn}; the properties file is of Maven 4. */
  static Map<String, String> of(Path folder) {
    Map<String, String> values = new TreeMap<>();
    try {
      Path config = folder.resolve("maven.config");
      if (Files.isRegularFile(config)) {
        values.putAll(in(Files.readString(config)));
      }
      Path file = folder.resolve("maven-user.properties");
      if (Files.isRegularFile(file)) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
          properties.load(reader);
        }
        properties
            .stringPropertyNames()
            .forEach(name -> values.put(name, properties.getProperty(name)));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(folder, e);
    }
    return values;
  }

  /** Those that a command line defines. */
  static Map<String, String> in(String arguments) {
    Map<String, String> values = new TreeMap<>();
    DEFINED
        .matcher(arguments)
        .results()
        .forEach(
            found ->
                values.put(found.group(1), Objects.requireNonNullElse(found.group(2), "true")));
    return values;
  }

  private static ReleaseException unreadable(Path folder, Exception cause) {
    return new ReleaseException(
        Problem.of(
            Code.CONFIGURATION_INVALID,
            Place.of(String.valueOf(folder.getFileName())),
            "its files cannot be read: " + cause.getClass().getSimpleName(),
            "make them readable, in UTF-8"),
        cause);
  }
}

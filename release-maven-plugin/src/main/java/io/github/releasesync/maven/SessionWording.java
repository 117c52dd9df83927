package io.github.releasesync.maven;

import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.report.Wording;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * Commands that work where they are printed: typed in the same folder, they mean the same
 * repository with the same settings.
 */
final class SessionWording {

  /** Settings that say what one call does; they are not repeated in the next. */
  private static final Set<String> OF_ONE_CALL =
      Set.of(
          "bumpDependents",
          "developmentVersion",
          "dryRun",
          "faults",
          "level",
          "live",
          "package",
          "push",
          "skip");

  /** How Maven calls settings.xml as a source of profiles. */
  private static final String SETTINGS = "external";

  private SessionWording() {}

  /**
   * The wording for one execution of a goal.
   *
   * @param folder the folder of the repository that the goal works on
   */
  static Wording of(MavenSession session, MojoExecution execution, Path folder) {
    PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
    Map<String, Set<String>> accepted = new TreeMap<>();
    GoalParameters.of(plugin)
        .properties()
        .forEach((goal, names) -> accepted.put(goal, withoutPrefix(names)));
    String call =
        isKnown(session, plugin.getGroupId(), plugin.getArtifactId())
            ? plugin.getGoalPrefix()
            : String.join(":", plugin.getGroupId(), plugin.getArtifactId(), plugin.getVersion());
    Path current = Path.of("").toAbsolutePath();
    return new MavenWording(
        arguments(session, current) + call,
        given(session),
        accepted,
        GitFolder.of(current, folder).map(path -> shown(current, path)));
  }

  private static Set<String> withoutPrefix(Set<String> names) {
    return names.stream()
        .map(name -> name.substring(GoalParameters.PREFIX.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Whether Maven finds the plugin by its prefix: the project declares it, or the settings name its
   * group.
   */
  static boolean isKnown(MavenSession session, String groupId, String artifactId) {
    String key = Plugin.constructKey(groupId, artifactId);
    MavenProject project = session.getCurrentProject();
    boolean declared =
        project.getPlugin(key) != null
            || project.getPluginManagement() != null
                && project.getPluginManagement().getPluginsAsMap().containsKey(key);
    return declared || session.getSettings().getPluginGroups().contains(groupId);
  }

  /** The settings of this command line; those of {@code .mvn/maven.config} count again anyway. */
  private static Map<String, String> given(MavenSession session) {
    Map<String, String> given = new LinkedHashMap<>();
    Map<String, String> standing = standing(session);
    for (String name : new TreeSet<>(session.getUserProperties().stringPropertyNames())) {
      String value = session.getUserProperties().getProperty(name);
      if (name.startsWith(GoalParameters.PREFIX) && !value.equals(standing.get(name))) {
        String option = name.substring(GoalParameters.PREFIX.length());
        if (!OF_ONE_CALL.contains(option)) {
          given.put(option, value);
        }
      }
    }
    return given;
  }

  /** None where they cannot be read: that is a failure, and a failure needs a wording. */
  private static Map<String, String> standing(MavenSession session) {
    try {
      return StandingProperties.of(session);
    } catch (ReleaseException e) {
      return Map.of();
    }
  }

  /** The POM of the project that was configured, and the profiles that Maven was given. */
  private static String arguments(MavenSession session, Path current) {
    List<String> arguments = new ArrayList<>();
    pom(session)
        .map(pom -> pom.toPath().toAbsolutePath().normalize())
        .filter(pom -> !pom.equals(current.resolve("pom.xml")))
        .ifPresent(pom -> arguments.add("-f " + MavenWording.quoted(shown(current, pom))));
    List<String> profiles = new ArrayList<>(session.getRequest().getActiveProfiles());
    profiles.retainAll(ofPoms(session.getCurrentProject()));
    session.getRequest().getInactiveProfiles().forEach(id -> profiles.add("!" + id));
    if (!profiles.isEmpty()) {
      arguments.add("-P " + MavenWording.quoted(String.join(",", profiles)));
    }
    return arguments.stream().map(argument -> argument + " ").collect(Collectors.joining());
  }

  /** The POM whose configuration counts: for a module, its own, also if -pl selects it. */
  private static Optional<File> pom(MavenSession session) {
    MavenProject project = session.getCurrentProject();
    File given = session.getRequest().getPom();
    return Optional.ofNullable(
        project.isExecutionRoot() || project.getFile() == null ? given : project.getFile());
  }

  /** A path as a user would type it in a folder: relative, if it is near. */
  private static String shown(Path current, Path path) {
    Path near = current.getParent() == null ? current : current.getParent();
    return (path.startsWith(near) ? current.relativize(path) : path).toString();
  }

  /**
   * The active profiles that POMs declare. Those of settings.xml count again anyway where it
   * activates them, and Maven does not say which those are.
   */
  private static Set<String> ofPoms(MavenProject project) {
    return project.getInjectedProfileIds().entrySet().stream()
        .filter(source -> !source.getKey().equals(SETTINGS))
        .flatMap(source -> source.getValue().stream())
        .collect(Collectors.toSet());
  }
}

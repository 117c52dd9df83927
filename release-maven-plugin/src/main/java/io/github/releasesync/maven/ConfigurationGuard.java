package io.github.releasesync.maven;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Refuses elements of a {@code <configuration>} that Maven drops before a goal sees them. An
 * element of the plugin is for all goals, so one of them must have it; an element of an execution
 * is for the goals of that execution.
 */
final class ConfigurationGuard {

  private final GoalParameters goals;
  private final Path folder;

  /**
   * A guard.
   *
   * @param goals the parameters of each goal
   * @param folder the folder in which Maven was started; file names are relative to it
   */
  ConfigurationGuard(GoalParameters goals, Path folder) {
    this.goals = goals;
    this.folder = folder;
  }

  /** Checks the effective POM for one execution. */
  static void check(MavenSession session, MojoExecution execution, GoalParameters goals) {
    ConfigurationGuard guard =
        new ConfigurationGuard(goals, Path.of(session.getExecutionRootDirectory()));
    Plugin called = execution.getPlugin();
    declared(session.getCurrentProject(), called.getKey())
        .ifPresent(plugin -> guard.check(plugin, execution.getExecutionId()));
  }

  /** The declaration that Maven uses: among the build's plugins, else among the managed plugins. */
  private static Optional<Plugin> declared(MavenProject project, String key) {
    Optional<Plugin> built = Optional.ofNullable(project.getPlugin(key));
    return built.or(
        () ->
            Optional.ofNullable(project.getPluginManagement())
                .map(managed -> managed.getPluginsAsMap().get(key)));
  }

  /** Checks the plugin, and one of its executions if it is declared. */
  void check(Plugin plugin, String executionId) {
    List<Xpp3Dom> shared = children(plugin.getConfiguration());
    Set<String> all = GoalParameters.union(goals.elements(), goals.elements().keySet());
    for (Xpp3Dom element : shared) {
      require(element, all, "no goal has", plugin.getLocation("configuration"));
    }
    for (PluginExecution execution : plugin.getExecutions()) {
      if (execution.getId().equals(executionId)) {
        check(execution, shared, all);
      }
    }
  }

  /** An execution inherits the elements of the plugin, so it may contain them too. */
  private void check(PluginExecution execution, List<Xpp3Dom> shared, Set<String> all) {
    List<String> own = execution.getGoals();
    Set<String> known = new TreeSet<>();
    shared.forEach(element -> known.add(element.getName()));
    known.addAll(own.isEmpty() ? all : GoalParameters.union(goals.elements(), Set.copyOf(own)));
    String nothing =
        own.isEmpty()
            ? "no goal has"
            : String.join(", ", own) + (own.size() == 1 ? " has" : " have") + " no";
    for (Xpp3Dom element : children(execution.getConfiguration())) {
      require(element, known, nothing, execution.getLocation("configuration"));
    }
  }

  private void require(
      Xpp3Dom element, Set<String> known, String who, InputLocation configuration) {
    String name = element.getName();
    if (known.contains(name)) {
      return;
    }
    String others = GoalParameters.goalsWith(goals.elements(), name);
    throw new ReleaseException(
        Problem.of(
            Code.CONFIGURATION_INVALID,
            place(element, configuration),
            who + " <" + name + ">",
            others.isEmpty()
                ? "did you mean <" + NearestName.of(name, known) + ">?"
                : "leave it out; goals that have it: " + others));
  }

  /** The place of the element, else of its {@code <configuration>}, else a general place. */
  private Place place(Xpp3Dom element, InputLocation configuration) {
    InputLocation location =
        element.getInputLocation() instanceof InputLocation own ? own : configuration;
    if (location == null || location.getSource() == null) {
      return Place.of("<configuration>");
    }
    String file = location.getSource().getLocation();
    return new Place(
        file == null ? location.getSource().getModelId() : display(file),
        Math.max(location.getLineNumber(), 0),
        0);
  }

  /** A path, or a URI as in Maven 4. */
  private String display(String location) {
    Path file = location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
    Path from = file.startsWith(folder) ? folder.relativize(file) : file;
    return from.toString().replace('\\', '/');
  }

  private static List<Xpp3Dom> children(Object configuration) {
    return configuration instanceof Xpp3Dom dom ? List.of(dom.getChildren()) : List.of();
  }
}

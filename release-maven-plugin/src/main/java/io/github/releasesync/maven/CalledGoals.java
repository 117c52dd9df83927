package io.github.releasesync.maven;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/** The goals of a plugin that one command line runs. */
final class CalledGoals {

  private final String prefix;
  private final String key;

  /**
   * The goals of one plugin.
   *
   * @param prefix its goal prefix
   * @param key its {@code groupId:artifactId}
   */
  CalledGoals(String prefix, String key) {
    this.prefix = prefix;
    this.key = key;
  }

  /** The goals that are called by name, and with a phase those that the projects bind. */
  static Set<String> of(MavenSession session, PluginDescriptor plugin) {
    CalledGoals calls =
        new CalledGoals(
            plugin.getGoalPrefix(),
            Plugin.constructKey(plugin.getGroupId(), plugin.getArtifactId()));
    List<String> tasks = tasks(session);
    Set<String> goals = new TreeSet<>();
    tasks.stream().flatMap(task -> calls.goal(task).stream()).forEach(goals::add);
    if (tasks.stream().anyMatch(CalledGoals::isPhase)) {
      session.getProjects().stream().flatMap(calls::bound).forEach(goals::add);
    }
    return goals;
  }

  /** Without tasks, Maven uses the default goal of the first project. */
  private static List<String> tasks(MavenSession session) {
    if (!session.getGoals().isEmpty()) {
      return session.getGoals();
    }
    return Optional.ofNullable(session.getTopLevelProject().getDefaultGoal())
        .map(goals -> Arrays.asList(goals.strip().split("\\s+")))
        .orElse(List.of());
  }

  /**
   * The goal that a task calls, if it is one of the plugin: {@code prefix:goal}, {@code
   * groupId:artifactId:goal} or {@code groupId:artifactId:version:goal}, each with or without
   * {@code @execution}.
   */
  Optional<String> goal(String task) {
    int at = task.indexOf('@');
    String[] parts = (at < 0 ? task : task.substring(0, at)).split(":");
    boolean ours =
        switch (parts.length) {
          case 2 -> parts[0].equals(prefix);
          case 3, 4 -> key.equals(parts[0] + ":" + parts[1]);
          default -> false;
        };
    return ours ? Optional.of(parts[parts.length - 1]) : Optional.empty();
  }

  private static boolean isPhase(String task) {
    return task.indexOf(':') < 0;
  }

  private Stream<String> bound(MavenProject project) {
    return project.getBuildPlugins().stream()
        .filter(plugin -> plugin.getKey().equals(key))
        .flatMap(plugin -> plugin.getExecutions().stream())
        .filter(execution -> !isOff(execution))
        .flatMap(execution -> execution.getGoals().stream());
  }

  /** Maven has no official value for it; by convention, a disabled execution has the phase none. */
  static boolean isOff(PluginExecution execution) {
    String phase = execution.getPhase();
    return phase != null && phase.toLowerCase(Locale.ROOT).equals("none");
  }
}

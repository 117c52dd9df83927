package io.github.releasesync.maven;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * The position of a goal's call among those of a reactor. A goal that is bound in a parent runs in
 * every module, possibly in several at once, but there is only one repository.
 */
final class ReactorTurn {

  private final Map<String, Object> shared;
  private final String key;
  private final String module;
  private final Set<String> modules;

  /**
   * A turn.
   *
   * @param shared the state shared by all calls of the reactor; safe for concurrent use
   * @param key names the goal's execution
   * @param module the module that this call is for
   * @param modules all modules in which the goal will be called
   */
  ReactorTurn(Map<String, Object> shared, String key, String module, Set<String> modules) {
    this.shared = shared;
    this.key = key;
    this.module = module;
    this.modules = modules;
  }

  static ReactorTurn of(MavenSession session, MojoExecution execution, String root) {
    Map<String, Object> shared =
        session.getPluginContext(
            execution.getMojoDescriptor().getPluginDescriptor(), session.getTopLevelProject());
    return new ReactorTurn(
        shared,
        execution.getGoal() + "@" + execution.getExecutionId() + " " + root,
        session.getCurrentProject().getId(),
        modules(session.getProjects(), execution));
  }

  /** Whether this is the first call. */
  boolean isFirst() {
    return shared.putIfAbsent(key, Boolean.TRUE) == null;
  }

  /**
   * Whether this is the call of the last module, and at least one module wants the goal to run.
   * True once, even if the last module itself skips the goal. A call from the command line has no
   * other modules to wait for: the first call is the last.
   */
  boolean isLast(boolean wanted) {
    if (modules.isEmpty()) {
      return wanted && isFirst();
    }
    Calls calls = (Calls) shared.computeIfAbsent(key, k -> new Calls());
    return calls.complete(module, wanted, modules);
  }

  /** The calls so far. */
  private static final class Calls {
    private final Set<String> called = new HashSet<>();
    private boolean anyWanted;

    synchronized boolean complete(String module, boolean wanted, Set<String> modules) {
      anyWanted |= wanted;
      return called.add(module) && called.containsAll(modules) && anyWanted;
    }
  }

  /** The modules that bind this execution; none for a call from the command line. */
  private static Set<String> modules(List<MavenProject> projects, MojoExecution execution) {
    if (execution.getSource() == MojoExecution.Source.CLI) {
      return Set.of();
    }
    return projects.stream()
        .filter(p -> isBound(p, execution))
        .map(MavenProject::getId)
        .collect(Collectors.toSet());
  }

  private static boolean isBound(MavenProject project, MojoExecution execution) {
    return project.getBuildPlugins().stream()
        .filter(plugin -> plugin.getKey().equals(execution.getPlugin().getKey()))
        .flatMap(plugin -> plugin.getExecutions().stream())
        .anyMatch(
            e ->
                e.getId().equals(execution.getExecutionId())
                    && e.getGoals().contains(execution.getGoal())
                    && !CalledGoals.isOff(e));
  }
}

package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalledGoalsTest {

  private static final CalledGoals CALLS = new CalledGoals("release-sync", "org.example:plugin");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "release-sync:check",
        "release-sync:check@nightly",
        "org.example:plugin:check",
        "org.example:plugin:check@nightly",
        "org.example:plugin:1.2.0:check",
        "org.example:plugin:1.2.0-SNAPSHOT:check@nightly"
      })
  void aCallOfOurs(String task) {
    assertThat(CALLS.goal(task)).contains("check");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verify",
        "check",
        "release:prepare",
        "org.example:other:check",
        "com.example:plugin:1.2.0:check"
      })
  void aPhaseOrACallOfOthers(String task) {
    assertThat(CALLS.goal(task)).isEmpty();
  }

  @Test
  void withAPhaseTheBoundGoalsRunTooUnlessTheyAreOff() {
    MavenProject project = project(execution("a", null, "check"), execution("b", "none", "next"));

    assertThat(called(project, List.of("release-sync:sync", "verify")))
        .containsExactlyInAnyOrder("sync", "check");
  }

  @Test
  void withoutAPhaseNoBoundGoalRuns() {
    MavenProject project = project(execution("a", null, "check"));

    assertThat(called(project, List.of("release-sync:sync", "help:effective-pom")))
        .containsExactly("sync");
  }

  @Test
  void withoutATaskTheDefaultGoalIsCalled() {
    MavenProject project = project(execution("a", null, "check"));
    project.getBuild().setDefaultGoal("clean  release-sync:next");

    assertThat(called(project, List.of())).containsExactlyInAnyOrder("next", "check");
  }

  private static Set<String> called(MavenProject project, List<String> tasks) {
    PluginDescriptor plugin = new PluginDescriptor();
    plugin.setGroupId("org.example");
    plugin.setArtifactId("plugin");
    plugin.setGoalPrefix("release-sync");
    return CalledGoals.of(session(project, tasks), plugin);
  }

  @SuppressWarnings("deprecation") // The constructor that needs no container's session.
  private static MavenSession session(MavenProject project, List<String> tasks) {
    MavenSession session =
        new MavenSession(
            null,
            null,
            new DefaultMavenExecutionRequest().setGoals(tasks),
            new DefaultMavenExecutionResult());
    session.setProjects(List.of(project));
    return session;
  }

  private static MavenProject project(PluginExecution... executions) {
    Plugin plugin = new Plugin();
    plugin.setGroupId("org.example");
    plugin.setArtifactId("plugin");
    plugin.setExecutions(List.of(executions));
    MavenProject project = new MavenProject();
    project.getBuild().addPlugin(plugin);
    return project;
  }

  private static PluginExecution execution(String id, String phase, String goal) {
    PluginExecution execution = new PluginExecution();
    execution.setId(id);
    execution.setPhase(phase);
    execution.addGoal(goal);
    return execution;
  }
}

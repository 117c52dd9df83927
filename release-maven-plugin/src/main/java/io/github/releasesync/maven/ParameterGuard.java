package io.github.releasesync.maven;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Refuses configuration that Maven ignores: release-sync properties that no goal or no called goal
 * has, and expressions without a value, for which Maven uses the default.
 */
final class ParameterGuard {

  /** The property of the maven-release-plugin, which release-sync does not read. */
  private static final String DRY_RUN = "dryRun";

  /** The goals that would act although they were meant to be previewed. */
  private static final Set<String> CHANGING =
      Set.of("bump", "init", "package", "prepare", "publish", "rollback", "sync", "tag");

  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^{}]*)}");

  private final GoalParameters goals;
  private final Predicate<String> hasValue;

  /**
   * A guard.
   *
   * @param goals what each goal has
   * @param hasValue whether an expression such as {@code ${x}} has a value in this build
   */
  ParameterGuard(GoalParameters goals, Predicate<String> hasValue) {
    this.goals = goals;
    this.hasValue = hasValue;
  }

  /** Looks at the command line and at the configuration of one execution. */
  static void check(MavenSession session, MojoExecution execution) {
    PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
    GoalParameters goals = GoalParameters.of(plugin);
    PluginParameterExpressionEvaluator evaluator =
        new PluginParameterExpressionEvaluator(session, execution);
    ParameterGuard guard = new ParameterGuard(goals, text -> hasValue(evaluator, text));
    Map<String, String> properties =
        session.getUserProperties().stringPropertyNames().stream()
            .filter(name -> name.startsWith(GoalParameters.PREFIX))
            .collect(
                Collectors.toMap(
                    name -> name, name -> session.getUserProperties().getProperty(name)));
    guard.checkProperties(properties);
    if (execution.getSource() == MojoExecution.Source.CLI) {
      Set<String> typed = new TreeSet<>(properties.keySet());
      typed.removeAll(StandingProperties.of(session).keySet());
      guard.checkCalled(typed, CalledGoals.of(session, plugin));
      guard.checkDryRun(execution.getGoal(), session.getUserProperties().getProperty(DRY_RUN));
    }
    ConfigurationGuard.check(session, execution, goals);
    guard.checkConfiguration(execution.getConfiguration());
  }

  /** Refuses names that no goal has, and unresolved values, among user properties. */
  void checkProperties(Map<String, String> properties) {
    Set<String> known = goals.allProperties();
    for (String name : new TreeSet<>(properties.keySet())) {
      if (name.startsWith(GoalParameters.PREFIX)) {
        if (!known.contains(name)) {
          throw invalid(
              name,
              "no goal knows this property",
              "did you mean " + NearestName.of(name, known) + "?");
        }
        checkValue(name, properties.get(name));
      }
    }
  }

  /** Refuses properties that no goal of this command line has, though others do. */
  void checkCalled(Set<String> properties, Set<String> called) {
    Set<String> own = GoalParameters.union(goals.properties(), called);
    for (String name : properties) {
      if (!own.contains(name)) {
        throw invalid(
            name,
            "this is no property of " + String.join(", ", called),
            "leave it out; goals that have it: "
                + GoalParameters.goalsWith(goals.properties(), name));
      }
    }
  }

  /** Refuses the property of another plugin where a goal would act in spite of it. */
  void checkDryRun(String goal, String value) {
    boolean wanted = value != null && (value.isBlank() || value.strip().equals("true"));
    if (wanted && CHANGING.contains(goal)) {
      String own = GoalParameters.PREFIX + DRY_RUN;
      throw invalid(
          DRY_RUN,
          "`" + goal + "` does not read this property, and would act",
          goals.properties().getOrDefault(goal, Set.of()).contains(own)
              ? "did you mean " + own + "?"
              : "leave it out; goals that have "
                  + own
                  + ": "
                  + GoalParameters.goalsWith(goals.properties(), own));
    }
  }

  /** Refuses unresolved values in a configuration, but for the properties that may set it. */
  void checkConfiguration(Xpp3Dom configuration) {
    if (configuration == null) {
      return;
    }
    for (Xpp3Dom parameter : configuration.getChildren()) {
      Matcher whole = EXPRESSION.matcher(text(parameter));
      if (!whole.matches() || !goals.allProperties().contains(whole.group(1))) {
        checkAll(parameter.getName(), parameter);
      }
    }
  }

  private void checkAll(String name, Xpp3Dom element) {
    checkValue(name, text(element));
    for (Xpp3Dom child : element.getChildren()) {
      checkAll(name, child);
    }
  }

  private void checkValue(String name, String value) {
    Matcher expression = EXPRESSION.matcher(value);
    while (expression.find()) {
      if (!hasValue.test(expression.group())) {
        throw invalid(
            name,
            "`" + expression.group() + "` has no value here",
            "define the property, or write the value itself");
      }
    }
  }

  private static boolean hasValue(PluginParameterExpressionEvaluator evaluator, String text) {
    try {
      Object value = evaluator.evaluate(text);
      return value != null && !text.equals(value);
    } catch (ExpressionEvaluationException e) {
      return false;
    }
  }

  private static String text(Xpp3Dom element) {
    return element.getValue() == null ? "" : element.getValue().strip();
  }

  static ReleaseException invalid(String place, String message, String help) {
    return new ReleaseException(
        Problem.of(Code.CONFIGURATION_INVALID, Place.of(place), message, help));
  }
}

package io.github.releasesync.maven;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.util.Comparator;
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
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Refuses what Maven ignores: user properties of ours that no goal knows, and expressions that
 * nothing gives a value, for which Maven takes the default.
 */
final class ParameterGuard {

  private static final String PREFIX = "release-sync.";

  /** Properties that are no parameters, so that no POM can set them. */
  private static final Set<String> COMMAND_LINE_ONLY = Set.of("release-sync.live");

  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^{}]*)}");

  private final Set<String> known;
  private final Predicate<String> hasValue;

  /**
   * A guard.
   *
   * @param known the user properties of all goals
   * @param hasValue whether an expression such as {@code ${x}} has a value in this build
   */
  ParameterGuard(Set<String> known, Predicate<String> hasValue) {
    this.known = new TreeSet<>(known);
    this.known.addAll(COMMAND_LINE_ONLY);
    this.hasValue = hasValue;
  }

  /** Looks at the command line and at the configuration of one execution. */
  static void check(MavenSession session, MojoExecution execution) {
    Set<String> known = new TreeSet<>();
    for (MojoDescriptor goal : execution.getMojoDescriptor().getPluginDescriptor().getMojos()) {
      for (PlexusConfiguration parameter : goal.getMojoConfiguration().getChildren()) {
        Matcher property = EXPRESSION.matcher(parameter.getValue(""));
        if (property.matches() && property.group(1).startsWith(PREFIX)) {
          known.add(property.group(1));
        }
      }
    }
    PluginParameterExpressionEvaluator evaluator =
        new PluginParameterExpressionEvaluator(session, execution);
    ParameterGuard guard = new ParameterGuard(known, text -> hasValue(evaluator, text));
    Map<String, String> properties =
        session.getUserProperties().stringPropertyNames().stream()
            .collect(
                Collectors.toMap(
                    name -> name, name -> session.getUserProperties().getProperty(name)));
    guard.checkProperties(properties);
    guard.checkConfiguration(execution.getConfiguration());
  }

  /** Refuses unknown names and unresolved values among the properties of the command line. */
  void checkProperties(Map<String, String> properties) {
    for (String name : new TreeSet<>(properties.keySet())) {
      if (name.startsWith(PREFIX)) {
        if (!known.contains(name)) {
          throw invalid(name, "no goal knows this property", "did you mean " + nearest(name) + "?");
        }
        checkValue(name, properties.get(name));
      }
    }
  }

  /** Refuses unresolved values in a configuration, but for the properties that may set it. */
  void checkConfiguration(Xpp3Dom configuration) {
    if (configuration == null) {
      return;
    }
    for (Xpp3Dom parameter : configuration.getChildren()) {
      Matcher whole = EXPRESSION.matcher(text(parameter));
      if (!whole.matches() || !known.contains(whole.group(1))) {
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

  private String nearest(String name) {
    return known.stream()
        .min(Comparator.comparingInt((String other) -> distance(name, other)))
        .orElseThrow();
  }

  /** How many letters to add, take away or replace (Levenshtein). */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
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

  private static ReleaseException invalid(String place, String message, String help) {
    return new ReleaseException(
        Problem.of(Code.CONFIGURATION_INVALID, Place.of(place), message, help));
  }
}

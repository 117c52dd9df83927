package io.github.releasesync.maven;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * The parameters of each goal of the plugin.
 *
 * @param properties user properties by goal
 * @param elements elements of a configuration by goal
 */
record GoalParameters(Map<String, Set<String>> properties, Map<String, Set<String>> elements) {

  /** The prefix of our user properties. */
  static final String PREFIX = "release-sync.";

  /** Properties that are not parameters, so that a POM cannot set them. */
  private static final Map<String, Set<String>> COMMAND_LINE_ONLY =
      Map.of("publish", Set.of("release-sync.live"));

  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^{}]*)}");

  /** The parameters of the descriptor. */
  static GoalParameters of(PluginDescriptor plugin) {
    Map<String, Set<String>> properties = new TreeMap<>();
    Map<String, Set<String>> elements = new TreeMap<>();
    for (MojoDescriptor goal : plugin.getMojos()) {
      Set<String> named = new TreeSet<>(COMMAND_LINE_ONLY.getOrDefault(goal.getGoal(), Set.of()));
      for (PlexusConfiguration parameter : goal.getMojoConfiguration().getChildren()) {
        Matcher property = EXPRESSION.matcher(parameter.getValue(""));
        if (property.matches() && property.group(1).startsWith(PREFIX)) {
          named.add(property.group(1));
        }
      }
      properties.put(goal.getGoal(), named);
      elements.put(goal.getGoal(), elements(goal.getParameters()));
    }
    return new GoalParameters(properties, elements);
  }

  private static Set<String> elements(List<Parameter> parameters) {
    return parameters.stream()
        .filter(Parameter::isEditable)
        .map(Parameter::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All user properties. */
  Set<String> allProperties() {
    return union(properties, properties.keySet());
  }

  /** The names of all parameters of the given goals; an unknown goal has none. */
  static Set<String> union(Map<String, Set<String>> byGoal, Set<String> goals) {
    return goals.stream()
        .flatMap(goal -> byGoal.getOrDefault(goal, Set.of()).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The goals that have a parameter of this name, as text. */
  static String goalsWith(Map<String, Set<String>> byGoal, String name) {
    return byGoal.entrySet().stream()
        .filter(goal -> goal.getValue().contains(name))
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", "));
  }
}

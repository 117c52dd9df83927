package io.github.releasesync.maven;

import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.report.ReportLine;
import java.util.Optional;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.component.configurator.ConfigurationListener;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Sets a goal's parameters as Maven does, with two differences. A user property overrides a list in
 * the POM on every Maven version; without this, Maven 4 drops the property. And a {@link
 * ListParameter} gets both its elements and the line of its property. Maven finds it by {@code
 * META-INF/plexus/components.xml}.
 */
public class GoalConfigurator extends BasicComponentConfigurator {

  /** The hint that goals use. */
  static final String HINT = "release-sync";

  @Override
  public void configureComponent(
      Object goal,
      PlexusConfiguration configuration,
      ExpressionEvaluator evaluator,
      ClassRealm realm,
      ConfigurationListener listener)
      throws ComponentConfigurationException {
    // A copy, because Maven 4 discards changes of children.
    PlexusConfiguration changed = copy(configuration);
    for (PlexusConfiguration parameter : changed.getChildren()) {
      Optional<ListElement> list = ListElement.of(parameter.getName());
      if (list.isPresent()) {
        check(list.get(), parameter);
        moveLine(parameter, evaluator);
      } else if (parameter.getChildCount() > 0) {
        property(parameter, evaluator).ifPresent(parameter::setValue);
      }
    }
    super.configureComponent(goal, changed, evaluator, realm, listener);
  }

  private static PlexusConfiguration copy(PlexusConfiguration original) {
    PlexusConfiguration copy =
        new DefaultPlexusConfiguration(original.getName(), original.getValue());
    for (String attribute : original.getAttributeNames()) {
      copy.setAttribute(attribute, original.getAttribute(attribute));
    }
    for (PlexusConfiguration child : original.getChildren()) {
      copy.addChild(copy(child));
    }
    return copy;
  }

  private static void check(ListElement element, PlexusConfiguration list)
      throws ComponentConfigurationException {
    try {
      element.check(list);
    } catch (ReleaseException e) {
      throw new ComponentConfigurationException(
          ReportLine.stop(e.problem(), MavenWording.DECLARED).text(), e);
    }
  }

  /** Turns the line into an additional element. */
  private static void moveLine(PlexusConfiguration list, ExpressionEvaluator evaluator)
      throws ComponentConfigurationException {
    String text = list.getValue("").strip();
    String expression = expression(list);
    Optional<String> line =
        property(list, evaluator)
            .or(() -> Optional.of(text).filter(t -> !t.isEmpty() && !t.equals(expression)));
    list.setValue(null);
    line.ifPresent(value -> list.addChild("line", value));
  }

  /** The expression of a parameter's user property, if the property has a value. */
  private static Optional<String> property(
      PlexusConfiguration parameter, ExpressionEvaluator evaluator)
      throws ComponentConfigurationException {
    try {
      String expression = expression(parameter);
      Object value = evaluator.evaluate(expression);
      return Optional.of(expression).filter(e -> value != null && !e.equals(value));
    } catch (ExpressionEvaluationException e) {
      throw new ComponentConfigurationException(e.getMessage(), e);
    }
  }

  private static String expression(PlexusConfiguration parameter) {
    return "${" + GoalParameters.PREFIX + parameter.getName() + "}";
  }
}

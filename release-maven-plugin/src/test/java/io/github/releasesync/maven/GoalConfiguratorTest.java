package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.CopySpec;
import io.github.releasesync.project.settings.RuleSpec;
import java.io.File;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalConfiguratorTest {

  private static final String RULES =
      "<rules><rule><id>RS101</id><severity>info</severity></rule>"
          + "<rule><id>RS102</id><severity>error</severity></rule></rules>";

  @Test
  void elementsOfThePom() throws Exception {
    Goal goal =
        configured(
            Map.of(),
            "<groups><group><lead>cargo:a</lead><followers><f>pypi:a</f><f>pypi:b</f></followers>"
                + "</group><group><lead>cargo:c</lead></group></groups>"
                + "<copies><copy><file>README.md</file></copy></copies>"
                + RULES);

    assertThat(GroupsParameter.specs(goal.groups))
        .extracting(GroupSpec::lead)
        .containsExactly("cargo:a", "cargo:c");
    assertThat(GroupsParameter.specs(goal.groups).get(0).followers())
        .containsExactly("pypi:a", "pypi:b");
    assertThat(CopiesParameter.specs(goal.copies))
        .extracting(CopySpec::file)
        .containsExactly("README.md");
    assertThat(RulesParameter.specs(goal.rules))
        .extracting(rule -> rule.code().id())
        .containsExactly("RS101", "RS102");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void theLineOfThePropertyWinsOverElements(boolean mergedAsMaven3Does) throws Exception {
    String merged = mergedAsMaven3Does ? "${release-sync.groups}" : "";
    Goal goal =
        configured(
            Map.of("${release-sync.groups}", "x=cargo:x,pypi:x;cargo:y"),
            "<groups>" + merged + "<group><lead>cargo:a</lead></group></groups>");

    assertThat(GroupsParameter.specs(goal.groups))
        .extracting(GroupSpec::lead)
        .containsExactly("cargo:x", "cargo:y");
  }

  @Test
  void aLineMayStandInThePom() throws Exception {
    Goal goal = configured(Map.of(), "<copies>README.md;docs/conf.py</copies>");

    assertThat(CopiesParameter.specs(goal.copies))
        .extracting(CopySpec::file)
        .containsExactly("README.md", "docs/conf.py");
  }

  @Test
  void rulesOfTheLineComeAfterThoseOfThePom() throws Exception {
    Goal goal = configured(Map.of("${release-sync.rules}", "RS101=warning"), RULES);

    assertThat(RulesParameter.specs(goal.rules))
        .extracting(RuleSpec::severity)
        .extracting(severity -> severity.orElseThrow().word())
        .containsExactly("info", "error", "warning");
  }

  @Test
  void aListOfTextsYieldsToItsProperty() throws Exception {
    assertThat(
            configured(
                    Map.of("${release-sync.branches}", "one,two"),
                    "<branches><branch>main</branch></branches>")
                .branches)
        .containsExactly("one", "two");
    assertThat(configured(Map.of(), "<branches><branch>main</branch></branches>").branches)
        .containsExactly("main");
  }

  @Test
  void withoutConfigurationThereIsNothing() throws Exception {
    Goal goal = configured(Map.of(), "<groups>${release-sync.groups}</groups>");

    assertThat(GroupsParameter.specs(goal.groups)).isEmpty();
    assertThat(CopiesParameter.specs(goal.copies)).isEmpty();
    assertThat(RulesParameter.specs(goal.rules)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "<groups><grop/></groups>, <groups> has no element <grop>; did you mean <group>?",
    "<groups><group><tagFromat/></group></groups>, <group> has no element <tagFromat>; did you mean <tagFormat>?",
    "<copies><copy><path/></copy></copies>, <copy> has no element <path>; did you mean <",
    "<rules><rule><ids/></rule></rules>, <rule> has no element <ids>; did you mean <id>?"
  })
  void aSlipInAnElementIsRefusedWithTheNearest(String configuration, String message) {
    assertThatThrownBy(() -> configured(Map.of(), configuration))
        .isInstanceOf(ComponentConfigurationException.class)
        .hasMessageContaining("error[RS001]")
        .hasMessageContaining(message);
  }

  private static Goal configured(Map<String, String> values, String configuration)
      throws Exception {
    Goal goal = new Goal();
    new GoalConfigurator()
        .configureComponent(
            goal,
            new XmlPlexusConfiguration(
                Xpp3DomBuilder.build(
                    new StringReader("<configuration>" + configuration + "</configuration>"))),
            new Values(values),
            new ClassWorld("test", GoalConfiguratorTest.class.getClassLoader()).getRealm("test"));
    return goal;
  }

  /** A goal with one parameter of each kind. */
  static final class Goal {
    private GroupsParameter groups;
    private CopiesParameter copies;
    private RulesParameter rules;
    private List<String> branches;
  }

  /** The expressions that have a value; others have none, and what is no expression is itself. */
  private record Values(Map<String, String> values) implements ExpressionEvaluator {

    @Override
    public Object evaluate(String expression) {
      return expression.startsWith("${") ? values.get(expression) : expression;
    }

    @Override
    public File alignToBaseDirectory(File file) {
      return file;
    }
  }
}

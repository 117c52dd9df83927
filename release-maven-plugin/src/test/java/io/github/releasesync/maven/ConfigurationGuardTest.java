package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Maven drops from a configuration before a goal sees it. */
class ConfigurationGuardTest {

  private static final Path FOLDER = Path.of("folder").toAbsolutePath();

  private static final ConfigurationGuard GUARD =
      new ConfigurationGuard(
          new GoalParameters(
              Map.of(),
              new TreeMap<>(
                  Map.of(
                      "check", Set.of("root", "failOn"),
                      "sync", Set.of("root", "dryRun"),
                      "publish", Set.of("root", "dryRun", "group")))),
          FOLDER);

  @Test
  void atThePluginEachGoalMayHaveItsOwn() {
    assertPasses(plugin("<failOn>never</failOn><dryRun>true</dryRun><group/>"));
  }

  @Test
  void atThePluginASlipIsRefusedWithTheNearest() {
    Problem problem = refusal(plugin("<faylOn>never</faylOn>"));
    assertThat(problem.message()).isEqualTo("no goal has <faylOn>");
    assertThat(problem.help().toString()).isEqualTo("did you mean <failOn>?");
    assertThat(problem.place().file()).isEqualTo("<configuration>");
  }

  @Test
  void atAnExecutionOnlyItsGoalsCount() {
    Problem problem = refusal(with(plugin(""), "one", "<dryRun>true</dryRun>", "check"));
    assertThat(problem.message()).isEqualTo("check has no <dryRun>");
    assertThat(problem.help().toString())
        .isEqualTo("leave it out; goals that have it: publish, sync");
  }

  @Test
  void eachGoalOfAnExecutionMayHaveIt() {
    assertPasses(with(plugin(""), "one", "<dryRun/><failOn/>", "check", "sync"));
  }

  @Test
  void anExecutionWithoutGoalsIsForAnyThatIsCalled() {
    assertPasses(with(plugin(""), "one", "<dryRun/><failOn/><group/>"));
    assertThat(refusal(with(plugin(""), "one", "<grop/>")).message())
        .isEqualTo("no goal has <grop>");
  }

  /** The effective POM repeats at each execution what stands at the plugin. */
  @Test
  void whatAnExecutionInheritsIsNotItsOwn() {
    assertPasses(with(plugin("<dryRun/>"), "one", "<dryRun/>", "check"));
  }

  @Test
  void otherExecutionsDoNotCount() {
    assertPasses(with(plugin(""), "two", "<nope/>", "check"));
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void theFileIsNamedFromWhereMavenWasStarted(boolean uri) {
    Path pom = FOLDER.resolve("module").resolve("pom.xml");
    assertThat(refusal(located(uri ? pom.toUri().toString() : pom.toString())).place())
        .hasToString("module/pom.xml:7");
  }

  @Test
  void aParentThatIsNoFileIsNamedByItsId() {
    assertThat(refusal(located(null)).place()).hasToString("org.example:parent:1:7");
  }

  private static Plugin located(String file) {
    InputSource source = new InputSource();
    source.setLocation(file);
    source.setModelId("org.example:parent:1");
    Plugin plugin = plugin("<nope/>");
    plugin.setLocation("configuration", new InputLocation(7, 3, source));
    return plugin;
  }

  private static Plugin plugin(String configuration) {
    Plugin plugin = new Plugin();
    plugin.setConfiguration(dom(configuration));
    return plugin;
  }

  private static Plugin with(Plugin plugin, String id, String configuration, String... goals) {
    PluginExecution execution = new PluginExecution();
    execution.setId(id);
    execution.setConfiguration(dom(configuration));
    for (String goal : goals) {
      execution.addGoal(goal);
    }
    plugin.addExecution(execution);
    return plugin;
  }

  private static Xpp3Dom dom(String inner) {
    try {
      return Xpp3DomBuilder.build(new StringReader("<configuration>" + inner + "</configuration>"));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void assertPasses(Plugin plugin) {
    assertThatCode(() -> GUARD.check(plugin, "one")).doesNotThrowAnyException();
  }

  private static Problem refusal(Plugin plugin) {
    Problem problem =
        catchThrowableOfType(ReleaseException.class, () -> GUARD.check(plugin, "one")).problem();
    assertThat(problem.code()).isEqualTo(Code.CONFIGURATION_INVALID);
    return problem;
  }
}

package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The descriptor that Maven reads is a public contract: what users may rely on for every goal. */
class PluginDescriptorTest {

  private static final Path CLASSES = Path.of("target", "classes");
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");

  private static Element descriptor;

  @BeforeAll
  static void readTheGeneratedDescriptor() throws Exception {
    descriptor = parse(CLASSES.resolve("META-INF/maven/plugin.xml"));
  }

  static Stream<Goal> goals() {
    return children(child(descriptor, "mojos"), "mojo").stream().map(Goal::new);
  }

  static Stream<Goal> ownGoals() {
    return goals().filter(goal -> !goal.name().equals("help"));
  }

  @Test
  void theGoalPrefixIsReleaseSync() {
    assertThat(text(descriptor, "goalPrefix")).isEqualTo("release-sync");
  }

  @Test
  void thereAreGoalsOfItsOwn() {
    assertThat(ownGoals()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("ownGoals")
  void everyUserPropertyStartsWithThePrefix(Goal goal) {
    assertThat(goal.userProperties()).allMatch(property -> property.startsWith("release-sync."));
  }

  @ParameterizedTest
  @MethodSource("goals")
  void everyGoalIsThreadSafe(Goal goal) {
    assertThat(goal.text("threadSafe")).isEqualTo("true");
  }

  @ParameterizedTest
  @MethodSource("goals")
  void everyGoalIsDescribed(Goal goal) {
    assertThat(goal.text("description")).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("ownGoals")
  void everyParameterThatUsersSetIsDescribed(Goal goal) {
    assertThat(goal.undescribedParameters()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ownGoals")
  void everyGoalWorksWithoutAPom(Goal goal) {
    assertThat(goal.text("requiresProject")).isEqualTo("false");
  }

  @Test
  void eclipseIgnoresEveryGoal() throws Exception {
    Document metadata =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(CLASSES.resolve("META-INF/m2e/lifecycle-mapping-metadata.xml").toFile());
    Set<String> ignored = new TreeSet<>();
    var goals = metadata.getElementsByTagName("goal");
    for (int i = 0; i < goals.getLength(); i++) {
      ignored.add(goals.item(i).getTextContent().strip());
    }
    assertThat(ignored).containsExactlyInAnyOrderElementsOf(goals().map(Goal::name).toList());
  }

  /** One goal of the descriptor. */
  private record Goal(Element mojo) {

    String name() {
      return text("goal");
    }

    String text(String tag) {
      return PluginDescriptorTest.text(mojo, tag);
    }

    List<String> userProperties() {
      List<String> properties = new ArrayList<>();
      for (Element parameter : children(child(mojo, "configuration"), null)) {
        EXPRESSION
            .matcher(parameter.getTextContent())
            .results()
            .forEach(match -> properties.add(match.group(1)));
      }
      return properties;
    }

    List<String> undescribedParameters() {
      return children(child(mojo, "parameters"), "parameter").stream()
          .filter(parameter -> PluginDescriptorTest.text(parameter, "editable").equals("true"))
          .filter(parameter -> PluginDescriptorTest.text(parameter, "description").isBlank())
          .map(parameter -> PluginDescriptorTest.text(parameter, "name"))
          .toList();
    }

    @Override
    public String toString() {
      return name();
    }
  }

  private static Element parse(Path file) throws Exception {
    assertThat(Files.exists(file)).as("%s is generated in process-classes", file).isTrue();
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .getDocumentElement();
  }

  private static List<Element> children(Element parent, String tag) {
    List<Element> found = new ArrayList<>();
    if (parent == null) {
      return found;
    }
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && (tag == null || element.getTagName().equals(tag))) {
        found.add(element);
      }
    }
    return found;
  }

  private static Element child(Element parent, String tag) {
    return children(parent, tag).stream().findFirst().orElse(null);
  }

  private static String text(Element parent, String tag) {
    Element found = child(parent, tag);
    return found == null ? "" : found.getTextContent().strip();
  }
}

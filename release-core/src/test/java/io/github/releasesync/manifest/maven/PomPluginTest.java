package io.github.releasesync.manifest.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.problem.Code;
import io.github.releasesync.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PomPluginTest {

  private static final String PLUGIN =
      "<plugin><groupId>io.github.releasesync</groupId>"
          + "<artifactId>release-sync-maven-plugin</artifactId></plugin>";

  private static final List<PomNode> GROUPS =
      List.of(PomNode.of("groups", List.of(PomNode.of("group", "x"))));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<build/>",
        "<build />",
        "<build></build>",
        "<build><plugins/></build>",
        "<build><plugins><!-- </plugins></build></project> --></plugins></build>",
        "<build><plugins><?pi </plugins> ?><plugin><x><![CDATA[</plugins>]]></x></plugin></plugins>"
            + "</build>",
        "<build a='/>' b=\"/build>\"><plugins></plugins ></build\n>",
        "<description>&amp;&#60;/build&gt;</description>",
        "<build><plugins>" + PLUGIN + "</plugins></build>",
        "<build><pluginManagement><plugins>" + PLUGIN + "</plugins></pluginManagement></build>",
        "<build><plugins>"
            + PLUGIN
            + "</plugins></build><profiles><profile><build><plugins>"
            + PLUGIN
            + "</plugins></build></profile></profiles>",
      })
  void isWrittenIntoAnyPomAndKeepsWhatIsThere(String inside) {
    SourceText before = pom(inside);
    PomPlugin plugin = PomPlugin.in(before);
    assertThat(plugin.unclear()).isEmpty();
    assertThat(plugin.hasGroups()).isFalse();

    SourceText after = plugin.with("0.1.0", GROUPS);

    assertThat(PomPlugin.in(after).hasGroups()).isTrue();
    assertThat(PomPlugin.in(after).configured()).containsExactly("groups");
    assertThat(withoutBlanks(after)).contains("<groups><group>x</group></groups>");
    assertThat(isSubsequence(before.content().replace("/>", ">"), after.content())).isTrue();
  }

  @Test
  void aConfigurationKeepsWhatItSays() {
    String configured =
        PLUGIN.replace("</plugin>", "<configuration><sign>true</sign></configuration></plugin>");
    SourceText before = pom("<build><plugins>" + configured + "</plugins></build>");

    SourceText after = PomPlugin.in(before).with("0.1.0", GROUPS);

    assertThat(PomPlugin.in(after).configured()).containsExactlyInAnyOrder("sign", "groups");
  }

  @Test
  void groupsOfAnExecutionAreGroups() {
    String execution =
        "<executions><execution><configuration><groups/></configuration></execution></executions>";
    SourceText before =
        pom(
            "<build><plugins>"
                + PLUGIN.replace("</plugin>", execution + "</plugin>")
                + "</plugins></build>");

    assertThat(PomPlugin.in(before).hasGroups()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<build><plugins>" + PLUGIN + PLUGIN + "</plugins></build>",
        "<profiles><profile><build><plugins>" + PLUGIN + "</plugins></build></profile></profiles>",
      })
  void whereThePlaceIsNotClearNothingIsWritten(String inside) {
    assertThat(PomPlugin.in(pom(inside)).unclear().orElseThrow().code())
        .isEqualTo(Code.POM_PLACE_UNCLEAR);
  }

  @Test
  void anotherPluginOfThatNameIsNotOurs() {
    SourceText other =
        pom("<build><plugins>" + PLUGIN.replace("io.github", "org.example") + "</plugins></build>");

    assertThat(PomPlugin.in(other).isDeclared()).isFalse();
  }

  @Test
  void nothingToAddChangesNothing() {
    SourceText before = pom("<build><plugins>" + PLUGIN + "</plugins></build>");

    assertThat(PomPlugin.in(before).with("0.1.0", List.of())).isSameAs(before);
  }

  @Test
  void textIsEscapedAndCommentsEndWhereTheyShould() {
    PomNode node = PomNode.of("a", "<&>\u00e9\n").commented("x --> <b/> --- \u00e9");

    assertThat(node.lines("  "))
        .containsExactly("<!-- x - -> <b/> - - - ? -->", "<a>&lt;&amp;&gt;&#233;&#10;</a>");
  }

  @Test
  void aNewPomIsReadBack() {
    SourceText pom =
        MinimalPom.of("pom.xml", "engine", "engine-build", PomPlugin.declaration("0.1.0", GROUPS));

    assertThat(PomFile.parse(pom).packaging()).isEqualTo("pom");
    assertThat(PomFile.parse(pom).version().orElseThrow().value()).isEqualTo("0.0.0-SNAPSHOT");
    assertThat(PomPlugin.in(pom).hasGroups()).isTrue();
  }

  private static SourceText pom(String inside) {
    return SourceText.of(
        "pom.xml",
        "<project><artifactId>a</artifactId><version>1</version>" + inside + "</project>");
  }

  private static String withoutBlanks(SourceText text) {
    return text.content().replaceAll(">\\s+<", "><");
  }

  private static boolean isSubsequence(String part, String whole) {
    int at = 0;
    for (char c : part.toCharArray()) {
      at = whole.indexOf(c, at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }
}

package io.github.releasesync.manifest.maven;

import static io.github.releasesync.manifest.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PomFileTest {

  @Test
  void coordinatesAndParentAreReadAsWritten() {
    PomFile pom =
        pom(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- <version>9</version> -->
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>org.example</groupId>
                <artifactId>parent</artifactId>
                <version>1.2.0-SNAPSHOT</version>
              </parent>
              <artifactId>engine_${scala.binary.version}</artifactId>
              <version>
                ${revision}
              </version>
              <packaging>pom</packaging>
              <dependencies>
                <dependency><version>8</version></dependency>
              </dependencies>
            </project>
            """);
    assertThat(pom.parent())
        .contains(
            new PomParent(
                located("org.example", 6, 14),
                located("parent", 7, 17),
                located("1.2.0-SNAPSHOT", 8, 14),
                "../pom.xml"));
    assertThat(pom.groupId()).isEmpty();
    assertThat(pom.artifactId()).isEqualTo(located("engine_${scala.binary.version}", 10, 15));
    assertThat(pom.version()).contains(located("${revision}", 12, 5));
    assertThat(pom.packaging()).isEqualTo("pom");
  }

  @Test
  void versionsOfOtherArtifactsAreReadWhereverTheyAreStated() {
    PomFile pom =
        pom(
            """
            <project>
              <artifactId>a</artifactId>
              <dependencies>
                <dependency>
                  <groupId>org.example</groupId>
                  <artifactId>b</artifactId>
                  <version>1</version>
                </dependency>
                <dependency><groupId>org.example</groupId><artifactId>c</artifactId></dependency>
              </dependencies>
              <dependencyManagement><dependencies>
                <dependency><artifactId>d</artifactId><version>[2,3)</version></dependency>
              </dependencies></dependencyManagement>
              <build>
                <extensions><extension><artifactId>e</artifactId><version>3</version></extension></extensions>
                <plugins><plugin>
                  <artifactId>f</artifactId>
                  <version>4</version>
                  <dependencies>
                    <dependency><artifactId>g</artifactId><version>${five}</version></dependency>
                  </dependencies>
                </plugin></plugins>
                <pluginManagement><plugins>
                  <plugin><artifactId>h</artifactId><version>6</version></plugin>
                </plugins></pluginManagement>
              </build>
              <reporting><plugins>
                <plugin><artifactId>i</artifactId><version>7</version></plugin>
              </plugins></reporting>
              <profiles><profile><dependencies>
                <dependency><artifactId>j</artifactId><version>8</version></dependency>
              </dependencies></profile></profiles>
            </project>
            """);
    assertThat(pom.dependencies())
        .extracting(d -> d.groupId() + ":" + d.artifactId() + ":" + d.version().value())
        .containsExactly(
            "org.example:b:1",
            ":d:[2,3)",
            ":e:3",
            "org.apache.maven.plugins:f:4",
            ":g:${five}",
            "org.apache.maven.plugins:h:6",
            "org.apache.maven.plugins:i:7",
            ":j:8");
    assertThat(pom.dependencies().get(0).version()).isEqualTo(located("1", 7, 16));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<version><!-- x -->1.<!-- y -->0</version>|1.0|55",
        "<version a='>'> <![CDATA[ 1.0 ]]></version>|1.0|62",
        "<version><?pi <version>?>1.0</version>|1.0|61",
        "<version>&#49;.0&amp;</version>|1.0&|45",
        "<name>é🦀</name><version>1.0</version>|1.0|60",
        "<name>&uuml;</name><version>1.0</version>|1.0|64",
      })
  void aValueStandsAtItsFirstCharacter(String xml, String value, int column) {
    PomFile pom = pom("<project><artifactId>a</artifactId>" + xml + "</project>");
    assertThat(pom.version()).contains(located(value, 1, column));
  }

  @Test
  void nothingSaidMeansTheDefaults() {
    PomFile pom = pom("<project><artifactId>a</artifactId><version> </version></project>");
    assertThat(pom.packaging()).isEqualTo("jar");
    assertThat(pom.parent()).isEmpty();
    assertThat(pom.version()).isEmpty();
    assertThat(pom.modules()).isEmpty();
    assertThat(pom.properties()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<relativePath/>|''",
        "<relativePath></relativePath>|''",
        "<relativePath> ../.. </relativePath>|../..",
      })
  void anEmptyRelativePathIsNotTheDefault(String xml, String expected) {
    PomFile pom =
        pom(
            "<project><parent><groupId>g</groupId><artifactId>p</artifactId><version>1</version>"
                + xml
                + "</parent><artifactId>a</artifactId></project>");
    assertThat(pom.parent().orElseThrow().relativePath()).isEqualTo(expected);
  }

  @Test
  void propertiesOfProfilesThatAreActiveByDefaultWin() {
    PomFile pom =
        pom(
            """
            <project>
              <artifactId>a</artifactId>
              <version>${project.version}</version>
              <properties>
                <project.version>1.2.0</project.version>
                <scala>2.12</scala>
                <empty/>
              </properties>
              <modules><module>core</module></modules>
              <profiles>
                <profile>
                  <activation><activeByDefault> true </activeByDefault></activation>
                  <properties><scala>2.13</scala></properties>
                  <modules><module>extra</module></modules>
                </profile>
                <profile>
                  <activation><activeByDefault>false</activeByDefault></activation>
                  <properties><scala>3</scala></properties>
                  <modules><module>never</module></modules>
                </profile>
                <profile><properties><scala>4</scala></properties></profile>
              </profiles>
            </project>
            """);
    assertThat(pom.properties())
        .containsEntry("project.version", located("1.2.0", 5, 22))
        .containsEntry("scala", located("2.13", 13, 26))
        .containsEntry("empty", located("", 7, 5))
        .hasSize(3);
    assertThat(pom.modules()).containsExactly(located("core", 9, 20), located("extra", 14, 24));
  }

  @Test
  void modelFourOneMayLeaveTheParentsCoordinatesOut() {
    PomFile pom =
        pom(
            """
            <project xmlns="http://maven.apache.org/POM/4.1.0">
              <modelVersion>4.1.0</modelVersion>
              <parent/>
              <artifactId>a</artifactId>
              <subprojects><subproject>core</subproject></subprojects>
            </project>
            """);
    Located<String> unstated = located("", 3, 3);
    assertThat(pom.parent())
        .isEqualTo(Optional.of(new PomParent(unstated, unstated, unstated, "../pom.xml")));
    assertThat(pom.modules()).containsExactly(located("core", 5, 28));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<html/>|1|1|the root element is `html`, not `project`",
        "<project>⏎</project>|1|1|`<project>` has no artifactId",
        "<project>⏎ <artifactId/></project>|1|1|`<project>` has no artifactId",
        "<project><artifactId>a</artifactId>⏎<artifactId>b</artifactId></project>|2|1|"
            + "duplicate element `<artifactId>`",
        "<project><artifactId>a</artifactId>⏎<version><b/></version></project>|2|10|"
            + "`<b>` is in `<version>`, which must contain text only",
        "<project><artifactId>a</artifactId>⏎<parent><groupId>g</groupId></parent></project>|2|1|"
            + "`<parent>` has no artifactId",
        "<!-- <!DOCTYPE x> -->⏎<!DOCTYPE project>⏎<project/>|2|1|a DOCTYPE: no DTD is read",
      })
  void whatIsNoPomIsRefused(String xml, int line, int column, String message) {
    Problem problem = refused(() -> pom(xml.replace('⏎', '\n')));
    assertThat(problem.code()).isEqualTo(Code.MANIFEST_INVALID);
    assertThat(problem.place()).isEqualTo(place(line, column));
    assertThat(problem.message()).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no xml",
        "<project>",
        "<project><artifactId>a</artifactI></project>",
        "<project><artifactId>a</artifactId></project><project/>",
        "<project><artifactId>a & b</artifactId></project>",
        "<project a='&b;'/>",
        "#if ($x)\n<project/>",
      })
  void brokenXmlIsRefused(String xml) {
    Problem problem = refused(() -> pom(xml));
    assertThat(problem.code()).isEqualTo(Code.MANIFEST_INVALID);
    assertThat(problem.message()).startsWith("not well-formed XML: ").doesNotContain("ParseError");
    assertThat(problem.place().line()).isEqualTo(1);
  }

  @Test
  void columnsOfErrorsCountCodePoints() {
    Problem problem = refused(() -> pom("<project>\r\n<a>🦀🦀</b>\r\n</project>"));
    assertThat(problem.place()).isEqualTo(place(2, 8));
  }

  @Test
  void anUnresolvedMergeIsCalledByItsName() {
    Problem problem = refused(() -> pom("<project>\n<<<<<<< HEAD\n</project>\n"));
    assertThat(problem.place()).isEqualTo(place(2, 1));
    assertThat(problem.help().toString()).startsWith("this looks like an unresolved merge");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE p SYSTEM \"http://127.0.0.1:1/x.dtd\">",
        "<!DOCTYPE p [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x.dtd\"> %x;]>",
        "<!DOCTYPE p [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;\"><!ENTITY x \"&c;&c;&c;&c;&c;&c;\">]>",
      })
  void noEntityIsEverResolved(String doctype) {
    Problem problem =
        refused(() -> pom(doctype + "<project><artifactId>&x;</artifactId></project>"));
    assertThat(problem.place()).isEqualTo(place(1, 1));
    assertThat(problem.message()).isEqualTo("a DOCTYPE: no DTD is read");
  }

  @Test
  void deepNestingIsRefused() {
    Problem problem =
        assertTimeoutPreemptively(
            Duration.ofSeconds(30),
            () -> refused(() -> pom("<project>\n" + "<a>".repeat(1_000_000))));
    assertThat(problem.place()).isEqualTo(place(2, 3 * 127 + 1));
    assertThat(problem.message()).isEqualTo("more than 128 elements inside each other");
  }

  @Test
  void placesAreRightWhateverStandsBefore() {
    String[] before = {
      "\r\n",
      "\n",
      "\t",
      "é",
      "🦀",
      "<b c='>é\r\n'/>",
      "<b></b >",
      "<!-- <b>\r\n -->",
      "<![CDATA[<b>\r\n]]>",
      "<?b <b> ?>",
      "&amp;",
      "&#233;",
      "text\r\n",
    };
    Random random = new Random(20261120);
    for (int i = 0; i < 200; i++) {
      StringBuilder xml = new StringBuilder("<project><artifactId>a</artifactId>\r\n<name>");
      for (int j = random.nextInt(3000); j > 0; j--) {
        xml.append(before[random.nextInt(before.length)]);
      }
      xml.append("</name><version> ");
      SourceText text = SourceText.of("pom.xml", xml + "1.0</version></project>");
      assertThat(PomFile.parse(text).version())
          .contains(new Located<>("1.0", text.place(xml.length())));
    }
  }

  private static PomFile pom(String xml) {
    return PomFile.parse(SourceText.of("pom.xml", xml));
  }

  private static Located<String> located(String value, int line, int column) {
    return new Located<>(value, place(line, column));
  }

  private static Place place(int line, int column) {
    return new Place("pom.xml", line, column);
  }

  @Test
  void markupInCdataIsText() {
    PomFile pom =
        PomFile.parse(
            SourceText.of(
                "pom.xml",
                "<project><artifactId>a</artifactId><properties><x><![CDATA[<br/>]]></x>"
                    + "</properties></project>"));

    assertThat(pom.properties().get("x").value()).isEqualTo("<br/>");
    assertThat(pom.properties().get("x").place().column()).isEqualTo(60);
  }
}

package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The text of the goal pages, in the file that the site makes them of: plugin-tools cut the code of
 * a comment at its first brace.
 */
class GoalPagesTest {

  private static final Path TEXTS = Path.of("target", "plugin-enhanced.xml");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
  private static final Pattern CODE = Pattern.compile("(?s)<code>(.*?)</code>");
  private static final List<String> BRACKETS = List.of("{}", "()", "[]");

  static Stream<String> texts() throws Exception {
    NodeList nodes =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(TEXTS.toFile())
            .getElementsByTagName("description");
    return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
        .map(nodes::item)
        .map(Node::getTextContent)
        .distinct();
  }

  @Test
  void thereAreTexts() throws Exception {
    assertThat(texts()).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void noTagOfJavadocIsVisible(String text) {
    assertThat(text).doesNotContain("{@", "{ @").doesNotContainPattern("(?m)^\\s*@[a-z]");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void everyTagThatOpensCloses(String text) {
    List<String> tags = TAG.matcher(text).results().map(MatchResult::group).toList();
    for (String name : List.of("code", "a", "b", "i", "em", "strong", "ul", "li", "pre")) {
      assertThat(tags.stream().filter(tag -> tag.matches("<" + name + "( [^>]*)?>")).count())
          .as("<%s> in: %s", name, text)
          .isEqualTo(tags.stream().filter(("</" + name + ">")::equals).count());
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void bracketsAndQuotesOfCodeCloseWithinIt(String text) {
    CODE.matcher(text).results().map(code -> plain(code.group(1))).forEach(this::assertClosed);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void bracketsOutsideCodeClose(String text) {
    String prose = plain(CODE.matcher(text).replaceAll("CODE"));
    assertThat(prose).doesNotContain("{", "}");
    assertClosed(prose);
  }

  private void assertClosed(String text) {
    for (String pair : BRACKETS) {
      assertThat(count(text, pair.charAt(0))).as(text).isEqualTo(count(text, pair.charAt(1)));
    }
    assertThat(count(text, '"') % 2).as(text).isZero();
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static String plain(String html) {
    return TAG.matcher(html)
        .replaceAll("")
        .replace("&#123;", "{")
        .replace("&#125;", "}")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}

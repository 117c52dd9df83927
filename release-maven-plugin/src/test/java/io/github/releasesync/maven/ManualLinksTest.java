package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.NodeList;

/**
 * The links among the pages lead somewhere on a forge, which shows the sources, and on the site,
 * for which Doxia turns {@code x.md} into {@code x.html}. The two name a heading differently, so
 * the site needs an anchor of the forge's name before it.
 */
class ManualLinksTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path MANUAL = ROOT.resolve("src/site/markdown");
  private static final Path RESOURCES = ROOT.resolve("src/site/resources");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^```.*?^```|(?<=\\n\\n)( {4}[^\n]*\n)+");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

  static Stream<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String start : List.of("src/site", "docs", "examples")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(start))) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
      }
    }
    for (String file : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")) {
      pages.add(ROOT.resolve(file));
    }
    return pages.stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsToAPageAndItsAnchor(Path page) throws Exception {
    List<String> broken = new ArrayList<>();
    for (String link : links(page)) {
      if (!leadsSomewhere(page, link)) {
        broken.add(link);
      }
    }
    assertThat(broken).as("broken links of %s", ROOT.relativize(page)).isEmpty();
  }

  @Test
  void theMenuOfTheSiteNamesEveryPage() throws Exception {
    String menu = Files.readString(ROOT.resolve("src/site/site.xml"));
    Set<String> named =
        Pattern.compile("href=\"([^\":]+)\"")
            .matcher(menu)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    Set<String> pages = goalPages();
    pages.add("plugin-info.html");
    try (Stream<Path> files = Files.list(MANUAL)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".md"))
          .forEach(name -> pages.add(name.replaceAll("md$", "html")));
    }
    pages.add("findings/index.html");
    assertThat(named).containsExactlyInAnyOrderElementsOf(pages);
  }

  @Test
  void thePagesThatStateTheVersionStateThisOne() throws IOException {
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    String version = found(pom, "release-sync-parent</artifactId>\\s*<version>([^<]+)").get(0);
    for (Path page : List.of(ROOT.resolve("README.md"), MANUAL.resolve("usage.md"))) {
      assertThat(
              found(
                  Files.readString(page),
                  "release-sync-maven-plugin(?::|</artifactId>\\s*<version>)([^:<]+)"))
          .as(page.toString())
          .hasSize(2)
          .containsOnly(version);
    }
  }

  private static boolean leadsSomewhere(Path page, String link) throws Exception {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
    if (page.startsWith(MANUAL) && path.endsWith(".html")) {
      return target.getParent().equals(MANUAL)
          && goalPages().contains(target.getFileName().toString());
    }
    if (page.startsWith(MANUAL) && !target.startsWith(MANUAL)) {
      return false;
    }
    boolean isResource =
        page.startsWith(MANUAL)
            && Files.isRegularFile(RESOURCES.resolve(MANUAL.relativize(target).toString()));
    return hash < 0
        ? isResource || Files.exists(target)
        : Files.exists(target) && hasAnchor(target, link.substring(hash + 1));
  }

  private static boolean hasAnchor(Path page, String anchor) throws IOException {
    String text = Files.readString(page);
    List<String> headings = found(text, HEADING.pattern());
    boolean onForge = headings.stream().anyMatch(heading -> forge(heading).equals(anchor));
    boolean onSite =
        text.contains("<a id=\"" + anchor + "\"></a>\n")
            || headings.stream().anyMatch(heading -> heading.replace(' ', '_').equals(anchor));
    return onForge && (onSite || !page.startsWith(MANUAL));
  }

  /** How forges name the anchor of a heading. */
  private static String forge(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
  }

  private static List<String> links(Path page) throws IOException {
    String prose = BLOCK.matcher(Files.readString(page)).replaceAll("");
    return found(prose, LINK.pattern()).stream()
        .filter(link -> !link.matches("[a-z]+:.*"))
        .toList();
  }

  private static Set<String> goalPages() throws Exception {
    NodeList goals =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("target/classes/META-INF/maven/plugin.xml").toFile())
            .getElementsByTagName("goal");
    return Stream.iterate(0, i -> i < goals.getLength(), i -> i + 1)
        .map(goals::item)
        .filter(goal -> goal.getParentNode().getNodeName().equals("mojo"))
        .map(goal -> goal.getTextContent() + "-mojo.html")
        .collect(Collectors.toSet());
  }

  private static List<String> found(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }
}

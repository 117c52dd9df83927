package io.github.releasesync.manifest.maven;

import io.github.releasesync.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/** The smallest POM of a repository that had none. */
public final class MinimalPom {

  private static final String NAMESPACE = "http://maven.apache.org/POM/4.0.0";

  /** A placeholder: no evidence binds 0.0.0 to other packages, so that none ever waits for it. */
  private static final String VERSION = "0.0.0-SNAPSHOT";

  private MinimalPom() {}

  /**
   * A POM that builds nothing and deploys nothing: it is there for its plugin. It is never
   * released, so that its version follows no other.
   *
   * @param file its path from the root
   * @param groupId its groupId
   * @param artifactId its artifactId
   * @param plugin the plugin that it declares
   * @return the POM
   */
  public static SourceText of(String file, String groupId, String artifactId, PomNode plugin) {
    List<PomNode> nodes =
        List.of(
            PomNode.of("modelVersion", "4.0.0"),
            PomNode.of("groupId", groupId),
            PomNode.of("artifactId", artifactId),
            PomNode.of("version", VERSION).commented("never released: it stays as it is"),
            PomNode.of("packaging", "pom"),
            PomNode.of("properties", List.of(PomNode.of("maven.deploy.skip", "true"))),
            PomNode.of("build", List.of(PomNode.of("plugins", List.of(plugin)))));
    List<String> lines = new ArrayList<>();
    lines.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    lines.add("<project xmlns=\"" + NAMESPACE + "\">");
    nodes.stream().flatMap(node -> node.lines("  ").stream()).forEach(l -> lines.add("  " + l));
    lines.add("</project>");
    return SourceText.of(file, String.join("\n", lines) + "\n");
  }
}

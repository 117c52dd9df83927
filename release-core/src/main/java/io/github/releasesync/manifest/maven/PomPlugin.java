package io.github.releasesync.manifest.maven;

import io.github.releasesync.manifest.syntax.XmlElement;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The declaration of the release-sync plugin in a POM: its content, and edits of it. */
public final class PomPlugin {

  private static final String GROUP_ID = "io.github.releasesync";
  private static final String ARTIFACT_ID = "release-sync-maven-plugin";
  private static final String GROUPS = "groups";
  private static final String CONFIGURATION = "configuration";

  private final SourceText pom;
  private final XmlElement project;
  private final List<XmlElement> declared;

  private PomPlugin(SourceText pom) {
    this.pom = pom;
    this.project = XmlElement.parse(pom);
    List<XmlElement> builds = project.child("build").stream().toList();
    List<XmlElement> active = builds.stream().flatMap(PomPlugin::plugins).toList();
    this.declared =
        active.isEmpty()
            ? builds.stream()
                .flatMap(build -> build.child("pluginManagement").stream())
                .flatMap(PomPlugin::plugins)
                .toList()
            : active;
  }

  /**
   * Looks for the plugin in a POM: among its plugins, else among those that it manages.
   *
   * @param pom the POM's text
   * @return the declaration
   * @throws ReleaseException with {@link Code#MANIFEST_INVALID} if it is not well-formed
   */
  public static PomPlugin in(SourceText pom) {
    return new PomPlugin(pom);
  }

  /**
   * A new declaration of the plugin: with a version, and check bound to its phase.
   *
   * @param version the plugin's version
   * @param configuration its configuration
   * @return the element to write
   */
  public static PomNode declaration(String version, List<PomNode> configuration) {
    PomNode goals = PomNode.of("goals", List.of(PomNode.of("goal", "check")));
    List<PomNode> children = new ArrayList<>();
    children.add(PomNode.of("groupId", GROUP_ID));
    children.add(PomNode.of("artifactId", ARTIFACT_ID));
    children.add(PomNode.of("version", version));
    children.add(PomNode.of("executions", List.of(PomNode.of("execution", List.of(goals)))));
    if (!configuration.isEmpty()) {
      children.add(PomNode.of(CONFIGURATION, configuration));
    }
    return PomNode.of("plugin", children);
  }

  /**
   * The reason why the place of the configuration is ambiguous.
   *
   * @return the reason; empty if it is clear
   */
  public Optional<Problem> unclear() {
    if (declared.size() > 1) {
      return Optional.of(unclear(declared.get(1), "the plugin is declared twice"));
    }
    if (!declared.isEmpty()) {
      return Optional.empty();
    }
    return project
        .childrenOf("profiles", "profile")
        .flatMap(profile -> profile.child("build").stream())
        .flatMap(PomPlugin::plugins)
        .findFirst()
        .map(plugin -> unclear(plugin, "the plugin is declared in a profile only"));
  }

  /**
   * Whether the plugin is declared outside of profiles.
   *
   * @return true if so
   */
  public boolean isDeclared() {
    return !declared.isEmpty();
  }

  /**
   * Whether groups are configured, for all goals or in an execution.
   *
   * @return true if so
   */
  public boolean hasGroups() {
    return declared.stream()
        .flatMap(
            plugin ->
                Stream.concat(Stream.of(plugin), plugin.childrenOf("executions", "execution")))
        .flatMap(owner -> owner.child(CONFIGURATION).stream())
        .anyMatch(configuration -> configuration.child(GROUPS).isPresent());
  }

  /**
   * The configuration for all goals.
   *
   * @return the names of the parameters
   */
  public Set<String> configured() {
    return declared.stream()
        .flatMap(plugin -> plugin.child(CONFIGURATION).stream())
        .flatMap(configuration -> configuration.children().stream())
        .map(XmlElement::name)
        .collect(Collectors.toSet());
  }

  /**
   * The POM with a configuration: in the plugin that is declared, else with a plugin of its own.
   * Everything else stays as it is, byte for byte.
   *
   * @param version the version of a plugin that is not declared yet
   * @param configuration the elements to add; none of it is {@link #configured()}
   * @return the POM then; the same where there is nothing to add
   * @throws ReleaseException with {@link Code#EDIT_NOT_KEPT} if the result does not have the old
   *     content plus the addition
   */
  public SourceText with(String version, List<PomNode> configuration) {
    SourceText after = added(version, configuration);
    PomPlugin written = new PomPlugin(after);
    Set<String> names = configuration.stream().map(PomNode::name).collect(Collectors.toSet());
    boolean there = written.declared.size() == 1 && written.configured().containsAll(names);
    if (!there || !isKept(project, written.project)) {
      throw ReleaseException.of(
          Code.EDIT_NOT_KEPT,
          Place.of(pom.file()),
          "the configuration cannot be written into this POM",
          "add it by hand, or report the POM");
    }
    return after;
  }

  private SourceText added(String version, List<PomNode> configuration) {
    if (!declared.isEmpty()) {
      Optional<XmlElement> configured = declared.get(0).child(CONFIGURATION);
      if (configuration.isEmpty()) {
        return pom;
      }
      return configured.isPresent()
          ? insert(configured.get(), configuration)
          : insert(declared.get(0), List.of(PomNode.of(CONFIGURATION, configuration)));
    }
    PomNode plugin = declaration(version, configuration);
    PomNode plugins = PomNode.of("plugins", List.of(plugin));
    Optional<XmlElement> build = project.child("build");
    if (build.isEmpty()) {
      return insert(project, List.of(PomNode.of("build", List.of(plugins))));
    }
    return build
        .get()
        .child("plugins")
        .map(list -> insert(list, List.of(plugin)))
        .orElseGet(() -> insert(build.get(), List.of(plugins)));
  }

  /** Before the end tag, on lines of their own. */
  private SourceText insert(XmlElement into, List<PomNode> nodes) {
    String content = pom.content();
    String eol = content.contains("\r\n") ? "\r\n" : "\n";
    int end = into.endTag();
    String outer = blanksOfLine(content, end);
    String indent = indent(content);
    String body =
        nodes.stream()
            .flatMap(node -> node.lines(indent).stream())
            .map(line -> outer + indent + line)
            .collect(Collectors.joining(eol));
    if (into.isSelfClosing()) {
      String tag = content.substring(into.start(), end + "/>".length());
      String open = content.substring(into.start(), end).stripTrailing() + ">";
      String whole = open + eol + body + eol + outer + "</" + into.name() + ">";
      return pom.edited(List.of(new TextEdit(pom.place(into.start()), tag, whole)));
    }
    int lineStart = lineStart(content, end);
    boolean alone = content.substring(lineStart, end).isBlank();
    int at = alone ? lineStart : end;
    String text = alone ? body + eol : eol + body + eol + outer;
    return pom.edited(List.of(new TextEdit(pom.place(at), "", text)));
  }

  /** The indentation of the first element of the project. */
  private String indent(String content) {
    return project.children().stream()
        .findFirst()
        .map(child -> content.substring(lineStart(content, child.start()), child.start()))
        .filter(blanks -> !blanks.isEmpty() && blanks.isBlank())
        .orElse("  ");
  }

  private static String blanksOfLine(String content, int offset) {
    int start = lineStart(content, offset);
    int end = start;
    while (end < offset && (content.charAt(end) == ' ' || content.charAt(end) == '\t')) {
      end++;
    }
    return content.substring(start, end);
  }

  private static int lineStart(String content, int offset) {
    return Math.max(content.lastIndexOf('\n', offset - 1), content.lastIndexOf('\r', offset - 1))
        + 1;
  }

  /** Existing text stays, and new text comes after it. */
  private static boolean isKept(XmlElement before, XmlElement after) {
    boolean same =
        before.name().equals(after.name())
            && before.ownText().equals(after.ownText())
            && before.children().size() <= after.children().size();
    for (int i = 0; same && i < before.children().size(); i++) {
      same = isKept(before.children().get(i), after.children().get(i));
    }
    return same;
  }

  private static Stream<XmlElement> plugins(XmlElement owner) {
    return owner
        .childrenOf("plugins", "plugin")
        .filter(plugin -> says(plugin, "artifactId", ARTIFACT_ID))
        .filter(plugin -> says(plugin, "groupId", GROUP_ID));
  }

  private static boolean says(XmlElement element, String name, String value) {
    return element.value(name).filter(found -> found.value().equals(value)).isPresent();
  }

  private static Problem unclear(XmlElement at, String message) {
    return Problem.of(
        Code.POM_PLACE_UNCLEAR,
        at.place(),
        message + ", so it is not clear where the configuration belongs",
        "declare it once, in <build><plugins>, with what is printed above");
  }
}

package io.github.releasesync.manifest.maven;

import io.github.releasesync.manifest.syntax.InvalidManifest;
import io.github.releasesync.manifest.syntax.XmlElement;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a {@code pom.xml} into its record. */
final class PomReader {

  private final SourceText text;
  private final XmlElement project;

  PomReader(SourceText text) {
    this.text = text;
    this.project = XmlElement.parse(text);
  }

  PomFile read() {
    if (!project.name().equals("project")) {
      throw InvalidManifest.at(
          project.place(),
          "the root element is `" + project.name() + "`, not `project`",
          "give another name to a file that is not a POM");
    }
    List<XmlElement> activeProfiles =
        project.childrenOf("profiles", "profile").filter(PomReader::isActiveByDefault).toList();
    return new PomFile(
        text.file(),
        project.child("parent").map(this::parent),
        project.value("groupId"),
        required(project, "artifactId"),
        project.value("version"),
        project.value("packaging").map(Located::value).orElse("jar"),
        properties(activeProfiles),
        modules(activeProfiles),
        dependencies());
  }

  private PomParent parent(XmlElement parent) {
    return new PomParent(
        ofParent(parent, "groupId"),
        ofParent(parent, "artifactId"),
        ofParent(parent, "version"),
        parent.child("relativePath").map(path -> path.text().value()).orElse("../pom.xml"));
  }

  private Located<String> ofParent(XmlElement parent, String name) {
    boolean inferred =
        project.value("modelVersion").filter(v -> !v.value().equals("4.0.0")).isPresent();
    return inferred
        ? parent.value(name).orElseGet(() -> new Located<>("", parent.place()))
        : required(parent, name);
  }

  private static Located<String> required(XmlElement parent, String name) {
    return parent
        .value(name)
        .orElseThrow(
            () ->
                InvalidManifest.at(
                    parent.place(),
                    "`<" + parent.name() + ">` has no " + name,
                    "add `<" + name + ">` to it"));
  }

  /** Maven lets the properties of an active profile win, those of a later one most. */
  private Map<String, Located<String>> properties(List<XmlElement> activeProfiles) {
    Map<String, Located<String>> properties = new LinkedHashMap<>();
    Stream.concat(Stream.of(project), activeProfiles.stream())
        .flatMap(owner -> owner.child("properties").stream())
        .flatMap(owner -> owner.children().stream())
        .forEach(property -> properties.put(property.name(), property.text()));
    return Collections.unmodifiableMap(properties);
  }

  private List<Located<String>> modules(List<XmlElement> activeProfiles) {
    List<Located<String>> modules = new ArrayList<>();
    Stream.concat(Stream.of(project), activeProfiles.stream())
        .flatMap(
            owner ->
                Stream.concat(
                    owner.childrenOf("modules", "module"),
                    owner.childrenOf("subprojects", "subproject")))
        .map(XmlElement::text)
        .filter(module -> !module.value().isEmpty())
        .forEach(modules::add);
    return List.copyOf(modules);
  }

  /** Profiles need not be active: their content may be intended. */
  private List<PomDependency> dependencies() {
    List<PomDependency> dependencies = new ArrayList<>();
    Stream.concat(Stream.of(project), project.childrenOf("profiles", "profile"))
        .forEach(
            owner -> {
              addDependencies(owner, dependencies);
              owner
                  .child("dependencyManagement")
                  .ifPresent(managed -> addDependencies(managed, dependencies));
              owner.child("build").ifPresent(build -> addBuild(build, dependencies));
              owner.child("reporting").ifPresent(reporting -> addPlugins(reporting, dependencies));
            });
    return List.copyOf(dependencies);
  }

  private static void addBuild(XmlElement build, List<PomDependency> to) {
    build.childrenOf("extensions", "extension").forEach(e -> addArtifact(e, "", to));
    addPlugins(build, to);
    build.child("pluginManagement").ifPresent(managed -> addPlugins(managed, to));
  }

  private static void addPlugins(XmlElement owner, List<PomDependency> to) {
    owner
        .childrenOf("plugins", "plugin")
        .forEach(
            plugin -> {
              addArtifact(plugin, "org.apache.maven.plugins", to);
              addDependencies(plugin, to);
            });
  }

  private static void addDependencies(XmlElement owner, List<PomDependency> to) {
    owner.childrenOf("dependencies", "dependency").forEach(d -> addArtifact(d, "", to));
  }

  private static void addArtifact(XmlElement at, String groupId, List<PomDependency> to) {
    Optional<Located<String>> artifactId = at.value("artifactId");
    Optional<Located<String>> version = at.value("version");
    if (artifactId.isPresent() && version.isPresent()) {
      to.add(
          new PomDependency(
              at.value("groupId").map(Located::value).orElse(groupId),
              artifactId.get().value(),
              version.get()));
    }
  }

  private static boolean isActiveByDefault(XmlElement profile) {
    Optional<Located<String>> value =
        profile.child("activation").flatMap(activation -> activation.value("activeByDefault"));
    return value.filter(v -> v.value().equalsIgnoreCase("true")).isPresent();
  }
}

package io.github.releasesync.project.workspace;

import io.github.releasesync.manifest.maven.PomDependency;
import io.github.releasesync.manifest.maven.PomFile;
import io.github.releasesync.manifest.maven.PomParent;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.ManifestNames;
import io.github.releasesync.project.tree.Problems;
import io.github.releasesync.project.tree.TreePath;
import io.github.releasesync.project.workspace.SiblingRequirement.Binding;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.RequirementSyntax;
import io.github.releasesync.version.VersionMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the poms of a tree: parents in the tree, properties, and what cannot be resolved. */
public final class MavenReader {

  private static final int MOST_PARENTS = 64;

  /** For one value: properties of properties grow without end in a few lines. */
  private static final int MOST_EXPRESSIONS = 100;

  /** For the names of all dependencies of a pom; it takes a few for each of some hundreds. */
  private static final int MOST_EXPRESSIONS_IN_NAMES = 10_000;

  private static final int LONGEST_VALUE = 1_000;

  private final FileTree tree;
  private final Problems problems;
  private final Map<String, PomFile> poms = new TreeMap<>();
  private final Map<String, Package> artifacts = new TreeMap<>();

  MavenReader(FileTree tree, Problems problems) {
    this.tree = tree;
    this.problems = problems;
  }

  /** Reads every pom.xml; the other methods answer from what it found. */
  void read() {
    for (String path : tree.manifests()) {
      if (TreePath.name(path).equals(ManifestNames.POM) && !TreePath.isForeign(path)) {
        problems.attempt(() -> tree.pom(path)).ifPresent(p -> poms.put(path, p));
      }
    }
    poms.forEach((path, pom) -> artifacts.put(path, toPackage(pom)));
  }

  /** The artifacts, by the path of their pom. */
  Collection<Package> artifacts() {
    return artifacts.values();
  }

  /**
   * The versions of other artifacts of the tree in poms: of parents, which Maven takes from the
   * tree only if so, and of dependencies and plugins.
   */
  List<SiblingRequirement> requirements() {
    List<SiblingRequirement> requirements = new ArrayList<>(parentRequirements());
    Map<String, List<Package>> byName = new TreeMap<>();
    Set<Place> stated = new HashSet<>();
    artifacts
        .values()
        .forEach(
            artifact -> {
              byName.computeIfAbsent(artifact.name(), name -> new ArrayList<>()).add(artifact);
              stated.add(artifact.place());
            });
    poms.forEach(
        (path, pom) -> {
          List<PomFile> lineage = lineage(pom);
          Expansion names = new Expansion(MOST_EXPRESSIONS_IN_NAMES);
          for (PomDependency dependency : pom.dependencies()) {
            List<Package> named =
                byName.getOrDefault(nameOf(lineage, dependency, names), List.of());
            if (named.size() == 1) {
              resolve(lineage, dependency.version())
                  .filter(version -> !stated.contains(version.place()))
                  .map(v -> requirement(path, named.get(0), v, Binding.STATED))
                  .ifPresent(requirements::add);
            }
          }
        });
    return requirements;
  }

  /**
   * The version of an artifact, if it is put together from properties and other texts.
   *
   * @param tree the files
   * @param artifact the artifact
   * @return empty if its version is one literal
   */
  public static Optional<ComposedVersion> composed(FileTree tree, Package artifact) {
    if (artifact.ecosystem() != Ecosystem.MAVEN || artifact.literal().isEmpty()) {
      return Optional.empty();
    }
    Located<String> literal = artifact.literal().get();
    SourceText text = tree.read(literal.place().file());
    int start = text.offset(literal.place().line(), literal.place().column());
    int end = Math.max(start, text.content().indexOf('<', start));
    String raw = text.content().substring(start, end).strip();
    if (raw.equals(literal.value()) || !raw.contains("${")) {
      return Optional.empty();
    }
    MavenReader reader = new MavenReader(tree, new Problems());
    reader.read();
    List<PomFile> lineage = reader.lineage(reader.poms.get(artifact.manifest()));
    return Optional.of(
        new ComposedVersion(new Located<>(raw, literal.place()), reader.parts(lineage, raw)));
  }

  private List<ComposedVersion.Part> parts(List<PomFile> lineage, String raw) {
    List<ComposedVersion.Part> parts = new ArrayList<>();
    int at = 0;
    while (at < raw.length()) {
      int end = raw.indexOf('}', at);
      if (!raw.startsWith("${", at) || end < 0) {
        return List.of();
      }
      String name = raw.substring(at + 2, end);
      Optional<Located<String>> value = lookUp(lineage, name);
      if (value.isEmpty() || value.get().value().contains("${")) {
        return List.of();
      }
      parts.add(new ComposedVersion.Part(name, value.get()));
      at = end + 1;
    }
    return List.copyOf(parts);
  }

  private SiblingRequirement requirement(
      String pom, Package to, Located<String> version, Binding binding) {
    return new SiblingRequirement(
        Optional.of(artifacts.get(pom)), to, version, RequirementSyntax.MAVEN, binding);
  }

  private String nameOf(List<PomFile> lineage, PomDependency dependency, Expansion expansion) {
    return text(lineage, dependency.groupId(), dependency, expansion)
        + ":"
        + text(lineage, dependency.artifactId(), dependency, expansion);
  }

  private String text(
      List<PomFile> lineage, String raw, PomDependency dependency, Expansion expansion) {
    return resolve(lineage, new Located<>(raw, dependency.version().place()), expansion)
        .map(Located::value)
        .orElse(raw);
  }

  private List<SiblingRequirement> parentRequirements() {
    List<SiblingRequirement> requirements = new ArrayList<>();
    artifacts.forEach(
        (path, module) -> {
          PomFile pom = poms.get(path);
          Optional<Package> parent = parentOf(pom).map(p -> artifacts.get(p.file()));
          Optional<Located<String>> stated =
              pom.parent().flatMap(p -> resolve(lineage(pom), p.version()));
          if (parent.isPresent() && stated.isPresent()) {
            requirements.add(requirement(path, parent.get(), stated.get(), Binding.TREE));
          }
        });
    return requirements;
  }

  private Package toPackage(PomFile pom) {
    List<PomFile> lineage = lineage(pom);
    Optional<Located<String>> raw = rawVersion(lineage);
    Optional<Located<String>> literal = raw.flatMap(r -> resolve(lineage, r));
    if (raw.isPresent() && literal.isEmpty()) {
      problems.add(
          Code.VERSION_UNRESOLVED,
          raw.get().place(),
          "`" + raw.get().value() + "` cannot be resolved from the poms of this repository",
          "state the property in a pom of the repository, if this artifact is released from here");
    }
    String groupId =
        pom.groupId()
            .or(() -> pom.parent().map(PomParent::groupId))
            .flatMap(g -> resolve(lineage, g).or(() -> Optional.of(g)))
            .map(Located::value)
            .orElse("");
    String artifactId = resolve(lineage, pom.artifactId()).orElse(pom.artifactId()).value();
    return new Package(
        Ecosystem.MAVEN,
        groupId + ":" + artifactId,
        pom.file(),
        literal.map(Located::value),
        literal,
        source(pom, raw),
        literal.flatMap(l -> VersionMapping.read(l.value(), Ecosystem.MAVEN)),
        literal.isPresent() && !isDeploySkipped(lineage));
  }

  private static VersionSource source(PomFile pom, Optional<Located<String>> raw) {
    if (raw.isEmpty()) {
      return VersionSource.MISSING;
    }
    if (raw.get().value().contains("${")) {
      return VersionSource.PROPERTY;
    }
    return pom.version().isPresent() ? VersionSource.LITERAL : VersionSource.INHERITED;
  }

  /** The pom and its parents, as far as they are in the tree. */
  private List<PomFile> lineage(PomFile pom) {
    List<PomFile> lineage = new ArrayList<>(List.of(pom));
    Optional<PomFile> parent = parentOf(pom);
    while (parent.isPresent() && !holds(lineage, parent.get()) && lineage.size() < MOST_PARENTS) {
      lineage.add(parent.get());
      parent = parentOf(parent.get());
    }
    return lineage;
  }

  /** Maven takes the file at relativePath only if it is the artifact that the parent names. */
  private static boolean holds(List<PomFile> lineage, PomFile pom) {
    return lineage.stream().anyMatch(known -> known.file().equals(pom.file()));
  }

  private Optional<PomFile> parentOf(PomFile pom) {
    return pom.parent()
        .filter(parent -> !parent.relativePath().isEmpty())
        .flatMap(
            parent ->
                TreePath.resolve(TreePath.folder(pom.file()), parent.relativePath())
                    .map(
                        path ->
                            poms.getOrDefault(path, poms.get(TreePath.in(path, ManifestNames.POM))))
                    .filter(
                        found -> found.artifactId().value().equals(parent.artifactId().value())));
  }

  private Optional<Located<String>> rawVersion(List<PomFile> lineage) {
    PomFile pom = lineage.get(0);
    if (pom.version().isPresent()) {
      return pom.version();
    }
    if (lineage.size() > 1) {
      return rawVersion(lineage.subList(1, lineage.size()));
    }
    return pom.parent().map(PomParent::version);
  }

  /**
   * Replaces `${...}` from the properties of the lineage, then from the project itself: Maven too
   * looks at properties first, so one that is literally named `project.version` wins.
   *
   * @return the resolved text at the place of the literal that decided it; empty if any expression
   *     stays open, or if there is no end of them
   */
  private Optional<Located<String>> resolve(List<PomFile> lineage, Located<String> raw) {
    return resolve(lineage, raw, new Expansion(MOST_EXPRESSIONS));
  }

  /** The expressions that are being replaced, and how many more may be. */
  private static final class Expansion {
    private final Set<String> open = new HashSet<>();
    private int left;

    Expansion(int most) {
      this.left = most;
    }

    boolean begin(String name) {
      return left-- > 0 && open.add(name);
    }
  }

  private Optional<Located<String>> resolve(
      List<PomFile> lineage, Located<String> raw, Expansion expansion) {
    int start = raw.value().indexOf("${");
    if (start < 0) {
      return Optional.of(raw);
    }
    int end = raw.value().indexOf('}', start);
    String name = end < 0 ? "" : raw.value().substring(start + 2, end);
    if (name.isEmpty() || !expansion.begin(name)) {
      return Optional.empty();
    }
    Optional<Located<String>> value =
        lookUp(lineage, name).flatMap(v -> resolve(lineage, v, expansion));
    expansion.open.remove(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String prefix = raw.value().substring(0, start);
    String suffix = raw.value().substring(end + 1);
    boolean whole = prefix.isEmpty() && suffix.isEmpty();
    if (whole) {
      return value;
    }
    return resolve(lineage, new Located<>(suffix, raw.place()), expansion)
        .map(rest -> prefix + value.get().value() + rest.value())
        .filter(text -> text.length() <= LONGEST_VALUE)
        .map(text -> new Located<>(text, raw.place()));
  }

  private Optional<Located<String>> lookUp(List<PomFile> lineage, String name) {
    for (PomFile pom : lineage) {
      if (pom.properties().containsKey(name)) {
        return Optional.of(pom.properties().get(name));
      }
    }
    PomFile pom = lineage.get(0);
    return switch (name) {
      case "project.version", "pom.version", "version" -> rawVersion(lineage);
      case "project.groupId", "pom.groupId", "groupId" ->
          pom.groupId().or(() -> pom.parent().map(PomParent::groupId));
      case "project.artifactId", "pom.artifactId", "artifactId" -> Optional.of(pom.artifactId());
      case "project.parent.version", "parent.version" -> pom.parent().map(PomParent::version);
      case "project.parent.groupId", "parent.groupId" -> pom.parent().map(PomParent::groupId);
      case "project.parent.artifactId", "parent.artifactId" ->
          pom.parent().map(PomParent::artifactId);
      default -> Optional.empty();
    };
  }

  private boolean isDeploySkipped(List<PomFile> lineage) {
    return lookUp(lineage, "maven.deploy.skip")
        .filter(skip -> skip.value().equals("true"))
        .isPresent();
  }
}

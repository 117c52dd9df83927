package io.github.releasesync.project.workspace;

import io.github.releasesync.manifest.cargo.CargoDependency;
import io.github.releasesync.manifest.cargo.CargoManifest;
import io.github.releasesync.manifest.cargo.Crate;
import io.github.releasesync.manifest.cargo.CrateMetadata;
import io.github.releasesync.manifest.cargo.CrateVersion;
import io.github.releasesync.manifest.cargo.DependencyKind;
import io.github.releasesync.manifest.cargo.Publish;
import io.github.releasesync.problem.Code;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.ManifestNames;
import io.github.releasesync.project.tree.Problems;
import io.github.releasesync.project.tree.TreePath;
import io.github.releasesync.text.Located;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Mapping;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.RequirementSyntax;
import io.github.releasesync.version.SemVer;
import io.github.releasesync.version.VersionMapping;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the crates of a tree as Cargo would see them: workspaces, members, inheritance. */
public final class CrateReader {

  private static final String PYO3 = "pyo3";

  private final FileTree tree;
  private final Problems problems;
  private final CargoManifests manifests;
  private final Map<String, Package> crates = new LinkedHashMap<>();
  private final List<SiblingRequirement> requirements = new ArrayList<>();
  private final List<CrateFacts> facts = new ArrayList<>();
  private CargoMembership membership;

  CrateReader(FileTree tree, Problems problems) {
    this.tree = tree;
    this.problems = problems;
    this.manifests = new CargoManifests(tree, problems);
  }

  /** Reads every Cargo.toml; the other methods answer from what it found. */
  void read() {
    membership = CargoMembership.of(tree, manifests, problems);
    manifests
        .loaded()
        .forEach(
            (folder, manifest) ->
                manifest
                    .crate()
                    .filter(crate -> membership.isLoaded(folder))
                    .ifPresent(crate -> crates.put(folder, toPackage(folder, manifest, crate))));
    crates.keySet().forEach(this::readRequirements);
    requirements.addAll(WorkspaceRequirements.of(manifests, membership, crates, requirements));
  }

  /** The crates by folder. */
  Map<String, Package> crates() {
    return crates;
  }

  /** The units of Cargo: workspaces, and crates outside of workspaces. */
  List<CargoRoot> roots() {
    Map<String, List<Package>> byFolder = new TreeMap<>();
    crates.forEach(
        (folder, crate) ->
            byFolder
                .computeIfAbsent(membership.rootOf(folder).orElse(folder), f -> new ArrayList<>())
                .add(crate));
    Set<String> files = Set.copyOf(tree.manifests());
    List<CargoRoot> roots = new ArrayList<>();
    byFolder.forEach(
        (folder, members) -> {
          String lock = TreePath.in(folder, ManifestNames.CARGO_LOCK);
          roots.add(
              new CargoRoot(
                  folder, List.copyOf(members), Optional.of(lock).filter(files::contains)));
        });
    return roots;
  }

  /** The requirements on crates that Cargo takes from the tree. */
  List<SiblingRequirement> requirements() {
    return requirements;
  }

  /** The other content of the crates' manifests. */
  List<CrateFacts> facts() {
    return facts;
  }

  /** The workspace of each crate. */
  CargoMembership membership() {
    return membership;
  }

  private Package toPackage(String folder, CargoManifest manifest, Crate crate) {
    Optional<CargoManifest> root = membership.rootOf(folder).flatMap(manifests::find);
    Optional<Located<String>> literal = Optional.empty();
    VersionSource source = VersionSource.MISSING;
    if (crate.version() instanceof CrateVersion.Literal stated) {
      literal = Optional.of(stated.text());
      source = VersionSource.LITERAL;
    } else if (crate.version() instanceof CrateVersion.Inherited inherited) {
      literal = root.flatMap(CargoManifest::workspace).flatMap(w -> w.version());
      source = VersionSource.INHERITED;
      if (literal.isEmpty()) {
        problems.add(
            Code.MANIFEST_INVALID,
            inherited.place(),
            "the version is inherited, but no [workspace.package] states one",
            "state `version` under [workspace.package] of the workspace's Cargo.toml");
      }
    }
    return new Package(
        Ecosystem.CARGO,
        crate.name().value(),
        manifest.file(),
        literal.map(Located::value),
        literal,
        source,
        literal.flatMap(l -> release(l.value())),
        literal.isPresent()
            && isAllowed(publish(crate, root))
            && unversioned(folder, manifest).isEmpty());
  }

  private static Optional<ReleaseVersion> release(String version) {
    try {
      return VersionMapping.of(SemVer.parse(version)) instanceof Mapping.Portable portable
          ? Optional.of(portable.version())
          : Optional.empty();
    } catch (InvalidVersionException e) {
      return Optional.empty();
    }
  }

  private static Publish publish(Crate crate, Optional<CargoManifest> root) {
    return crate.publish() instanceof Publish.Inherited
        ? root.flatMap(CargoManifest::workspace)
            .map(w -> w.publish())
            .orElseGet(Publish.Anywhere::new)
        : crate.publish();
  }

  private static boolean isAllowed(Publish publish) {
    return publish instanceof Publish.Anywhere
        || publish instanceof Publish.Only only && only.registries().contains("crates-io");
  }

  /** Cargo publishes no crate with a path alone, but for a dev-dependency, which it leaves out. */
  private List<Located<String>> unversioned(String folder, CargoManifest manifest) {
    return manifest.dependencies().stream()
        .filter(d -> d.kind() != DependencyKind.DEV)
        .filter(
            d -> {
              CargoDependency stated = resolved(folder, d).dependency();
              return stated.path().isPresent() && stated.requirement().isEmpty();
            })
        .map(d -> new Located<>(resolved(folder, d).dependency().crate(), d.place()))
        .toList();
  }

  private void readRequirements(String folder) {
    List<CrateDependency> dependencies = new ArrayList<>();
    for (CargoDependency declared : manifests.find(folder).orElseThrow().dependencies()) {
      Resolved resolved = resolved(folder, declared);
      CargoDependency dependency = resolved.dependency();
      Optional<Package> target = folderOf(resolved).findFirst().map(crates::get);
      target.ifPresent(to -> dependencies.add(dependency(to, declared, dependency)));
      if (target.isPresent() && dependency.requirement().isPresent()) {
        requirements.add(
            new SiblingRequirement(
                Optional.of(crates.get(folder)),
                target.get(),
                dependency.requirement().get(),
                RequirementSyntax.CARGO,
                SiblingRequirement.Binding.TREE));
      }
    }
    CargoManifest manifest = manifests.find(folder).orElseThrow();
    CrateMetadata metadata = metadata(folder);
    facts.add(
        new CrateFacts(
            crates.get(folder),
            metadata,
            publish(
                manifest.crate().orElseThrow(), membership.rootOf(folder).flatMap(manifests::find)),
            missingFiles(metadata),
            List.copyOf(dependencies),
            unversioned(folder, manifest),
            features(manifest),
            manifest.inherited(),
            oldestPython(folder),
            manifest.linkedOnly() && !tree.exists(TreePath.in(folder, "src/main.rs"))));
  }

  /**
   * An optional dependency makes a feature of its name, unless one turns it on with {@code dep:}
   * (Cargo book, "Features", optional dependencies).
   */
  private static Map<String, List<Located<String>>> features(CargoManifest manifest) {
    Map<String, List<Located<String>>> features = new LinkedHashMap<>(manifest.features());
    Set<String> turnedOn =
        manifest.features().values().stream()
            .flatMap(List::stream)
            .map(Located::value)
            .collect(Collectors.toSet());
    for (CargoDependency d : manifest.dependencies()) {
      if (d.optional() && !turnedOn.contains("dep:" + d.key())) {
        features.putIfAbsent(d.key(), List.of(new Located<>("dep:" + d.key(), d.place())));
      }
    }
    return Collections.unmodifiableMap(features);
  }

  /** A member adds features to those of its workspace, and can only turn the default ones on. */
  private static CrateDependency dependency(
      Package to, CargoDependency declared, CargoDependency stated) {
    List<Located<String>> features = new ArrayList<>(stated.features());
    boolean byDefault = stated.defaultFeatures().orElse(true);
    if (declared.inherited()) {
      features.addAll(declared.features());
      byDefault |= declared.defaultFeatures().orElse(false);
    }
    return new CrateDependency(
        to,
        declared.key(),
        declared.kind(),
        stated.requirement(),
        declared.optional(),
        List.copyOf(features),
        byDefault,
        declared.place());
  }

  private CrateMetadata metadata(String folder) {
    CrateMetadata own =
        manifests.find(folder).flatMap(CargoManifest::crate).orElseThrow().metadata();
    return membership
        .rootOf(folder)
        .flatMap(manifests::find)
        .flatMap(CargoManifest::workspace)
        .map(workspace -> own.inheriting(workspace.metadata()))
        .orElse(own);
  }

  private List<Located<String>> missingFiles(CrateMetadata metadata) {
    return TreePath.missing(tree, Stream.of(metadata.readme(), metadata.licenseFile()));
  }

  /** pyo3 builds for the oldest version that any of its {@code abi3-py3N} features names. */
  private Optional<Integer> oldestPython(String folder) {
    CargoManifest manifest = manifests.find(folder).orElseThrow();
    Stream<String> stated =
        manifest.dependencies().stream()
            .filter(d -> d.crate().equals(PYO3) && d.kind() == DependencyKind.NORMAL)
            .flatMap(
                d ->
                    Stream.concat(
                        d.features().stream(),
                        resolved(folder, d).dependency().features().stream()))
            .map(Located::value);
    Stream<String> byDefault =
        defaultFeatures(manifest).stream()
            .filter(feature -> feature.startsWith(PYO3 + "/"))
            .map(feature -> feature.substring(PYO3.length() + 1));
    return Stream.concat(stated, byDefault)
        .filter(feature -> feature.matches("abi3-py3[0-9]{1,2}"))
        .map(feature -> Integer.valueOf(feature.substring("abi3-py3".length())))
        .min(Comparator.naturalOrder());
  }

  /** Everything that {@code default} enables, directly or indirectly. */
  private static Set<String> defaultFeatures(CargoManifest manifest) {
    Set<String> on = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of("default"));
    while (!open.isEmpty()) {
      String feature = open.remove();
      if (on.add(feature)) {
        manifest.features().getOrDefault(feature, List.of()).stream()
            .map(Located::value)
            .forEach(open::add);
      }
    }
    return on;
  }

  /** The folders that a crate depends on by path. */
  List<String> pathDependencies(String folder) {
    return manifests.find(folder).orElseThrow().dependencies().stream()
        .map(d -> resolved(folder, d))
        .flatMap(CrateReader::folderOf)
        .toList();
  }

  private static Stream<String> folderOf(Resolved resolved) {
    return resolved.dependency().path().stream()
        .flatMap(path -> TreePath.resolve(resolved.folder(), path.value()).stream());
  }

  /** A dependency as it is after inheritance, and the folder that its path starts from. */
  private Resolved resolved(String folder, CargoDependency dependency) {
    return membership.resolve(folder, dependency);
  }

  record Resolved(String folder, CargoDependency dependency) {}
}

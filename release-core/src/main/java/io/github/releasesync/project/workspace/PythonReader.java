package io.github.releasesync.project.workspace;

import io.github.releasesync.manifest.python.DynamicSource;
import io.github.releasesync.manifest.python.Maturin;
import io.github.releasesync.manifest.python.ProjectMetadata;
import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.manifest.python.PyProject;
import io.github.releasesync.manifest.python.PythonSource;
import io.github.releasesync.manifest.python.PythonVersion;
import io.github.releasesync.manifest.python.SetupCfg;
import io.github.releasesync.problem.Code;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.ManifestNames;
import io.github.releasesync.project.tree.Problems;
import io.github.releasesync.project.tree.TreePath;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Mapping;
import io.github.releasesync.version.Pep440Version;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.VersionMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the Python projects of a tree: their names, and the files that state their versions. */
public final class PythonReader {

  private static final String SETUP_PY = "setup.py";

  private final FileTree tree;
  private final Problems problems;
  private final Map<String, Package> crates;
  private final Map<String, PyProject> manifests = new TreeMap<>();
  private final Map<String, SetupCfg> setupFiles = new TreeMap<>();
  private final Map<String, Package> projects = new LinkedHashMap<>();
  private final List<NativeBuild> builds = new ArrayList<>();
  private final List<ProjectFacts> facts = new ArrayList<>();

  /**
   * A reader.
   *
   * @param crates the crates by folder
   */
  PythonReader(FileTree tree, Problems problems, Map<String, Package> crates) {
    this.tree = tree;
    this.problems = problems;
    this.crates = crates;
  }

  /** Reads every pyproject.toml and setup.cfg; the other methods answer from what it found. */
  void read() {
    for (String path : tree.manifests()) {
      String name = TreePath.name(path);
      if (TreePath.isForeign(path)) {
        continue;
      }
      if (name.equals(ManifestNames.PYPROJECT)) {
        problems
            .attempt(() -> tree.pyProject(path))
            .ifPresent(manifest -> manifests.put(TreePath.folder(path), manifest));
      } else if (name.equals(ManifestNames.SETUP_CFG)) {
        problems
            .attempt(() -> SetupCfg.parse(tree.read(path)))
            .ifPresent(setup -> setupFiles.put(TreePath.folder(path), setup));
      }
    }
    manifests.forEach(this::readProject);
    setupFiles.forEach(this::readSetupCfg);
  }

  /** The projects by folder. */
  Map<String, Package> projects() {
    return projects;
  }

  /** The other content of the projects' manifests. */
  List<ProjectFacts> facts() {
    return facts;
  }

  /** Which project is built from which crate. */
  List<NativeBuild> builds() {
    return builds;
  }

  /** The requirements between projects by name. */
  List<SiblingRequirement> requirements() {
    return PythonRequirements.of(projects, manifests, setupFiles);
  }

  private void readProject(String folder, PyProject manifest) {
    Optional<Located<String>> name =
        manifest
            .name()
            .or(() -> Optional.ofNullable(setupFiles.get(folder)).flatMap(s -> s.name()));
    if (name.isEmpty()) {
      return;
    }
    if (isPlaceholder(name.get().value())) {
      addTemplate(manifest, name.get());
      return;
    }
    Optional<Package> crate = crateOf(folder, manifest);
    PythonVersion version = manifest.version();
    if (version instanceof PythonVersion.Missing && setupFiles.containsKey(folder)) {
      version = setupFiles.get(folder).version();
    }
    Package project =
        project(
            name.get().value(),
            manifest.file(),
            stated(folder, version, crate),
            source(version),
            // A name that no registry takes must not become one of a folder or address.
            ProjectName.isValid(name.get().value()) && isUploadable(folder, manifest));
    projects.put(folder, project);
    facts.add(
        new ProjectFacts(
            project, name.get(), manifest.metadata(), missingFiles(manifest.metadata())));
    crate.ifPresent(c -> builds.add(new NativeBuild(project, c, manifest.crateFeatures())));
  }

  private List<Located<String>> missingFiles(ProjectMetadata metadata) {
    return TreePath.missing(tree, Stream.of(metadata.readme(), metadata.licenseFile()));
  }

  private void readSetupCfg(String folder, SetupCfg setup) {
    if (projects.containsKey(folder) || setup.name().isEmpty()) {
      return;
    }
    projects.put(
        folder,
        project(
            setup.name().get().value(),
            setup.file(),
            stated(folder, setup.version(), Optional.empty()),
            source(setup.version()),
            true));
  }

  /**
   * Placeholders that generators replace: {@code {{ name }}}, {@code $name}, {@code <name>}, {@code
   * __NAME__}.
   */
  private static boolean isPlaceholder(String name) {
    return name.isBlank()
        || name.startsWith("_")
        || name.chars().anyMatch(c -> "{}<>[]$%@#".indexOf(c) >= 0);
  }

  /** A project that only exists once a generator has filled in its name. */
  private void addTemplate(PyProject manifest, Located<String> name) {
    problems.add(
        Code.MANIFEST_LEFT_OUT,
        name.place(),
        "left out: `" + name.value() + "` is not a project name, so this is a template",
        "nothing to do");
    projects.put(
        TreePath.folder(manifest.file()),
        project(
            name.value(), manifest.file(), Optional.empty(), source(manifest.version()), false));
  }

  private static Package project(
      String name,
      String manifest,
      Optional<Located<String>> literal,
      VersionSource source,
      boolean publishable) {
    Optional<Pep440Version> version = literal.flatMap(l -> parse(l.value()));
    boolean own = source == VersionSource.LITERAL;
    return new Package(
        Ecosystem.PYPI,
        name,
        manifest,
        own ? literal.map(Located::value) : version.map(Pep440Version::toString),
        literal,
        source,
        version.flatMap(PythonReader::release),
        publishable);
  }

  private static Optional<Pep440Version> parse(String text) {
    try {
      return Optional.of(Pep440Version.parse(text));
    } catch (InvalidVersionException e) {
      return Optional.empty();
    }
  }

  private static Optional<ReleaseVersion> release(Pep440Version version) {
    return VersionMapping.of(version) instanceof Mapping.Portable portable
        ? Optional.of(portable.version())
        : Optional.empty();
  }

  private static VersionSource source(PythonVersion version) {
    if (version instanceof PythonVersion.Literal) {
      return VersionSource.LITERAL;
    }
    return version instanceof PythonVersion.Dynamic ? VersionSource.DYNAMIC : VersionSource.MISSING;
  }

  /** The text that states the version. maturin parses the crate's version as PEP 440. */
  private Optional<Located<String>> stated(
      String folder, PythonVersion version, Optional<Package> crate) {
    if (version instanceof PythonVersion.Literal literal) {
      return Optional.of(literal.text());
    }
    if (!(version instanceof PythonVersion.Dynamic dynamic)) {
      return Optional.empty();
    }
    if (dynamic.from() instanceof DynamicSource.FromCrate) {
      return crate.flatMap(Package::literal);
    }
    if (dynamic.from() instanceof DynamicSource.FromFile file) {
      return firstLiteral(folder, file.candidates(), file.attribute());
    }
    if (dynamic.from() instanceof DynamicSource.FromAttribute attribute) {
      String module = attribute.module().replace('.', '/');
      List<String> candidates =
          List.of(
              module + ".py",
              module + "/__init__.py",
              "src/" + module + ".py",
              "src/" + module + "/__init__.py");
      return firstLiteral(folder, candidates, attribute.attribute());
    }
    return Optional.empty();
  }

  private Optional<Located<String>> firstLiteral(
      String folder, List<String> candidates, String attribute) {
    return candidates.stream()
        .flatMap(candidate -> TreePath.resolve(folder, candidate).stream())
        .filter(tree::exists)
        .findFirst()
        .flatMap(path -> problems.attempt(() -> tree.read(path)))
        .flatMap(
            text ->
                attribute.isEmpty()
                    ? wholeText(text)
                    : PythonSource.assignedString(text, attribute));
  }

  private static Optional<Located<String>> wholeText(SourceText text) {
    String value = text.content().strip();
    return value.isEmpty() || value.length() > 255
        ? Optional.empty()
        : Optional.of(new Located<>(value, text.place(text.content().indexOf(value))));
  }

  /** maturin: `manifest-path`, else Cargo.toml beside, else in `rust`. */
  private Optional<Package> crateOf(String folder, PyProject manifest) {
    Optional<String> stated = manifest.maturin().flatMap(Maturin::manifestPath).map(Located::value);
    if (stated.isPresent()) {
      return crateAt(folder, stated.get());
    }
    if (manifest.maturin().isPresent()) {
      return crateAt(folder, ManifestNames.CARGO)
          .or(() -> crateAt(folder, "rust/" + ManifestNames.CARGO));
    }
    boolean rust =
        manifest.buildRequires().stream()
            .anyMatch(r -> ProjectName.normalize(r).startsWith("setuptools-rust"));
    if (manifest.rustExtensions().isEmpty()) {
      return rust ? crateAt(folder, ManifestNames.CARGO) : Optional.empty();
    }
    return crateAt(folder, manifest.rustExtensions().get(0).value());
  }

  private Optional<Package> crateAt(String folder, String manifestPath) {
    return TreePath.resolve(folder, manifestPath).map(TreePath::folder).map(crates::get);
  }

  /**
   * PyPI refuses `Private ::` classifiers; uv builds no package if configured so, or without a
   * build system; without one pip still falls back to setup.py and setup.cfg.
   */
  private boolean isUploadable(String folder, PyProject manifest) {
    boolean built =
        manifest.backend().isPresent()
            || !manifest.buildRequires().isEmpty()
            || setupFiles.containsKey(folder)
            || tree.exists(TreePath.in(folder, SETUP_PY));
    return built && !manifest.privateProject() && manifest.uvPackage().orElse(true);
  }
}

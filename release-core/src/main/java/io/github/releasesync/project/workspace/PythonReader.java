package io.github.releasesync.project.workspace;

import io.github.releasesync.manifest.python.CrateFeatures;
import io.github.releasesync.manifest.python.Maturin;
import io.github.releasesync.manifest.python.ProjectMetadata;
import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.manifest.python.PyProject;
import io.github.releasesync.manifest.python.PythonVersion;
import io.github.releasesync.manifest.python.SetupCfg;
import io.github.releasesync.manifest.python.SetupPy;
import io.github.releasesync.problem.Code;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.ManifestNames;
import io.github.releasesync.project.tree.Problems;
import io.github.releasesync.project.tree.TreePath;
import io.github.releasesync.text.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the Python projects of a tree: their names, and the files that state their versions. */
public final class PythonReader {

  private final FileTree tree;
  private final Problems problems;
  private final Map<String, Package> crates;
  private final Map<String, PyProject> manifests = new TreeMap<>();
  private final Map<String, SetupCfg> setupCfgs = new TreeMap<>();
  private final Map<String, SetupPy> setupPys = new TreeMap<>();
  private final PythonVersions versions;
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
    this.versions = new PythonVersions(tree, problems);
  }

  /**
   * Reads every pyproject.toml, setup.cfg and setup.py; the other methods answer from what it
   * found.
   */
  void read() {
    for (String path : tree.manifests()) {
      String name = TreePath.name(path);
      if (TreePath.isForeign(path)) {
        continue;
      }
      String folder = TreePath.folder(path);
      switch (name) {
        case ManifestNames.PYPROJECT ->
            problems
                .attempt(() -> tree.pyProject(path))
                .ifPresent(manifest -> manifests.put(folder, manifest));
        case ManifestNames.SETUP_CFG ->
            problems
                .attempt(() -> SetupCfg.parse(tree.read(path)))
                .ifPresent(setup -> setupCfgs.put(folder, setup));
        case ManifestNames.SETUP_PY ->
            problems
                .attempt(() -> SetupPy.parse(tree.read(path)))
                .flatMap(setup -> setup)
                .ifPresent(setup -> setupPys.put(folder, setup));
        default -> {}
      }
    }
    manifests.forEach(this::readProject);
    TreeSet<String> folders = new TreeSet<>(setupCfgs.keySet());
    folders.addAll(setupPys.keySet());
    folders.stream().filter(folder -> !projects.containsKey(folder)).forEach(this::readSetup);
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
    return PythonRequirements.of(projects, manifests, setupCfgs);
  }

  private void readProject(String folder, PyProject manifest) {
    SetupFiles setup = setup(folder);
    Optional<Located<String>> name = manifest.name().or(setup::name);
    if (name.isEmpty()) {
      return;
    }
    if (isPlaceholder(name.get().value())) {
      addTemplate(manifest.file(), name.get(), manifest.version());
      return;
    }
    Optional<Package> crate = crateOf(folder, manifest);
    PythonVersion version = manifest.version();
    Package project =
        versions.project(
            name.get(),
            manifest.file(),
            manifest.readsSetupFiles() ? setup.version(version) : version,
            crate,
            // A name that no registry takes must not become one of a folder or address.
            ProjectName.isValid(name.get().value()) && isUploadable(folder, manifest));
    projects.put(folder, project);
    facts.add(
        new ProjectFacts(
            project, name.get(), manifest.metadata(), missingFiles(manifest.metadata())));
    crate.ifPresent(c -> builds.add(new NativeBuild(project, c, manifest.crateFeatures())));
  }

  private SetupFiles setup(String folder) {
    return new SetupFiles(
        Optional.ofNullable(setupPys.get(folder)), Optional.ofNullable(setupCfgs.get(folder)));
  }

  private List<Located<String>> missingFiles(ProjectMetadata metadata) {
    return TreePath.missing(tree, Stream.of(metadata.readme(), metadata.licenseFile()));
  }

  /** A folder without a pyproject.toml that names the project. */
  private void readSetup(String folder) {
    SetupFiles setup = setup(folder);
    if (setup.name().isEmpty()) {
      setup.nameless().ifPresent(problems::add);
      return;
    }
    Located<String> name = setup.name().get();
    if (isPlaceholder(name.value())) {
      addTemplate(setup.file(), name, setup.version());
      return;
    }
    Optional<Package> crate =
        setup.rustExtensions().stream()
            .findFirst()
            .flatMap(manifest -> crateAt(folder, manifest.value()));
    Package project =
        versions.project(name, setup.file(), setup.version(), crate, !setup.isPrivate());
    projects.put(folder, project);
    crate.ifPresent(c -> builds.add(new NativeBuild(project, c, CrateFeatures.standard())));
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
  private void addTemplate(String manifest, Located<String> name, PythonVersion version) {
    problems.add(
        Code.MANIFEST_LEFT_OUT,
        name.place(),
        "left out: `" + name.value() + "` is not a project name, so this is a template",
        "nothing to do");
    projects.put(TreePath.folder(manifest), PythonVersions.template(name, manifest, version));
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
    return Stream.concat(
            manifest.rustExtensions().stream(), setup(folder).rustExtensions().stream())
        .findFirst()
        .map(Located::value)
        .or(() -> rust ? Optional.of(ManifestNames.CARGO) : Optional.empty())
        .flatMap(path -> crateAt(folder, path));
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
            || setupCfgs.containsKey(folder)
            || tree.exists(TreePath.in(folder, ManifestNames.SETUP_PY));
    boolean refused = manifest.privateProject() || setup(folder).isPrivate();
    return built && !refused && manifest.uvPackage().orElse(true);
  }
}

package io.github.releasesync.manifest.python;

import io.github.releasesync.manifest.syntax.TomlFile;
import io.github.releasesync.problem.Place;
import io.github.releasesync.text.Ascii;
import io.github.releasesync.text.Located;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the build backend of one {@code pyproject.toml} finds a dynamic version. */
record DynamicVersion(
    Optional<String> backend,
    List<String> buildRequires,
    Optional<String> projectName,
    boolean hasMaturin,
    Optional<TomlFile.Table> tool) {

  private static final String DUNDER = "__version__";
  private static final String VERSION = "version";

  /** That of hatchling and of scikit-build-core, but for the name of its group. */
  private static final String DEFAULT_PATTERN =
      "(?i)^(__version__|VERSION)(?: ?\\: ?str)? *= *(['\"])v?(?P<%s>.+?)\\2";

  private static final String BACKEND_DECIDES = "only its build backend knows it";

  /** Where setuptools looks for packages that are not configured. */
  private static final List<String> USUAL_ROOTS = List.of("", "src");

  /** Plugins that take the version from tags, for every backend; normalised names. */
  private static final Set<String> VCS_PLUGINS =
      Set.of(
          "flit-scm",
          "hatch-vcs",
          "pbr",
          "poetry-git-version-plugin",
          "poetry-dynamic-versioning",
          "setuptools-git-versioning",
          "setuptools-scm",
          "uv-dynamic-versioning",
          "vcs-versioning",
          "versioneer",
          "versioningit");

  private static final Set<String> VCS_TABLES =
      Set.of(
          "setuptools_scm",
          "setuptools-git-versioning",
          "vcs-versioning",
          "versioneer",
          "versioningit");

  /** Modules whose functions ask git. */
  private static final Set<String> VCS_MODULES =
      Set.of("setuptools_scm", "setuptools_git_versioning", "versioneer");

  /** The package of the backend: {@code setuptools} of {@code setuptools.build_meta}. */
  private String backendPackage() {
    // PEP 517: without a backend, setuptools.
    return backend.orElse("setuptools").split("[.:]", 2)[0];
  }

  boolean isPoetry() {
    return backendPackage().startsWith("poetry");
  }

  /** Setuptools, or a backend of the project's own, which mostly wraps it. */
  boolean isSetuptools() {
    return switch (backendPackage()) {
      case "hatchling", "flit_core", "flit_scm", "pdm", "uv_build", "scikit_build_core" -> false;
      default -> !isMaturin() && !isPoetry();
    };
  }

  /** Maturin itself, or a backend of the project's own that wraps it. */
  boolean isMaturin() {
    return switch (backendPackage()) {
      case "maturin" -> true;
      case "setuptools", "hatchling", "flit_core", "pdm", "poetry", "uv_build" -> false;
      default -> hasMaturin;
    };
  }

  DynamicSource source() {
    if (isMaturin()) {
      return new DynamicSource.FromCrate();
    }
    return switch (backendPackage()) {
      case "hatchling" -> hatch();
      case "flit_core" -> flit();
      case "pdm" -> pdm();
      case "scikit_build_core" -> scikitBuild();
      default -> isSetuptools() ? setuptools() : vcsOrUnknown();
    };
  }

  boolean comesFromVcs() {
    return buildRequires.stream()
            .flatMap(text -> PythonRequirement.parse(new Located<>(text, Place.of(""))).stream())
            .anyMatch(plugin -> VCS_PLUGINS.contains(ProjectName.normalize(plugin.name())))
        || VCS_TABLES.stream().anyMatch(key -> tool(key).isPresent())
        || tool("poetry-dynamic-versioning").flatMap(t -> t.bool("enable")).orElse(false);
  }

  private DynamicSource vcsOrUnknown() {
    return comesFromVcs() ? new DynamicSource.FromVcs() : unknown(BACKEND_DECIDES);
  }

  private static DynamicSource unknown(String why) {
    return new DynamicSource.Unknown(why);
  }

  private DynamicSource setuptools() {
    Optional<TomlFile.Table> version = tool("setuptools", "dynamic", VERSION);
    Optional<String> attribute = value(version, "attr");
    if (attribute.isPresent()) {
      return attribute(attribute.get(), packageRoots());
    }
    List<String> files =
        version
            .filter(t -> t.isArray("file"))
            .map(t -> t.strings("file").stream().map(Located::value).toList())
            .orElseGet(() -> value(version, "file").stream().toList());
    if (!files.isEmpty()) {
      return new DynamicSource.FromFile(files, "");
    }
    return comesFromVcs() ? new DynamicSource.FromVcs() : new DynamicSource.FromSetup();
  }

  /** The folders of {@code package-dir} and {@code packages.find}, and the usual ones. */
  private List<String> packageRoots() {
    Stream<String> stated = value(tool("setuptools", "package-dir"), "").stream();
    Optional<TomlFile.Table> setuptools = tool("setuptools").filter(t -> t.isTable("packages"));
    Stream<String> found =
        setuptools.flatMap(t -> t.table("packages")).flatMap(t -> t.table("find")).stream()
            .filter(t -> t.isArray("where"))
            .flatMap(t -> t.stringsAmong("where").stream())
            .map(Located::value);
    return Stream.of(stated, found, USUAL_ROOTS.stream())
        .flatMap(roots -> roots)
        .distinct()
        .toList();
  }

  /** {@code attr} of setup.cfg. */
  static DynamicSource attribute(String dotted) {
    return attribute(dotted, USUAL_ROOTS);
  }

  /** Setuptools' {@code attr}: the last name is the attribute, those before it the module. */
  private static DynamicSource attribute(String dotted, List<String> roots) {
    String name = dotted.strip();
    int dot = name.lastIndexOf('.');
    String module = dot <= 0 ? "__init__" : name.substring(0, dot);
    return VCS_MODULES.contains(module)
        ? new DynamicSource.FromVcs()
        : new DynamicSource.FromAttribute(roots, module, name.substring(dot + 1));
  }

  private DynamicSource hatch() {
    Optional<TomlFile.Table> version = tool("hatch", VERSION);
    Optional<String> path = value(version, "path");
    return switch (value(version, "source").orElse("regex")) {
      case "regex" ->
          path.map(p -> pattern(p, ownPattern(version, "pattern"), VERSION))
              .orElseGet(this::vcsOrUnknown);
      case "code" -> hatchCode(path, value(version, "expression").orElse(DUNDER));
      case "vcs" -> new DynamicSource.FromVcs();
      default -> vcsOrUnknown();
    };
  }

  /** {@code pattern = true} is the default, too. */
  private static Optional<String> ownPattern(Optional<TomlFile.Table> table, String key) {
    return value(table.filter(t -> t.isString(key)), key);
  }

  private static DynamicSource pattern(String path, Optional<String> own, String group) {
    return VersionPattern.of(own.orElseGet(() -> DEFAULT_PATTERN.formatted(group)), group)
        .<DynamicSource>map(pattern -> new DynamicSource.FromPattern(path, pattern))
        .orElseGet(
            () ->
                unknown(
                    "the regular expression that finds it in "
                        + path
                        + " is not one that is read"));
  }

  private static DynamicSource hatchCode(Optional<String> path, String expression) {
    boolean name = expression.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || c == '_');
    return path.isPresent() && name
        ? new DynamicSource.FromFile(List.of(path.get()), expression)
        : unknown(BACKEND_DECIDES);
  }

  private DynamicSource scikitBuild() {
    Optional<TomlFile.Table> version = tool("scikit-build", "metadata", VERSION);
    String provider = value(version, "provider").orElse("");
    if (provider.endsWith(".setuptools_scm")) {
      return new DynamicSource.FromVcs();
    }
    Optional<String> input = value(version, "input");
    return provider.endsWith(".regex") && input.isPresent()
        ? pattern(input.get(), ownPattern(version, "regex"), "value")
        : vcsOrUnknown();
  }

  private DynamicSource flit() {
    Optional<String> module =
        value(tool("flit", "module"), "name")
            .or(() -> value(tool("flit", "metadata"), "module"))
            .or(() -> projectName.map(name -> name.replace('-', '_')));
    if (module.isEmpty()) {
      return unknown(BACKEND_DECIDES);
    }
    String path = module.get().replace('.', '/');
    List<String> candidates =
        Stream.of("", "src/")
            .flatMap(folder -> Stream.of("/__init__.py", ".py").map(end -> folder + path + end))
            .toList();
    return new DynamicSource.FromFile(candidates, DUNDER);
  }

  private DynamicSource pdm() {
    Optional<TomlFile.Table> version = tool("pdm", VERSION);
    Optional<String> path = value(version, "path");
    return switch (value(version, "source").orElse("")) {
      case "file" ->
          path.<DynamicSource>map(p -> new DynamicSource.FromFile(List.of(p), DUNDER))
              .orElseGet(() -> unknown(BACKEND_DECIDES));
      case "scm" -> new DynamicSource.FromVcs();
      default -> vcsOrUnknown();
    };
  }

  private Optional<TomlFile.Table> tool(String... path) {
    Optional<TomlFile.Table> table = tool;
    for (String key : path) {
      table = table.flatMap(t -> t.table(key));
    }
    return table;
  }

  private static Optional<String> value(Optional<TomlFile.Table> table, String key) {
    return table.flatMap(t -> t.string(key)).map(Located::value);
  }
}

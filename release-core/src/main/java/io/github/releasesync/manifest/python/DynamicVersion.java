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

  /** Plugins that take the version from tags, for every backend; normalised names. */
  private static final Set<String> VCS_PLUGINS =
      Set.of(
          "hatch-vcs",
          "pbr",
          "poetry-dynamic-versioning",
          "setuptools-git-versioning",
          "setuptools-scm",
          "uv-dynamic-versioning",
          "vcs-versioning",
          "versioneer",
          "versioningit");

  private static final Set<String> VCS_TABLES =
      Set.of("setuptools_scm", "setuptools-git-versioning", "vcs-versioning", "versioningit");

  /** The package of the backend: {@code setuptools} of {@code setuptools.build_meta}. */
  private String backendPackage() {
    // PEP 517: without a backend, setuptools.
    return backend.orElse("setuptools").split("[.:]", 2)[0];
  }

  boolean isPoetry() {
    return backendPackage().startsWith("poetry");
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
      case "setuptools" -> setuptools();
      case "hatchling" -> hatch();
      case "flit_core" -> flit();
      case "pdm" -> pdm();
      default -> vcsOrUnknown();
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
    return comesFromVcs() ? new DynamicSource.FromVcs() : new DynamicSource.Unknown();
  }

  private DynamicSource setuptools() {
    Optional<TomlFile.Table> version = tool("setuptools", "dynamic", "version");
    Optional<String> attribute = value(version, "attr");
    if (attribute.isPresent()) {
      return attribute(attribute.get());
    }
    List<String> files =
        version
            .filter(t -> t.isArray("file"))
            .map(t -> t.strings("file").stream().map(Located::value).toList())
            .orElseGet(() -> value(version, "file").stream().toList());
    return files.isEmpty() ? vcsOrUnknown() : new DynamicSource.FromFile(files, "");
  }

  /** Setuptools' {@code attr}: the last name is the attribute, those before it the module. */
  static DynamicSource attribute(String dotted) {
    String name = dotted.strip();
    int dot = name.lastIndexOf('.');
    return new DynamicSource.FromAttribute(
        dot <= 0 ? "__init__" : name.substring(0, dot), name.substring(dot + 1));
  }

  private DynamicSource hatch() {
    Optional<TomlFile.Table> version = tool("hatch", "version");
    Optional<String> path = value(version, "path");
    boolean ownPattern = version.filter(t -> t.isString("pattern")).isPresent();
    return switch (value(version, "source").orElse("regex")) {
      case "regex" ->
          path.isEmpty() || ownPattern
              ? vcsOrUnknown()
              : new DynamicSource.FromFile(List.of(path.get()), DUNDER + "|VERSION");
      case "code" -> hatchCode(path, value(version, "expression").orElse(DUNDER));
      case "vcs" -> new DynamicSource.FromVcs();
      default -> vcsOrUnknown();
    };
  }

  private static DynamicSource hatchCode(Optional<String> path, String expression) {
    boolean name = expression.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || c == '_');
    return path.isPresent() && name
        ? new DynamicSource.FromFile(List.of(path.get()), expression)
        : new DynamicSource.Unknown();
  }

  private DynamicSource flit() {
    Optional<String> module =
        value(tool("flit", "module"), "name")
            .or(() -> projectName.map(name -> name.replace('-', '_')));
    if (module.isEmpty()) {
      return new DynamicSource.Unknown();
    }
    String path = module.get().replace('.', '/');
    List<String> candidates =
        Stream.of("", "src/")
            .flatMap(folder -> Stream.of("/__init__.py", ".py").map(end -> folder + path + end))
            .toList();
    return new DynamicSource.FromFile(candidates, DUNDER);
  }

  private DynamicSource pdm() {
    Optional<TomlFile.Table> version = tool("pdm", "version");
    Optional<String> path = value(version, "path");
    return switch (value(version, "source").orElse("")) {
      case "file" ->
          path.<DynamicSource>map(p -> new DynamicSource.FromFile(List.of(p), DUNDER))
              .orElseGet(DynamicSource.Unknown::new);
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

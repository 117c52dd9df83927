package io.github.releasesync.manifest.python;

import io.github.releasesync.manifest.syntax.TomlFile;
import io.github.releasesync.problem.Place;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a {@code pyproject.toml} into its record. */
final class PyProjectReader {

  private final String file;
  private final TomlFile.Table root;
  private final Optional<TomlFile.Table> project;
  private final Optional<TomlFile.Table> buildSystem;
  private final Optional<TomlFile.Table> tool;
  private final Optional<TomlFile.Table> poetry;
  private final Optional<TomlFile.Table> flit;

  PyProjectReader(SourceText text) {
    file = text.file();
    root = TomlFile.parse(text);
    project = root.table("project");
    buildSystem = root.table("build-system");
    tool = root.table("tool");
    poetry = tool.flatMap(t -> t.table("poetry"));
    flit = tool.flatMap(t -> t.table("flit")).flatMap(t -> t.table("metadata"));
  }

  PyProject read() {
    Optional<String> backend =
        buildSystem.flatMap(t -> t.string("build-backend")).map(Located::value);
    List<String> requires =
        buildSystem
            .map(t -> t.strings("requires").stream().map(Located::value).toList())
            .orElse(List.of());
    Optional<Maturin> maturin = maturin(backend);
    Optional<Located<String>> name = name();
    DynamicVersion dynamic =
        new DynamicVersion(backend, requires, name.map(Located::value), maturin.isPresent(), tool);
    return new PyProject(
        file,
        name,
        version(dynamic),
        backend,
        requires,
        maturin,
        rustExtensions(),
        crateFeatures(),
        StatedRequirements.in(root),
        isPrivate(),
        tool.flatMap(t -> t.table("uv")).flatMap(t -> t.bool("package")),
        tool.flatMap(t -> t.table("uv")).filter(t -> t.has("workspace")).isPresent(),
        metadata(),
        dynamic.isSetuptools());
  }

  /** Flit before PEP 621 named a distribution after its module. */
  private Optional<Located<String>> name() {
    return project
        .flatMap(t -> t.string("name"))
        .or(() -> poetry.flatMap(t -> t.string("name")))
        .or(
            () ->
                flit.flatMap(t -> t.string("dist-name").or(() -> t.string("module")))
                    .filter(name -> project.isEmpty()));
  }

  private ProjectMetadata metadata() {
    return new ProjectMetadata(
        text("license"),
        textIn("license", "text"),
        textIn("license", "file"),
        project.map(t -> texts(t, "classifiers")).orElse(List.of()),
        text("readme").or(() -> textIn("readme", "file")),
        textIn("readme", "content-type"),
        text("requires-python"),
        project.filter(t -> t.isTable("urls")).flatMap(t -> t.table("urls")).stream()
            .flatMap(t -> t.keys().stream().map(label -> new Located<>(label, t.keyPlace(label))))
            .toList());
  }

  /** The build backend refuses values of another type: no version hangs on it. */
  private Optional<Located<String>> text(String key) {
    return project.filter(t -> t.isString(key)).flatMap(t -> t.string(key));
  }

  private Optional<Located<String>> textIn(String table, String key) {
    return project
        .filter(t -> t.isTable(table))
        .flatMap(t -> t.table(table))
        .filter(t -> t.isString(key))
        .flatMap(t -> t.string(key));
  }

  private PythonVersion version(DynamicVersion dynamic) {
    Optional<Located<String>> literal = project.flatMap(t -> t.string("version"));
    if (literal.isPresent()) {
      return new PythonVersion.Literal(literal.get());
    }
    Optional<Located<String>> ofPoetry = poetry.flatMap(t -> t.string("version"));
    if (ofPoetry.isPresent() && (project.isEmpty() || dynamic.isPoetry())) {
      // A version control plugin replaces the text that Poetry demands there, mostly 0.0.0.
      return dynamic.comesFromVcs()
          ? new PythonVersion.Dynamic(ofPoetry.get().place(), new DynamicSource.FromVcs())
          : new PythonVersion.Literal(ofPoetry.get());
    }
    Place place = project.or(() -> poetry).map(TomlFile.Table::place).orElse(Place.of(file));
    Optional<Place> declared =
        project.flatMap(
            t ->
                t.strings("dynamic").stream()
                    .filter(field -> field.value().equals("version"))
                    .map(Located::place)
                    .findFirst());
    if (declared.isPresent()) {
      return new PythonVersion.Dynamic(declared.get(), dynamic.source());
    }
    // PEP 621 demands a version or `dynamic`; maturin warns and takes the crate's.
    boolean elsewhere =
        dynamic.isMaturin() || project.isEmpty() && (flit.isPresent() || isVcs(dynamic));
    return elsewhere
        ? new PythonVersion.Dynamic(place, dynamic.source())
        : new PythonVersion.Missing(place);
  }

  /** Without {@code [project]}, setuptools takes the rest from setup.py and setup.cfg. */
  private static boolean isVcs(DynamicVersion dynamic) {
    return dynamic.isSetuptools() && dynamic.comesFromVcs();
  }

  private Optional<Maturin> maturin(Optional<String> backend) {
    Optional<TomlFile.Table> table = tool.flatMap(t -> t.table("maturin"));
    if (table.isEmpty() && !backend.equals(Optional.of("maturin"))) {
      return Optional.empty();
    }
    return Optional.of(
        new Maturin(
            table.flatMap(t -> t.string("manifest-path")),
            table.flatMap(t -> t.string("module-name")).map(Located::value)));
  }

  private List<Located<String>> rustExtensions() {
    return rustTargets()
        .map(t -> t.string("path").orElseGet(() -> new Located<>("Cargo.toml", t.place())))
        .toList();
  }

  private Stream<TomlFile.Table> rustTargets() {
    Optional<TomlFile.Table> rust = tool.flatMap(t -> t.table("setuptools-rust"));
    return Stream.of("ext-modules", "bins")
        .flatMap(key -> rust.stream().flatMap(t -> t.tables(key).stream()));
  }

  /** maturin states the rest by keys, setuptools-rust by {@code args} of Cargo. */
  private CrateFeatures crateFeatures() {
    Optional<TomlFile.Table> maturin = tool.flatMap(t -> t.table("maturin"));
    if (maturin.isPresent()) {
      TomlFile.Table table = maturin.get();
      return new CrateFeatures(
          maturinFeatures(table),
          !isTrue(table, "no-default-features"),
          isTrue(table, "all-features"));
    }
    return rustTargets()
        .findFirst()
        .map(
            t -> {
              List<String> args = texts(t, "args").stream().map(Located::value).toList();
              return new CrateFeatures(
                  texts(t, "features"),
                  !args.contains("--no-default-features"),
                  args.contains("--all-features"));
            })
        .orElseGet(CrateFeatures::standard);
  }

  /** A feature may be a table too: {@code { feature = "...", python-version = "..." }}. */
  private static List<Located<String>> maturinFeatures(TomlFile.Table table) {
    return table.isArray("features")
        ? Stream.concat(
                table.stringsAmong("features").stream(),
                table.tablesAmong("features").stream().flatMap(t -> t.string("feature").stream()))
            .toList()
        : List.of();
  }

  private static List<Located<String>> texts(TomlFile.Table table, String key) {
    return table.isArray(key) ? table.stringsAmong(key) : List.of();
  }

  private static boolean isTrue(TomlFile.Table table, String key) {
    return table.isBoolean(key) && table.bool(key).orElse(false);
  }

  private boolean isPrivate() {
    return Stream.of(project, poetry)
        .flatMap(Optional::stream)
        .flatMap(t -> t.strings("classifiers").stream())
        .anyMatch(classifier -> classifier.value().startsWith("Private ::"));
  }
}

package io.github.releasesync.manifest.cargo;

import io.github.releasesync.manifest.syntax.InvalidManifest;
import io.github.releasesync.manifest.syntax.TomlFile;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a {@code Cargo.toml} into its records. */
final class CargoManifestReader {

  private static final List<String> METADATA =
      List.of("description", "license", "license-file", "readme", "keywords", "categories");

  /** Kinds of libraries that are for other languages. */
  private static final Set<String> LINKED = Set.of("cdylib", "staticlib");

  private CargoManifestReader() {}

  static CargoManifest read(SourceText text) {
    TomlFile.Table root = TomlFile.parse(text);
    // [project] is the name that [package] had before 2015; Cargo reads it up to edition 2021.
    Optional<Crate> crate =
        root.table("package").or(() -> root.table("project")).map(CargoManifestReader::crate);
    Optional<CargoWorkspace> workspace =
        root.table("workspace").map(CargoManifestReader::workspace);
    List<CargoDependency> dependencies = new ArrayList<>(dependenciesOfAllKinds(root));
    root.table("target")
        .ifPresent(
            targets -> {
              for (String target : targets.keys()) {
                dependencies.addAll(dependenciesOfAllKinds(targets.table(target).orElseThrow()));
              }
            });
    return new CargoManifest(
        text.file(),
        crate,
        workspace,
        List.copyOf(dependencies),
        patches(root),
        features(root),
        inherited(root, dependencies),
        isLinkedOnly(root));
  }

  private static boolean isLinkedOnly(TomlFile.Table root) {
    if (!root.isTable("lib") || root.has("bin")) {
      return false;
    }
    TomlFile.Table lib = root.table("lib").orElseThrow();
    List<String> types = values(texts(lib, lib.has("crate-type") ? "crate-type" : "crate_type"));
    return !types.isEmpty() && LINKED.containsAll(types);
  }

  private static Set<String> inherited(TomlFile.Table root, List<CargoDependency> dependencies) {
    Set<String> inherited = new HashSet<>();
    root.table("package")
        .ifPresent(
            table ->
                table.keys().stream()
                    .filter(key -> takesFromWorkspace(table, key))
                    .forEach(key -> inherited.add(WorkspaceChange.PACKAGE + key)));
    dependencies.stream()
        .filter(CargoDependency::inherited)
        .forEach(d -> inherited.add(WorkspaceChange.DEPENDENCY + d.key()));
    if (takesFromWorkspace(root, WorkspaceChange.LINTS)) {
      inherited.add(WorkspaceChange.LINTS);
    }
    return Set.copyOf(inherited);
  }

  private static boolean takesFromWorkspace(TomlFile.Table table, String key) {
    return table.isTable(key)
        && table
            .table(key)
            .orElseThrow()
            .plain("workspace")
            .filter(Boolean.TRUE::equals)
            .isPresent();
  }

  private static Map<String, List<CargoDependency>> patches(TomlFile.Table root) {
    Map<String, List<CargoDependency>> patches = new LinkedHashMap<>();
    if (root.isTable("patch")) {
      TomlFile.Table table = root.table("patch").orElseThrow();
      table.keys().stream()
          .filter(table::isTable)
          .forEach(key -> patches.put(key, dependencies(table, key, DependencyKind.NORMAL)));
    }
    return patches;
  }

  private static Map<String, List<Located<String>>> features(TomlFile.Table root) {
    Map<String, List<Located<String>>> features = new LinkedHashMap<>();
    if (root.isTable("features")) {
      TomlFile.Table table = root.table("features").orElseThrow();
      table.keys().forEach(key -> features.put(key, texts(table, key)));
    }
    return features;
  }

  private static Crate crate(TomlFile.Table table) {
    Located<String> name =
        table
            .string("name")
            .orElseThrow(
                () ->
                    InvalidManifest.at(
                        table.place(), "`[package]` has no name", "add `name = \"...\"` to it"));
    return new Crate(
        name, version(table), publish(table), table.string("workspace"), metadata(table));
  }

  private static CrateVersion version(TomlFile.Table table) {
    if (inherits(table, "version")) {
      return new CrateVersion.Inherited(table.keyPlace("version"));
    }
    return table
        .string("version")
        .<CrateVersion>map(CrateVersion.Literal::new)
        .orElseGet(() -> new CrateVersion.Missing(table.place()));
  }

  private static Publish publish(TomlFile.Table table) {
    if (inherits(table, "publish")) {
      return new Publish.Inherited();
    }
    if (table.isArray("publish")) {
      List<String> registries = values(table.strings("publish"));
      return registries.isEmpty() ? new Publish.Nowhere() : new Publish.Only(registries);
    }
    if (table.has("publish") && !table.isBoolean("publish")) {
      throw table.notA("publish", "true, false or an array of registries");
    }
    return table.bool("publish").orElse(true)
        ? new Publish.Anywhere(table.has("publish"))
        : new Publish.Nowhere();
  }

  /** Whether the key has {@code workspace = true}; Cargo refuses any other table there. */
  private static boolean inherits(TomlFile.Table table, String key) {
    if (!table.isTable(key)) {
      return false;
    }
    TomlFile.Table value = table.table(key).orElseThrow();
    if (!value.bool("workspace").orElse(false)) {
      throw InvalidManifest.at(
          table.keyPlace(key),
          "`" + key + "` is a table without `workspace = true`",
          "write a value, or `" + key + ".workspace = true`");
    }
    return true;
  }

  private static CrateMetadata metadata(TomlFile.Table table) {
    Set<String> inherited =
        METADATA.stream().filter(key -> inherits(table, key)).collect(Collectors.toSet());
    return new CrateMetadata(
        table.place(),
        text(table, "description"),
        text(table, "license"),
        text(table, "license-file"),
        text(table, "readme"),
        texts(table, "keywords"),
        texts(table, "categories"),
        Set.copyOf(inherited));
  }

  /** Cargo refuses values of another type: no version hangs on it. */
  private static Optional<Located<String>> text(TomlFile.Table table, String key) {
    return table.isString(key) ? table.string(key) : Optional.empty();
  }

  private static Optional<Boolean> flag(TomlFile.Table table, String key) {
    return table.isBoolean(key) ? table.bool(key) : Optional.empty();
  }

  private static List<Located<String>> texts(TomlFile.Table table, String key) {
    return table.isArray(key) ? table.stringsAmong(key) : List.of();
  }

  private static CargoWorkspace workspace(TomlFile.Table table) {
    Optional<TomlFile.Table> shared = table.table("package");
    return new CargoWorkspace(
        table.strings("members"),
        table.strings("default-members"),
        table.strings("exclude"),
        shared.flatMap(t -> t.string("version")),
        shared.map(CargoManifestReader::publish).orElseGet(Publish.Anywhere::new),
        shared
            .map(CargoManifestReader::metadata)
            .orElseGet(() -> CrateMetadata.none(table.place())),
        dependencies(table, "dependencies", DependencyKind.NORMAL));
  }

  private static List<CargoDependency> dependenciesOfAllKinds(TomlFile.Table table) {
    List<CargoDependency> all = new ArrayList<>();
    all.addAll(dependencies(table, "dependencies", DependencyKind.NORMAL));
    all.addAll(dependencies(table, spelling(table, "build-dependencies"), DependencyKind.BUILD));
    all.addAll(dependencies(table, spelling(table, "dev-dependencies"), DependencyKind.DEV));
    return all;
  }

  /** Cargo reads the spelling with an underscore only where the one with a hyphen is absent. */
  private static String spelling(TomlFile.Table table, String hyphenated) {
    return table.has(hyphenated) ? hyphenated : hyphenated.replace('-', '_');
  }

  private static List<CargoDependency> dependencies(
      TomlFile.Table parent, String key, DependencyKind kind) {
    List<CargoDependency> dependencies = new ArrayList<>();
    parent
        .table(key)
        .ifPresent(
            table -> table.keys().forEach(name -> dependencies.add(dependency(table, name, kind))));
    return List.copyOf(dependencies);
  }

  private static CargoDependency dependency(
      TomlFile.Table parent, String key, DependencyKind kind) {
    if (parent.isString(key)) {
      return new CargoDependency(
          key,
          key,
          kind,
          parent.string(key),
          Optional.empty(),
          false,
          false,
          Optional.empty(),
          false,
          List.of(),
          Optional.empty(),
          parent.keyPlace(key));
    }
    if (!parent.isTable(key)) {
      throw parent.notA(key, "a version requirement or a table");
    }
    TomlFile.Table table = parent.table(key).orElseThrow();
    return new CargoDependency(
        key,
        table.string("package").map(Located::value).orElse(key),
        kind,
        table.string("version"),
        table.string("path"),
        table.bool("workspace").orElse(false),
        table.string("git").isPresent(),
        table.string("registry").or(() -> table.string("registry-index")).map(Located::value),
        flag(table, "optional").orElse(false),
        texts(table, "features"),
        flag(table, "default-features").or(() -> flag(table, "default_features")),
        table.place());
  }

  private static List<String> values(List<Located<String>> located) {
    return located.stream().map(Located::value).toList();
  }
}

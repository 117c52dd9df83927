package io.github.releasesync.manifest.cargo;

import io.github.releasesync.manifest.syntax.InvalidManifest;
import io.github.releasesync.manifest.syntax.TomlFile;
import io.github.releasesync.text.Located;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the normalised manifest of a {@code .crate}. */
final class PublishedCrateReader {

  private final TomlFile.Table root;

  PublishedCrateReader(TomlFile.Table root) {
    this.root = root;
  }

  PublishedCrate read() {
    TomlFile.Table crate =
        root.table("package")
            .orElseThrow(
                () -> InvalidManifest.at(root.place(), "there is no `[package]`", "add the table"));
    return new PublishedCrate(
        required(crate, "name"),
        required(crate, "version"),
        texts(crate),
        lists(crate),
        badges(),
        features(),
        dependencies());
  }

  private static String required(TomlFile.Table table, String key) {
    return table
        .string(key)
        .map(Located::value)
        .orElseThrow(
            () ->
                InvalidManifest.at(
                    table.place(), "`[package]` has no " + key, "add `" + key + " = \"...\"`"));
  }

  private static Map<String, String> texts(TomlFile.Table crate) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String key : crate.keys()) {
      if (crate.isString(key)) {
        texts.put(key, crate.string(key).orElseThrow().value());
      }
    }
    return Collections.unmodifiableMap(texts);
  }

  private static Map<String, List<String>> lists(TomlFile.Table crate) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (String key : List.of("authors", "keywords", "categories")) {
      lists.put(key, values(crate.strings(key)));
    }
    return Collections.unmodifiableMap(lists);
  }

  private Map<String, Map<String, String>> badges() {
    Map<String, Map<String, String>> badges = new LinkedHashMap<>();
    root.table("badges")
        .ifPresent(
            table -> {
              for (String badge : table.keys()) {
                badges.put(badge, texts(table.table(badge).orElseThrow()));
              }
            });
    return Collections.unmodifiableMap(badges);
  }

  private Map<String, List<String>> features() {
    Map<String, List<String>> features = new LinkedHashMap<>();
    root.table("features")
        .ifPresent(
            table -> {
              for (String feature : table.keys()) {
                features.put(feature, values(table.strings(feature)));
              }
            });
    return Collections.unmodifiableMap(features);
  }

  private List<PublishedDependency> dependencies() {
    List<PublishedDependency> all = new ArrayList<>();
    addDependencies(all, root, Optional.empty());
    root.table("target")
        .ifPresent(
            targets -> {
              for (String target : targets.keys()) {
                addDependencies(all, targets.table(target).orElseThrow(), Optional.of(target));
              }
            });
    return List.copyOf(all);
  }

  private static void addDependencies(
      List<PublishedDependency> all, TomlFile.Table parent, Optional<String> target) {
    addDependencies(all, parent, "dependencies", DependencyKind.NORMAL, target);
    addDependencies(all, parent, "dev-dependencies", DependencyKind.DEV, target);
    addDependencies(all, parent, "build-dependencies", DependencyKind.BUILD, target);
  }

  private static void addDependencies(
      List<PublishedDependency> all,
      TomlFile.Table parent,
      String key,
      DependencyKind kind,
      Optional<String> target) {
    parent
        .table(key)
        .ifPresent(
            table -> {
              for (String name : table.keys()) {
                all.add(dependency(table, name, kind, target));
              }
            });
  }

  private static PublishedDependency dependency(
      TomlFile.Table parent, String key, DependencyKind kind, Optional<String> target) {
    TomlFile.Table table = parent.table(key).orElseThrow();
    return new PublishedDependency(
        key,
        table.string("package").map(Located::value),
        kind,
        target,
        table.string("version").map(Located::value).orElse("*"),
        table.bool("optional").orElse(false),
        table.bool("default-features").orElse(true),
        values(table.strings("features")),
        table.string("registry-index").map(Located::value));
  }

  private static List<String> values(List<Located<String>> located) {
    return located.stream().map(Located::value).toList();
  }
}

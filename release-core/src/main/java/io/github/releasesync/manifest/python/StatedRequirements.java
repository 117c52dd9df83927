package io.github.releasesync.manifest.python;

import io.github.releasesync.manifest.syntax.TomlFile;
import io.github.releasesync.text.Located;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Pep440Specifier;
import io.github.releasesync.version.RequirementSyntax;
import java.util.ArrayList;
import java.util.List;

/**
 * The requirements in a {@code pyproject.toml}, wherever they stand: the arrays that PEP 621 and
 * PEP 735 name, every other array of PEP 508 texts, and the tables of dependencies of Poetry and
 * pixi. The settings of a tool that is not known here have requirements too.
 */
final class StatedRequirements {

  private static final String POETRY = "poetry";
  private static final String PIXI = "pixi";

  private final List<PythonRequirement> found = new ArrayList<>();

  private StatedRequirements() {}

  static List<PythonRequirement> in(TomlFile.Table root) {
    StatedRequirements stated = new StatedRequirements();
    root.table("project").ifPresent(stated::ofProject);
    // A group holds tables too: { include-group = "..." } (PEP 735).
    root.table("dependency-groups")
        .ifPresent(t -> t.keys().forEach(group -> stated.texts(t.stringsAmong(group))));
    root.table("build-system").ifPresent(t -> stated.texts(t.strings("requires")));
    root.table("tool").ifPresent(stated::ofTools);
    return List.copyOf(stated.found);
  }

  private void ofProject(TomlFile.Table project) {
    texts(project.strings("dependencies"));
    project
        .table("optional-dependencies")
        .ifPresent(t -> t.keys().forEach(extra -> texts(t.strings(extra))));
  }

  private void texts(List<Located<String>> texts) {
    texts.stream().flatMap(text -> PythonRequirement.parse(text).stream()).forEach(found::add);
  }

  private void ofTools(TomlFile.Table tools) {
    for (String tool : tools.keys()) {
      if (tools.isTable(tool)) {
        TomlFile.Table table = tools.table(tool).orElseThrow();
        arrays(table);
        if (tool.equals(POETRY)) {
          tables(table, List.of("dependencies", "dev-dependencies"), RequirementSyntax.POETRY);
        } else if (tool.equals(PIXI)) {
          tables(table, List.of("pypi-dependencies"), RequirementSyntax.PEP440);
        }
      }
    }
  }

  /** Texts of every array, at any depth, that are whole requirements. */
  private void arrays(TomlFile.Table table) {
    for (String key : table.keys()) {
      if (table.isTable(key)) {
        arrays(table.table(key).orElseThrow());
      } else if (table.isArray(key)) {
        table.stringsAmong(key).stream()
            .flatMap(text -> PythonRequirement.parse(text).stream())
            .filter(requirement -> isSpecifier(requirement.specifier()))
            .forEach(found::add);
        table.tablesAmong(key).forEach(this::arrays);
      }
    }
  }

  private static boolean isSpecifier(String text) {
    try {
      return !text.isEmpty() && Pep440Specifier.parse(text) != null;
    } catch (InvalidVersionException e) {
      return false;
    }
  }

  /** Tables of dependencies by their keys, at any depth: of groups, of features. */
  private void tables(TomlFile.Table table, List<String> names, RequirementSyntax syntax) {
    for (String key : table.keys()) {
      if (table.isTable(key)) {
        TomlFile.Table below = table.table(key).orElseThrow();
        if (names.contains(key)) {
          below.keys().forEach(name -> dependency(below, name, syntax));
        } else {
          tables(below, names, syntax);
        }
      }
    }
  }

  /**
   * A constraint, a table with one, or an array of such tables; with a path alone there is none.
   */
  private void dependency(TomlFile.Table table, String name, RequirementSyntax syntax) {
    if (table.isString(name)) {
      table.string(name).ifPresent(version -> add(name, version, syntax));
    } else if (table.isTable(name)) {
      version(name, table.table(name).orElseThrow(), syntax);
    } else if (table.isArray(name)) {
      table.tablesAmong(name).forEach(one -> version(name, one, syntax));
    }
  }

  private void version(String name, TomlFile.Table dependency, RequirementSyntax syntax) {
    if (dependency.isString("version")) {
      dependency.string("version").ifPresent(version -> add(name, version, syntax));
    }
  }

  private void add(String name, Located<String> version, RequirementSyntax syntax) {
    found.add(new PythonRequirement(name, version.value(), version.place(), syntax));
  }
}

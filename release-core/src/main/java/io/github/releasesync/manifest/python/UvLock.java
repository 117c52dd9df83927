package io.github.releasesync.manifest.python;

import io.github.releasesync.manifest.syntax.InvalidManifest;
import io.github.releasesync.manifest.syntax.TomlFile;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code uv.lock}.
 *
 * @param file path from the repository root
 * @param unknown the version or revision of its format, if that is not known, and its place
 * @param projects every locked project, in the order of the file; none of an unknown format
 */
public record UvLock(String file, Optional<Located<String>> unknown, List<LockedProject> projects) {

  private static final long NEWEST_VERSION = 1;
  private static final long NEWEST_REVISION = 5;

  /**
   * Reads a lock.
   *
   * @param text the file's text
   * @return the lock
   * @throws ReleaseException with {@link Code#MANIFEST_INVALID} for broken syntax, a key of the
   *     wrong type, or an entry without name
   */
  public static UvLock parse(SourceText text) {
    TomlFile.Table root = TomlFile.parse(text);
    Optional<Located<String>> unknown =
        later(root, "version", NEWEST_VERSION).or(() -> later(root, "revision", NEWEST_REVISION));
    List<LockedProject> projects =
        unknown.isPresent()
            ? List.of()
            : root.tables("package").stream().map(UvLock::project).toList();
    return new UvLock(text.file(), unknown, projects);
  }

  private static Optional<Located<String>> later(TomlFile.Table root, String key, long newest) {
    return root.integer(key)
        .filter(stated -> stated > newest)
        .map(stated -> new Located<>(key + " " + stated, root.keyPlace(key)));
  }

  /**
   * The versioned requirements of the own projects of a lock: uv keeps a copy of their metadata
   * there, and of the constraints and overrides of the workspace. A dependency from a folder has no
   * version there.
   *
   * @param text the lock's text
   * @return the pins, in the order of the file
   * @throws ReleaseException as {@link #parse}
   */
  public static List<Pin> pins(SourceText text) {
    TomlFile.Table root = TomlFile.parse(text);
    List<Pin> pins = new ArrayList<>();
    root.table("manifest").ifPresent(manifest -> ofManifest(manifest).forEach(pins::add));
    for (TomlFile.Table project : root.tables("package")) {
      boolean own = project.table("source").flatMap(UvLock::ownPath).isPresent();
      Optional<TomlFile.Table> metadata = own ? project.table("metadata") : Optional.empty();
      metadata.ifPresent(
          table ->
              Stream.concat(
                      table.tables("requires-dist").stream(), lists(table.table("requires-dev")))
                  .forEach(
                      required ->
                          pin(normalized(project).orElse(""), required).ifPresent(pins::add)));
    }
    return pins;
  }

  /**
   * A version specifier in the metadata of an own project.
   *
   * @param by the project that requires, its name normalised; empty for the whole workspace
   * @param name the project that it requires, its name normalised
   * @param specifier the required versions
   */
  public record Pin(String by, String name, Located<String> specifier) {}

  /**
   * {@code [manifest]}: constraints, overrides and the like, and groups of a root without project.
   */
  private static Stream<Pin> ofManifest(TomlFile.Table manifest) {
    Stream<TomlFile.Table> arrays =
        manifest.keys().stream()
            .filter(manifest::isArray)
            .flatMap(key -> manifest.tablesAmong(key).stream());
    return Stream.concat(
            arrays,
            lists(
                manifest.isTable("dependency-groups")
                    ? manifest.table("dependency-groups")
                    : Optional.empty()))
        .flatMap(required -> pin("", required).stream());
  }

  private static Optional<Pin> pin(String by, TomlFile.Table required) {
    return required
        .string("specifier")
        .flatMap(specifier -> normalized(required).map(name -> new Pin(by, name, specifier)));
  }

  private static Optional<String> normalized(TomlFile.Table table) {
    return table.string("name").map(name -> ProjectName.normalize(name.value()));
  }

  /** The tables of every list of a table: of every extra, of every group. */
  private static Stream<TomlFile.Table> lists(Optional<TomlFile.Table> table) {
    return table.stream().flatMap(t -> t.keys().stream().flatMap(key -> t.tables(key).stream()));
  }

  /**
   * The edits of the dependencies of entries. Where two projects have one name, uv writes the
   * version beside it, and cannot read a lock that has no such entry.
   *
   * @param text the lock's text
   * @param renamed {@code name version} of own projects, their names normalised, as it is, and as
   *     it shall be
   * @return the edits; none where no name is ambiguous
   * @throws ReleaseException as {@link #parse}
   */
  public static List<TextEdit> dependencyEdits(SourceText text, Map<String, String> renamed) {
    return TomlFile.parse(text).tables("package").stream()
        .flatMap(
            project ->
                Stream.of(
                        project.tables("dependencies").stream(),
                        lists(project.table("optional-dependencies")),
                        lists(project.table("dev-dependencies")))
                    .flatMap(dependencies -> dependencies))
        .filter(dependency -> dependency.table("source").flatMap(UvLock::ownPath).isPresent())
        .flatMap(dependency -> renamed(dependency, renamed).stream())
        .toList();
  }

  private static Optional<TextEdit> renamed(
      TomlFile.Table dependency, Map<String, String> renamed) {
    return dependency
        .string("version")
        .flatMap(
            version ->
                normalized(dependency)
                    .map(name -> renamed.get(name + " " + version.value()))
                    .map(to -> to.substring(to.indexOf(' ') + 1))
                    .map(to -> new TextEdit(version.place(), version.value(), to)));
  }

  private static LockedProject project(TomlFile.Table table) {
    Located<String> name =
        table
            .string("name")
            .orElseThrow(
                () ->
                    InvalidManifest.at(
                        table.place(),
                        "a locked project has no name",
                        "let uv write the lock again: `uv lock`"));
    LockedProject.Source source =
        table
            .table("source")
            .flatMap(UvLock::ownPath)
            .<LockedProject.Source>map(LockedProject.Source.Own::new)
            .orElseGet(LockedProject.Source.Foreign::new);
    return new LockedProject(name, table.string("version"), source);
  }

  private static Optional<String> ownPath(TomlFile.Table source) {
    return Stream.of("editable", "virtual", "directory")
        .flatMap(key -> source.string(key).stream())
        .map(Located::value)
        .findFirst();
  }
}

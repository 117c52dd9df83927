package io.github.releasesync.manifest;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code uv.lock}.
 *
 * @param file path from the repository root
 * @param projects every locked project, in the order of the file
 */
public record UvLock(String file, List<LockedProject> projects) {

  /**
   * Reads a lock.
   *
   * @param text the file's text
   * @return what is locked
   * @throws ReleaseException with {@link Code#MANIFEST_INVALID} for broken syntax, a key of the
   *     wrong type, or an entry without name
   */
  public static UvLock parse(SourceText text) {
    List<LockedProject> projects =
        TomlFile.parse(text).tables("package").stream().map(UvLock::project).toList();
    return new UvLock(text.file(), projects);
  }

  /**
   * What the own projects of a lock require of each other: uv keeps a copy of their metadata there.
   *
   * @param text the lock's text
   * @return version specifiers by the normalised name of the project that they are about
   * @throws ReleaseException as {@link #parse}
   */
  public static Map<String, List<Located<String>>> pins(SourceText text) {
    Map<String, List<Located<String>>> pins = new HashMap<>();
    for (TomlFile.Table project : TomlFile.parse(text).tables("package")) {
      boolean own = project.table("source").flatMap(UvLock::ownPath).isPresent();
      Optional<TomlFile.Table> metadata = own ? project.table("metadata") : Optional.empty();
      metadata.ifPresent(
          table -> {
            table.tables("requires-dist").forEach(pin -> addPin(pins, pin));
            table
                .table("requires-dev")
                .ifPresent(
                    dev ->
                        dev.keys()
                            .forEach(group -> dev.tables(group).forEach(pin -> addPin(pins, pin))));
          });
    }
    return pins;
  }

  private static void addPin(Map<String, List<Located<String>>> pins, TomlFile.Table pin) {
    Optional<Located<String>> name = pin.string("name");
    Optional<Located<String>> specifier = pin.string("specifier");
    if (name.isPresent() && specifier.isPresent()) {
      pins.computeIfAbsent(ProjectName.normalize(name.get().value()), n -> new ArrayList<>())
          .add(specifier.get());
    }
  }

  private static LockedProject project(TomlFile.Table table) {
    Located<String> name =
        table
            .string("name")
            .orElseThrow(
                () ->
                    Invalid.at(
                        table.place(),
                        "a locked project has no name",
                        "let uv write the lock anew: `uv lock`"));
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

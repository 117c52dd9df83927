package io.github.releasesync.manifest;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.util.List;
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

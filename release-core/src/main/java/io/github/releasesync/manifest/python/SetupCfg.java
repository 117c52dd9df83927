package io.github.releasesync.manifest.python;

import io.github.releasesync.manifest.syntax.IniFile;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code [metadata]} and the requirements of a {@code setup.cfg}, as setuptools reads it.
 *
 * @param file path from the repository root
 * @param name {@code metadata.name}
 * @param version {@code metadata.version}, with its {@code attr:} and {@code file:} forms
 * @param requirements {@code install_requires} and the other requirements of {@code [options]}, and
 *     those of extras
 */
public record SetupCfg(
    String file,
    Optional<Located<String>> name,
    PythonVersion version,
    List<PythonRequirement> requirements) {

  private static final List<String> REQUIREMENTS =
      List.of("install_requires", "setup_requires", "tests_require");

  /**
   * Reads a file.
   *
   * @param text the file's text
   * @return the content
   * @throws ReleaseException with {@link Code#MANIFEST_INVALID} for what Python's configparser
   *     refuses: a line outside any section, one that is no option, an option given twice
   */
  public static SetupCfg parse(SourceText text) {
    IniFile ini = IniFile.parse(text);
    PythonVersion version =
        ini.value("metadata", "version")
            .map(SetupCfg::version)
            .orElseGet(
                () ->
                    new PythonVersion.Missing(
                        ini.sectionPlace("metadata").orElse(Place.of(text.file()))));
    return new SetupCfg(text.file(), ini.value("metadata", "name"), version, requirements(ini));
  }

  private static List<PythonRequirement> requirements(IniFile ini) {
    return Stream.concat(
            REQUIREMENTS.stream().flatMap(key -> ini.lines("options", key).stream()),
            ini.options("options.extras_require").stream()
                .flatMap(extra -> ini.lines("options.extras_require", extra).stream()))
        .flatMap(line -> PythonRequirement.parse(line).stream())
        .toList();
  }

  private static PythonVersion version(Located<String> value) {
    String written = value.value();
    if (written.startsWith("attr:")) {
      return new PythonVersion.Dynamic(
          value.place(), DynamicVersion.attribute(written.substring("attr:".length())));
    }
    if (written.startsWith("file:")) {
      List<String> files =
          Arrays.stream(written.substring("file:".length()).split(",")).map(String::strip).toList();
      return new PythonVersion.Dynamic(value.place(), new DynamicSource.FromFile(files, ""));
    }
    return new PythonVersion.Literal(value);
  }
}

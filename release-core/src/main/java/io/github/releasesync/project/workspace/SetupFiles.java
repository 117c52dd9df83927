package io.github.releasesync.project.workspace;

import io.github.releasesync.manifest.python.DynamicSource;
import io.github.releasesync.manifest.python.PythonVersion;
import io.github.releasesync.manifest.python.SetupCfg;
import io.github.releasesync.manifest.python.SetupPy;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.text.Located;
import java.util.List;
import java.util.Optional;

/**
 * The setup.py and the setup.cfg of one folder. Setuptools lets the arguments of {@code setup()}
 * win.
 *
 * @param py the setup.py, if it calls {@code setup()}
 * @param cfg the setup.cfg
 */
record SetupFiles(Optional<SetupPy> py, Optional<SetupCfg> cfg) {

  Optional<Located<String>> name() {
    return py.flatMap(SetupPy::name).or(() -> cfg.flatMap(SetupCfg::name));
  }

  /** The file of the name. */
  String file() {
    return name().map(name -> name.place().file()).orElse("");
  }

  PythonVersion version() {
    return py.map(SetupPy::version)
        .filter(SetupFiles::isStated)
        .or(() -> cfg.map(SetupCfg::version))
        .or(() -> py.map(SetupPy::version))
        .orElseGet(() -> new PythonVersion.Missing(Place.of(file())));
  }

  /** The version of a project whose pyproject.toml leaves it to these files, or does not. */
  PythonVersion version(PythonVersion stated) {
    PythonVersion here = version();
    if (stated instanceof PythonVersion.Dynamic dynamic) {
      // A plugin leaves a version alone that is there, and gives one where it is computed.
      boolean wins =
          dynamic.from() instanceof DynamicSource.FromSetup && isStated(here)
              || dynamic.from() instanceof DynamicSource.FromVcs
                  && here instanceof PythonVersion.Literal;
      return wins ? here : stated;
    }
    return stated instanceof PythonVersion.Missing && isStated(here) ? here : stated;
  }

  private static boolean isStated(PythonVersion version) {
    return !(version instanceof PythonVersion.Missing);
  }

  List<Located<String>> rustExtensions() {
    return py.map(SetupPy::rustExtensions).orElse(List.of());
  }

  boolean isPrivate() {
    return py.filter(SetupPy::privateProject).isPresent();
  }

  /** What is said of a project that has no name which could be read. */
  Optional<Problem> nameless() {
    return py.filter(SetupPy::nameComputed)
        .map(
            setup ->
                Problem.of(
                    Code.MANIFEST_LEFT_OUT,
                    Place.of(setup.file()),
                    "left out: the name of the project is computed in this file, which is not run",
                    "write `name=\"...\"` in the call of setup(), or `[project]` in pyproject.toml"));
  }
}

package io.github.releasesync.packaging;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The environment of a build, without credentials. Build scripts are third-party code and could
 * read even variables that they are not given, from this process.
 */
public final class BuildEnvironment {

  /** Credentials that cargo, maturin, twine, uv or a trusted publisher would use. */
  private static final Set<String> CREDENTIALS =
      Set.of(
          "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
          "ACTIONS_ID_TOKEN_REQUEST_URL",
          "CARGO_REGISTRY_TOKEN",
          "MATURIN_PASSWORD",
          "MATURIN_PYPI_TOKEN",
          "PYPI_TOKEN",
          "TWINE_PASSWORD",
          "UV_PUBLISH_PASSWORD",
          "UV_PUBLISH_TOKEN");

  /** Variables that locate tools, configure the network, and select compilers. */
  private static final Set<String> ALLOWED =
      Set.of(
          // Rust
          "CARGO_HOME",
          "CARGO_HTTP_CAINFO",
          "CARGO_HTTP_PROXY",
          "CARGO_NET_OFFLINE",
          "RUSTFLAGS",
          "RUSTUP_AUTO_INSTALL",
          "RUSTUP_HOME",
          "RUSTUP_TOOLCHAIN",
          // Python
          "PIP_CERT",
          "PIP_CONFIG_FILE",
          "PIP_DEFAULT_TIMEOUT",
          "PIP_EXTRA_INDEX_URL",
          "PIP_FIND_LINKS",
          "PIP_INDEX_URL",
          "PIP_NO_INDEX",
          "PYENV_ROOT",
          "PYENV_VERSION",
          "UV_DEFAULT_INDEX",
          "UV_INDEX",
          "UV_OFFLINE",
          "UV_PYTHON",
          "VIRTUAL_ENV",
          // C compilers
          "AR",
          "CC",
          "CFLAGS",
          "CXX",
          "CXXFLAGS",
          "LDFLAGS",
          "LD_LIBRARY_PATH",
          "MACOSX_DEPLOYMENT_TARGET",
          "PKG_CONFIG_PATH",
          "SDKROOT",
          // network
          "ALL_PROXY",
          "HTTPS_PROXY",
          "HTTP_PROXY",
          "NO_PROXY",
          "REQUESTS_CA_BUNDLE",
          "SSL_CERT_DIR",
          "SSL_CERT_FILE",
          // Windows
          "APPDATA",
          "COMSPEC",
          "LOCALAPPDATA",
          "NUMBER_OF_PROCESSORS",
          "PATHEXT",
          "PROCESSOR_ARCHITECTURE",
          "PROGRAMDATA",
          "PROGRAMFILES",
          "PROGRAMFILES(X86)",
          "SYSTEMDRIVE",
          "WINDIR");

  /** Variables that disable colors, progress bars and prompts. */
  private static final Map<String, String> QUIET =
      Map.of(
          "CARGO_TERM_COLOR", "never",
          "CARGO_TERM_PROGRESS_WHEN", "never",
          "NO_COLOR", "1",
          "PIP_DISABLE_PIP_VERSION_CHECK", "1",
          "PIP_NO_INPUT", "1",
          "PYTHONDONTWRITEBYTECODE", "1",
          "PYTHONUTF8", "1");

  private BuildEnvironment() {}

  /**
   * Refuses to build with a credential in the environment.
   *
   * @param environment the variables of this process
   * @throws ReleaseException with {@link Code#CREDENTIAL_IN_BUILD}, naming variables and never
   *     values
   */
  public static void requireNoCredentials(Map<String, String> environment) {
    List<String> found =
        environment.entrySet().stream()
            .filter(e -> !e.getValue().isEmpty() && isCredential(e.getKey()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    if (!found.isEmpty()) {
      throw ReleaseException.of(
          Code.CREDENTIAL_IN_BUILD,
          Place.of("environment"),
          String.join(", ", found)
              + (found.size() == 1 ? " is set" : " are set")
              + ", and build scripts could read it",
          Help.of(
              "set it only for the step that publishes, or allow it with ",
              Option.of("allowCredentialsInBuild", "true")));
    }
  }

  /** The variables that a tool gets in addition to those of every program. */
  static Map<String, String> of(BuildSettings settings) {
    Map<String, String> seen = new TreeMap<>();
    settings
        .environment()
        .forEach(
            (name, value) -> {
              if (ALLOWED.contains(name.toUpperCase(Locale.ROOT))) {
                seen.put(name, value);
              }
            });
    seen.putAll(QUIET);
    if (settings.offline()) {
      seen.put("CARGO_NET_OFFLINE", "true");
    }
    settings
        .time()
        .ifPresent(time -> seen.put("SOURCE_DATE_EPOCH", Long.toString(time.getEpochSecond())));
    return seen;
  }

  private static boolean isCredential(String variable) {
    String name = variable.toUpperCase(Locale.ROOT);
    return CREDENTIALS.contains(name)
        || name.startsWith("CARGO_REGISTRIES_") && name.endsWith("_TOKEN");
  }
}

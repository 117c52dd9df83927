package io.github.releasesync.registry;

import io.github.releasesync.http.Secret;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tokens from the environment. Their names are those that cargo, uv, maturin and twine read. */
public final class Credentials {

  private static final List<String> CRATES = List.of("CARGO_REGISTRY_TOKEN");
  private static final List<String> PYPI =
      List.of("PYPI_TOKEN", "UV_PUBLISH_TOKEN", "MATURIN_PYPI_TOKEN", "TWINE_PASSWORD");

  private Credentials() {}

  /**
   * The token for the crates' registry.
   *
   * @param environment the environment of this process
   * @return the token
   * @throws ReleaseException with {@link Code#TOKEN_MISSING}
   */
  public static Optional<Secret> crates(Map<String, String> environment) {
    return find(environment, CRATES);
  }

  /**
   * The token for the Python registry.
   *
   * @param environment the environment of this process
   * @return the token
   * @throws ReleaseException with {@link Code#TOKEN_MISSING}, or {@link Code#TOKENS_DIFFER} if two
   *     variables hold different ones
   */
  public static Optional<Secret> pypi(Map<String, String> environment) {
    return find(environment, PYPI);
  }

  private static Optional<Secret> find(Map<String, String> environment, List<String> names) {
    List<String> set =
        names.stream().filter(n -> !environment.getOrDefault(n, "").isBlank()).toList();
    if (set.isEmpty()) {
      throw problem(
          Code.TOKEN_MISSING,
          names.get(0),
          "no token in the environment",
          "set one of " + String.join(", ", names));
    }
    if (set.stream().map(n -> environment.get(n).strip()).distinct().count() > 1) {
      throw problem(
          Code.TOKENS_DIFFER,
          set.get(0),
          String.join(" and ", set) + " hold different tokens",
          "unset all but one");
    }
    return Optional.of(Secret.of(set.get(0), environment.get(set.get(0))));
  }

  private static ReleaseException problem(Code code, String name, String message, String help) {
    return ReleaseException.of(code, Place.of(name), message, help);
  }
}

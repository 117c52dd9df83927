package io.github.releasesync.goal;

import io.github.releasesync.http.HttpSettings;
import io.github.releasesync.http.Secret;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.publish.CratesDestination;
import io.github.releasesync.publish.Destination;
import io.github.releasesync.publish.PypiDestination;
import io.github.releasesync.registry.CratesIo;
import io.github.releasesync.registry.Credentials;
import io.github.releasesync.registry.PyPi;
import io.github.releasesync.version.Ecosystem;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The registries of a publish request. Only loopback addresses are allowed until the guards of a
 * live release exist.
 */
final class LoopbackRegistries {

  private final Optional<String> cratesIndex;
  private final Optional<String> pypiUploadUrl;
  private final Optional<String> pypiIndexUrl;
  private final HttpSettings http;
  private final Clock clock;

  private LoopbackRegistries(PublishRequest request, HttpSettings http, Clock clock) {
    this.cratesIndex = request.cratesIndex();
    this.pypiUploadUrl = request.pypiUploadUrl();
    this.pypiIndexUrl = request.pypiIndexUrl();
    this.http = http;
    this.clock = clock;
  }

  /**
   * The registries of a request.
   *
   * @throws ReleaseException with {@link Code#NOT_LOOPBACK} if an address is not on this machine
   */
  static LoopbackRegistries of(PublishRequest request, HttpSettings http, Clock clock) {
    requireLoopback(request.cratesIndex(), "cratesIndex");
    requireLoopback(request.pypiUploadUrl(), "pypiUploadUrl");
    requireLoopback(request.pypiIndexUrl(), "pypiIndexUrl");
    return new LoopbackRegistries(request, http, clock);
  }

  /** The registries to query, for each given address. No secret is read. */
  Map<Ecosystem, Destination> toAsk() {
    Map<Ecosystem, Destination> destinations = new EnumMap<>(Ecosystem.class);
    cratesIndex.ifPresent(
        index -> destinations.put(Ecosystem.CARGO, crates(index, Optional.empty())));
    pypiIndexUrl.ifPresent(
        index -> destinations.put(Ecosystem.PYPI, pypi(pypiUploadUrl, index, Optional.empty())));
    return destinations;
  }

  /**
   * The registries that a release is sent to. A registry that is only queried needs no token.
   *
   * @throws ReleaseException if an address or a token is missing
   */
  Map<Ecosystem, Destination> toSend(ReleasePlan plan, Map<String, String> environment) {
    Map<Ecosystem, Destination> destinations = new EnumMap<>(Ecosystem.class);
    boolean sends = !plan.crates().isEmpty();
    if (sends || plan.requires(Ecosystem.CARGO)) {
      String index = required(cratesIndex, "cratesIndex");
      Optional<Secret> token = sends ? Credentials.crates(environment) : Optional.empty();
      destinations.put(Ecosystem.CARGO, crates(index, token));
    }
    boolean uploads = !plan.files().isEmpty();
    if (uploads) {
      required(pypiUploadUrl, "pypiUploadUrl");
    }
    if (uploads || plan.requires(Ecosystem.PYPI)) {
      String index = required(pypiIndexUrl, "pypiIndexUrl");
      Optional<Secret> token = uploads ? Credentials.pypi(environment) : Optional.empty();
      destinations.put(Ecosystem.PYPI, pypi(pypiUploadUrl, index, token));
    }
    return destinations;
  }

  private Destination crates(String index, Optional<Secret> token) {
    return new CratesDestination(new CratesIo(index, http, clock, token));
  }

  private Destination pypi(Optional<String> upload, String index, Optional<Secret> token) {
    return new PypiDestination(new PyPi(upload.orElse(index), index, http, clock, token));
  }

  private static String required(Optional<String> address, String parameter) {
    return address.orElseThrow(
        () ->
            refusal(
                parameter,
                "no address is set, and this version cannot publish to the real registries"));
  }

  private static void requireLoopback(Optional<String> address, String parameter) {
    if (address.isPresent() && !isLoopback(address.get())) {
      throw refusal(parameter, "this version supports only http://127.0.0.1 and http://[::1]");
    }
  }

  private static ReleaseException refusal(String parameter, String message) {
    return ReleaseException.of(
        Code.NOT_LOOPBACK,
        Place.of("release-sync." + parameter),
        message,
        Help.of("start ", Command.of("sandbox"), " and give the address that it prints"));
  }

  private static boolean isLoopback(String address) {
    try {
      URI uri = URI.create(address.replaceFirst("^sparse\\+", ""));
      boolean here = "127.0.0.1".equals(uri.getHost()) || "[::1]".equals(uri.getHost());
      return here && "http".equals(uri.getScheme()) && uri.getRawUserInfo() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

package io.github.releasesync.http;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Addresses of registries: https, or http to a loopback address written as a number. A name such as
 * {@code localhost} may resolve to anything.
 */
public final class HttpAddress {

  private HttpAddress() {}

  /**
   * Checks an address from configuration.
   *
   * @throws ReleaseException with {@link Code#REGISTRY_URL_INVALID} or {@link
   *     Code#REGISTRY_URL_INSECURE}; no message contains a password from the address
   */
  public static URI parse(String what, String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw invalid(what, "is not a URL");
    }
    String wrong = wrongWith(uri);
    if (wrong != null) {
      throw invalid(what, wrong);
    }
    if (!isSafe(uri)) {
      throw ReleaseException.of(
          Code.REGISTRY_URL_INSECURE,
          Place.of(what),
          "`" + uri + "` would send everything in clear text",
          "use https; http is only for 127.0.0.1 and [::1]");
    }
    return uri;
  }

  /** Whether an address that a registry gave may be asked: same rules, without exceptions. */
  public static boolean isUsable(URI uri) {
    return wrongWith(uri) == null && isSafe(uri);
  }

  /** Whether two addresses have the same scheme, host and port. */
  static boolean sameOrigin(URI one, URI other) {
    return one.getScheme().equalsIgnoreCase(other.getScheme())
        && one.getHost().equalsIgnoreCase(other.getHost())
        && port(one) == port(other);
  }

  /** An address as it may be shown: without user, query and fragment. */
  public static String shown(URI uri) {
    String authority = uri.getHost() == null ? "" : uri.getHost();
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return (uri.getScheme() == null ? "" : uri.getScheme() + "://") + authority + port + path;
  }

  private static String wrongWith(URI uri) {
    String scheme = uri.getScheme();
    boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    if (!http || uri.getHost() == null) {
      return "is not an http or https URL with a host";
    }
    if (uri.getRawUserInfo() != null) {
      return "has a user or password in it";
    }
    return uri.getRawFragment() == null ? null : "has a fragment";
  }

  private static boolean isSafe(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme()) || isLoopback(uri.getHost());
  }

  private static boolean isLoopback(String host) {
    if (host.equals("[::1]")) {
      return true;
    }
    String[] octets = host.split("\\.", -1);
    if (octets.length != 4 || !octets[0].equals("127")) {
      return false;
    }
    for (String octet : octets) {
      boolean decimal =
          !octet.isEmpty()
              && octet.length() <= 3
              && octet.chars().allMatch(c -> c >= '0' && c <= '9')
              && (octet.length() == 1 || octet.charAt(0) != '0');
      if (!decimal) {
        return false;
      }
    }
    return true;
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  private static ReleaseException invalid(String what, String why) {
    return ReleaseException.of(
        Code.REGISTRY_URL_INVALID,
        Place.of(what),
        "the address " + why,
        "write an address such as https://host/path/; tokens are given apart from it");
  }
}

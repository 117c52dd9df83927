package io.github.releasesync.http;

import java.time.Duration;

/**
 * The settings of an HTTP client.
 *
 * @param connectTimeout the longest wait for a connection
 * @param requestTimeout the longest wait for a whole answer; for an upload, one second is added for
 *     every 128 KiB
 * @param responseCap the largest answer that is read, in bytes
 * @param userAgent the user agent of the client; crates.io refuses requests without
 */
public record HttpSettings(
    Duration connectTimeout, Duration requestTimeout, int responseCap, String userAgent) {

  private static final long SLOWEST_UPLOAD = 128 << 10;

  /** Refuses invalid settings. */
  public HttpSettings {
    if (connectTimeout.isNegative()
        || connectTimeout.isZero()
        || requestTimeout.isNegative()
        || requestTimeout.isZero()
        || responseCap <= 0
        || userAgent.isBlank()) {
      throw new IllegalArgumentException(
          "timeouts and cap are positive, the user agent is not empty");
    }
  }

  /**
   * The settings for the real registries: 10 s to connect, 120 s to answer, 5 MiB.
   *
   * @param version the version of release-sync
   * @return the settings
   */
  public static HttpSettings defaults(String version) {
    return new HttpSettings(
        Duration.ofSeconds(10), Duration.ofSeconds(120), 5 << 20, "release-sync/" + version);
  }

  /**
   * The settings for registries inside the process: 2 s, so that one that does not answer is soon
   * given up.
   *
   * @param version the version of release-sync
   * @return the settings
   */
  public static HttpSettings rehearsal(String version) {
    return new HttpSettings(
        Duration.ofSeconds(2), Duration.ofSeconds(2), 5 << 20, "release-sync/" + version);
  }

  /** The longest wait for the answer to an upload of so many bytes. */
  Duration uploadTimeout(long bytes) {
    return requestTimeout.plusSeconds(bytes / SLOWEST_UPLOAD);
  }
}

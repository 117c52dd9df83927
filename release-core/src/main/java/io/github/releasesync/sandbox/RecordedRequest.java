package io.github.releasesync.sandbox;

import java.util.Map;
import java.util.Optional;

/**
 * A request that the sandbox was sent.
 *
 * @param method such as {@code PUT}
 * @param path with its query, as sent
 * @param headers by lower-case name; the value of a credential is {@code REDACTED}
 * @param size of the body in bytes
 * @param sha256 of the body
 * @param status of the answer; 0 where the connection was cut instead
 * @param metadata the JSON of a crate's publish, as sent
 */
public record RecordedRequest(
    String method,
    String path,
    Map<String, String> headers,
    long size,
    String sha256,
    int status,
    Optional<String> metadata) {

  /** Copies. */
  public RecordedRequest {
    headers = Map.copyOf(headers);
  }
}

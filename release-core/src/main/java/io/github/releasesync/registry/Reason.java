package io.github.releasesync.registry;

/**
 * The reason that an answer is uncertain. All parts are free of secrets and short enough to print.
 *
 * @param what the request, such as {@code publish}
 * @param registry the address of the registry
 * @param artifact the crate and version, or the file
 * @param understood the readable part of the answer
 */
public record Reason(String what, String registry, String artifact, String understood) {

  /** One sentence with all parts. */
  @Override
  public String toString() {
    return what + " of " + artifact + " at " + registry + ": " + understood;
  }
}

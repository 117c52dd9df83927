package io.github.releasesync.registry;

/**
 * Why an answer says nothing certain. All parts are free of secrets and short enough to print.
 *
 * @param what what was asked for, such as {@code publish}
 * @param registry the address that was asked
 * @param artifact the crate and version, or the file, that it was about
 * @param understood what was understood of the answer
 */
public record Reason(String what, String registry, String artifact, String understood) {

  /** One sentence with all parts. */
  @Override
  public String toString() {
    return what + " of " + artifact + " at " + registry + ": " + understood;
  }
}

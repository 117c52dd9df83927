package io.github.releasesync.packaging;

import java.util.Locale;

/**
 * A package that is not built.
 *
 * @param packageId the identity of the package, such as {@code cargo:engine}
 * @param reason the reason
 */
public record LeftOut(String packageId, Reason reason) {

  /** Reasons that a package is not built. */
  public enum Reason {
    /** Another tool publishes it. */
    EXTERNAL,
    /** Its manifest forbids publishing. */
    NOT_PUBLISHABLE,
    /** It is in no group. */
    NO_GROUP;

    /**
     * The identifier in machine-readable reports.
     *
     * @return the name in lower case, with hyphens
     */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}

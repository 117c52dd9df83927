package io.github.releasesync.project.tree;

/**
 * The size limit of a file: many times what the largest real ones have, and small enough to be read
 * in a second, in the memory of the smallest machine.
 */
final class SizeLimit {

  /** A lock of 10,000 packages has 3 MB. */
  private static final long LOCK = 8L << 20;

  /** The poms that generators write to manage thousands of versions have 2 MB. */
  private static final long POM = 4L << 20;

  /** crates.io takes no larger metadata; other files with a version are even smaller. */
  private static final long OTHER = 1L << 20;

  private SizeLimit() {}

  /** The most bytes that the file at a path may have. */
  static long of(String path) {
    return switch (TreePath.name(path)) {
      case ManifestNames.CARGO_LOCK, ManifestNames.UV_LOCK -> LOCK;
      case ManifestNames.POM -> POM;
      default -> OTHER;
    };
  }

  /** The message for a larger file. */
  static String exceeded(String path, long size) {
    return "too large: " + size + " bytes, the limit is " + of(path);
  }
}

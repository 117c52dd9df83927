package io.github.releasesync.artifact;

import io.github.releasesync.problem.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules for the entries of every archive, one archive per object: portable paths, no
 * duplicates, and limits on number and size. The limits on size are those of the registries:
 * crates.io unpacks 512 MiB, PyPI refuses more than 50 times the file above 64 MiB.
 */
final class EntryRules {

  /** The largest content that is kept in memory: a manifest, METADATA or README. */
  static final int LARGEST_KEPT = 8 << 20;

  private static final int MOST_ENTRIES = 100_000;
  private static final int LONGEST_PATH = 255;
  private static final int DEEPEST_PATH = 32;
  private static final String REBUILD = "remove it from the package, build again";

  private final Refusal refusal;
  private final long largestUnpacked;
  private final List<String> paths = new ArrayList<>();
  private final Set<String> files = new HashSet<>();
  private long unpacked;

  private EntryRules(Refusal refusal, long largestUnpacked) {
    this.refusal = refusal;
    this.largestUnpacked = largestUnpacked;
  }

  /** The rules for a {@code .crate}. */
  static EntryRules ofCratesIo(Refusal refusal) {
    return new EntryRules(refusal, 512L << 20);
  }

  /** The rules for a wheel or sdist of this size. */
  static EntryRules ofPyPi(Refusal refusal, long fileSize) {
    return new EntryRules(refusal, Math.max(64L << 20, 50 * fileSize));
  }

  Refusal refusal() {
    return refusal;
  }

  /** Takes note of an entry; a folder's path ends with {@code /}. */
  void add(String path) {
    if (paths.size() == MOST_ENTRIES) {
      throw refusal.of(
          Code.ARCHIVE_TOO_LARGE,
          "more than " + MOST_ENTRIES + " entries",
          "leave files out of the package");
    }
    boolean folder = path.endsWith("/");
    String bare = folder ? path.substring(0, path.length() - 1) : path;
    checkPath(path, bare);
    if (!files.add(bare)) {
      throw refusal.entry(
          Code.ARCHIVE_AMBIGUOUS, path, "is duplicated", "build again into an empty folder");
    }
    paths.add(path);
  }

  /** Takes note of unpacked bytes. */
  void addUnpacked(long bytes) {
    unpacked += bytes;
    if (unpacked > largestUnpacked) {
      throw refusal.of(
          Code.ARCHIVE_TOO_LARGE,
          "unpacks to more than " + (largestUnpacked >> 20) + " MiB",
          "leave large files out of the package; the registry refuses it");
    }
  }

  /** Refuses to keep more than {@link #LARGEST_KEPT} bytes of one entry. */
  void checkKept(String path, long bytes) {
    if (bytes > LARGEST_KEPT) {
      throw refusal.entry(
          Code.ARCHIVE_TOO_LARGE,
          path,
          "is larger than " + (LARGEST_KEPT >> 20) + " MiB",
          "shorten it; the registry refuses it");
    }
  }

  /** All paths, in the order of the archive. */
  List<String> paths() {
    return List.copyOf(paths);
  }

  private void checkPath(String path, String bare) {
    String wrong = wrongWith(bare);
    if (wrong != null) {
      throw refusal.entry(Code.ARCHIVE_PATH_UNSAFE, path, wrong, REBUILD);
    }
  }

  /** The problem of a path, or null. */
  private static String wrongWith(String path) {
    if (path.length() > LONGEST_PATH) {
      return "has a path longer than " + LONGEST_PATH + " characters";
    }
    if (path.startsWith("/")) {
      return "is an absolute path";
    }
    if (path.chars().anyMatch(c -> c == '\\' || c == ':' || c < ' ' || c == 0x7f)) {
      return "has a character that is not portable";
    }
    String[] segments = path.split("/", -1);
    if (segments.length > DEEPEST_PATH) {
      return "is more than " + DEEPEST_PATH + " folders deep";
    }
    for (String segment : segments) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        return "has an empty, `.` or `..` segment";
      }
    }
    return null;
  }
}

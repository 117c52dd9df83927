package io.github.releasesync.git;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The regular files of a commit, below one folder. Symbolic links and submodules are left out. */
public final class CommitTree {

  /** Larger files are not read: 8 MiB. */
  public static final long SIZE_LIMIT = 8L << 20;

  private static final int SHA_1_ID = 40;

  /** Reads blobs. */
  @FunctionalInterface
  public interface Blobs {

    /**
     * Reads blobs.
     *
     * @param ids their ids, each once
     * @return contents by id, without those larger than {@link #SIZE_LIMIT}
     * @throws ReleaseException with {@link Code#GIT_FAILED} if one is missing or cannot be read
     */
    Map<String, byte[]> read(List<String> ids);
  }

  private final Map<String, String> ids;
  private final Blobs blobs;

  /**
   * The files of a commit.
   *
   * @param ids the id of each regular file, by path from the folder with {@code /}
   * @param blobs reads their contents
   */
  public CommitTree(Map<String, String> ids, Blobs blobs) {
    this.ids = ids;
    this.blobs = blobs;
  }

  /**
   * All files.
   *
   * @return paths from the root with {@code /}, sorted
   */
  public List<String> files() {
    return ids.keySet().stream().sorted().toList();
  }

  /**
   * The files that have one of the given names, in whatever folder.
   *
   * @param fileNames names without folder, such as {@code Cargo.toml}; exact in case
   * @return paths from the root with {@code /}, sorted
   */
  public List<String> files(Set<String> fileNames) {
    return ids.keySet().stream()
        .filter(path -> fileNames.contains(path.substring(path.lastIndexOf('/') + 1)))
        .sorted()
        .toList();
  }

  /**
   * Whether the commit has a regular file at a path.
   *
   * @param path from the root, with {@code /}
   * @return true if so, however large it is
   */
  public boolean has(String path) {
    return ids.containsKey(path);
  }

  /**
   * Whether a file of the commit has a given content. Compares ids: git is not asked.
   *
   * @param path from the root, with {@code /}
   * @param content any bytes
   * @return true if the commit has exactly that there
   */
  public boolean holds(String path, byte[] content) {
    String id = ids.get(path);
    return id != null && id.equals(blobId(content, id.length()));
  }

  /** Git's blob id of a content, in a repository with ids of that length. */
  private static String blobId(byte[] content, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance(length == SHA_1_ID ? "SHA-1" : "SHA-256");
      digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has it", e);
    }
  }

  /**
   * Reads files, all of them at once.
   *
   * @param paths paths from the root with {@code /}
   * @return contents by path, in the given order; without files that are not regular files in the
   *     commit, and without files larger than {@link #SIZE_LIMIT}
   * @throws ReleaseException with {@link Code#GIT_FAILED} if git fails, or if a partial clone lacks
   *     a content
   */
  public Map<String, byte[]> read(Collection<String> paths) {
    List<String> known = paths.stream().filter(ids::containsKey).toList();
    Map<String, byte[]> contents =
        known.isEmpty() ? Map.of() : blobs.read(known.stream().map(ids::get).distinct().toList());
    Map<String, byte[]> read = new LinkedHashMap<>();
    for (String path : known) {
      byte[] content = contents.get(ids.get(path));
      if (content != null) {
        read.put(path, content);
      }
    }
    return read;
  }
}

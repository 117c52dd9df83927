package io.github.releasesync.git;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The regular files of a commit, below one folder. Symbolic links and submodules are left out. */
public final class CommitTree {

  /** Larger files are not read: 8 MiB. */
  public static final long SIZE_LIMIT = 8L << 20;

  /** The output limit of one git call, well below the limit of a runner. */
  private static final long BATCH_LIMIT = 32L << 20;

  private static final Pattern COMMIT_ID = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");
  private static final String REGULAR_FILE = "100";
  private static final int SHA_1_ID = 40;

  private final GitCalls calls;
  private final Path root;
  private final Map<String, String> blobs;

  private CommitTree(GitCalls calls, Path root, Map<String, String> blobs) {
    this.calls = calls;
    this.root = root;
    this.blobs = blobs;
  }

  static CommitTree read(GitCalls calls, Path root, String commit) {
    if (!COMMIT_ID.matcher(commit).matches()) {
      throw new IllegalArgumentException("not a commit id: " + commit);
    }
    Map<String, String> blobs = new HashMap<>();
    for (String entry : NulSeparated.split(calls.output(root, "ls-tree", "-r", "-z", commit))) {
      // "100644 blob <id>\t<path>", the path from the folder that git runs in
      if (entry.startsWith(REGULAR_FILE)) {
        int tab = entry.indexOf('\t');
        blobs.put(entry.substring(tab + 1), entry.substring("100644 blob ".length(), tab));
      }
    }
    return new CommitTree(calls, root, blobs);
  }

  /**
   * All files.
   *
   * @return paths from the root with {@code /}, sorted
   */
  public List<String> files() {
    return blobs.keySet().stream().sorted().toList();
  }

  /**
   * The files that have one of the given names, in whatever folder.
   *
   * @param fileNames names without folder, such as {@code Cargo.toml}; exact in case
   * @return paths from the root with {@code /}, sorted
   */
  public List<String> files(Set<String> fileNames) {
    return blobs.keySet().stream()
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
    return blobs.containsKey(path);
  }

  /**
   * Whether a file of the commit has a given content. Compares ids: git is not asked.
   *
   * @param path from the root, with {@code /}
   * @param content any bytes
   * @return true if the commit has exactly that there
   */
  public boolean holds(String path, byte[] content) {
    String id = blobs.get(path);
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
   * Reads files, all of them through one git.
   *
   * @param paths paths from the root with {@code /}
   * @return contents by path, in the given order; without files that are not regular files in the
   *     commit, and without files larger than {@link #SIZE_LIMIT}
   * @throws ReleaseException with {@link Code#GIT_FAILED} if git fails, or if a partial clone lacks
   *     a content
   */
  public Map<String, byte[]> read(Collection<String> paths) {
    List<String> known = paths.stream().filter(blobs::containsKey).toList();
    Map<String, byte[]> contents = new HashMap<>();
    for (List<String> batch : batches(known.stream().map(blobs::get).distinct().toList())) {
      contents.putAll(contents(batch));
    }
    Map<String, byte[]> read = new LinkedHashMap<>();
    for (String path : known) {
      byte[] content = contents.get(blobs.get(path));
      if (content != null) {
        read.put(path, content);
      }
    }
    return read;
  }

  /** The blobs that are small enough, almost always in one batch. */
  private List<List<String>> batches(List<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    byte[] output =
        calls.outputFor(lines(ids), root, "cat-file", "--batch-check=%(objectname) %(objectsize)");
    List<List<String>> batches = new ArrayList<>();
    long room = 0;
    for (String line : new String(output, StandardCharsets.US_ASCII).lines().toList()) {
      int space = line.indexOf(' ');
      String answer = line.substring(space + 1);
      if (answer.equals("missing")) {
        throw GitCalls.failed("cat-file: object " + line + " from this clone");
      }
      long size = Long.parseLong(answer);
      if (size > SIZE_LIMIT) {
        continue;
      }
      if (batches.isEmpty() || size > room) {
        batches.add(new ArrayList<>());
        room = BATCH_LIMIT;
      }
      batches.get(batches.size() - 1).add(line.substring(0, space));
      room -= size;
    }
    return batches;
  }

  /** Each answer is "{@code <id> blob <size>\n<content>\n}". */
  private Map<String, byte[]> contents(List<String> ids) {
    byte[] output = calls.outputFor(lines(ids), root, "cat-file", "--batch");
    Map<String, byte[]> contents = new HashMap<>();
    int at = 0;
    for (String id : ids) {
      int start = at;
      while (output[start] != '\n') {
        start++;
      }
      String header = new String(output, at, start - at, StandardCharsets.US_ASCII);
      int size = Integer.parseInt(header.substring(header.lastIndexOf(' ') + 1));
      contents.put(id, Arrays.copyOfRange(output, start + 1, start + 1 + size));
      at = start + 1 + size + 1;
    }
    return contents;
  }

  private static String lines(List<String> ids) {
    return String.join("\n", ids) + "\n";
  }
}

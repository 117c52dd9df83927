package io.github.releasesync.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the trees of commits and their blobs. */
final class TreeReader {

  /** The output limit of one git call, well below the limit of a runner. */
  private static final long BATCH_LIMIT = 32L << 20;

  private static final String REGULAR_FILE = "100";

  private final GitCalls calls;
  private final Path folder;

  TreeReader(GitCalls calls, Path folder) {
    this.calls = calls;
    this.folder = folder;
  }

  CommitTree read(String commit) {
    Map<String, String> ids = new HashMap<>();
    for (String entry : NulSeparated.split(calls.output(folder, "ls-tree", "-r", "-z", commit))) {
      // "100644 blob <id>\t<path>", the path from the folder that git runs in
      if (entry.startsWith(REGULAR_FILE)) {
        int tab = entry.indexOf('\t');
        ids.put(entry.substring(tab + 1), entry.substring("100644 blob ".length(), tab));
      }
    }
    return new CommitTree(ids, this::blobs);
  }

  private Map<String, byte[]> blobs(List<String> ids) {
    Map<String, byte[]> contents = new HashMap<>();
    batches(ids).forEach(batch -> contents.putAll(contents(batch)));
    return contents;
  }

  /** The blobs that are small enough, almost always in one batch. */
  private List<List<String>> batches(List<String> ids) {
    byte[] output =
        calls.outputFor(
            lines(ids), folder, "cat-file", "--batch-check=%(objectname) %(objectsize)");
    List<List<String>> batches = new ArrayList<>();
    long room = 0;
    for (String line : new String(output, StandardCharsets.US_ASCII).lines().toList()) {
      int space = line.indexOf(' ');
      String answer = line.substring(space + 1);
      if (answer.equals("missing")) {
        throw GitCalls.failed("cat-file: object " + line + " from this clone");
      }
      long size = Long.parseLong(answer);
      if (size > CommitTree.SIZE_LIMIT) {
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
    byte[] output = calls.outputFor(lines(ids), folder, "cat-file", "--batch");
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

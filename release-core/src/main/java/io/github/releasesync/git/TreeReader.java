package io.github.releasesync.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads the trees of commits and their blobs. */
final class TreeReader {

  /** The output limit of one git call, well below the limit of a runner. */
  private static final long BATCH_LIMIT = 32L << 20;

  private static final String REGULAR_FILE = "100";

  private static final String MISSING = " missing";

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

  /** Files of several commits, by paths that begin after a prefix. */
  <T> Map<PastFile, T> contents(
      String prefix, Collection<PastFile> files, BiFunction<PastFile, byte[], T> value) {
    List<PastFile> wanted = List.copyOf(files);
    List<String> names =
        wanted.stream().map(file -> file.commit() + ":" + prefix + file.path()).toList();
    List<String> answers = check(names);
    Map<String, Long> sizes = new LinkedHashMap<>();
    Map<PastFile, String> ids = new HashMap<>();
    Map<String, PastFile> samples = new HashMap<>();
    for (int i = 0; i < answers.size(); i++) {
      String answer = answers.get(i);
      if (!answer.endsWith(MISSING)) {
        String id = answer.substring(0, answer.indexOf(' '));
        sizes.put(id, size(answer));
        ids.put(wanted.get(i), id);
        samples.putIfAbsent(id, wanted.get(i));
      }
    }
    Map<String, T> values = new HashMap<>();
    for (List<String> batch : batches(sizes)) {
      contents(batch).forEach((id, bytes) -> values.put(id, value.apply(samples.get(id), bytes)));
    }
    Map<PastFile, T> found = new HashMap<>();
    ids.forEach(
        (file, id) -> Optional.ofNullable(values.get(id)).ifPresent(v -> found.put(file, v)));
    return found;
  }

  private List<String> check(List<String> names) {
    byte[] output =
        calls.outputFor(
            lines(names), folder, "cat-file", "--batch-check=%(objectname) %(objectsize)");
    return new String(output, StandardCharsets.UTF_8).lines().toList();
  }

  private static long size(String answer) {
    return Long.parseLong(answer.substring(answer.indexOf(' ') + 1));
  }

  private Map<String, byte[]> blobs(List<String> ids) {
    Map<String, byte[]> contents = new HashMap<>();
    batches(ids).forEach(batch -> contents.putAll(contents(batch)));
    return contents;
  }

  /** The blobs that are small enough, almost always in one batch. */
  private List<List<String>> batches(List<String> ids) {
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (String line : check(ids)) {
      if (line.endsWith(MISSING)) {
        throw GitCalls.failed("cat-file: object " + line + " from this clone");
      }
      sizes.put(line.substring(0, line.indexOf(' ')), size(line));
    }
    return batches(sizes);
  }

  private static List<List<String>> batches(Map<String, Long> sizes) {
    List<List<String>> batches = new ArrayList<>();
    long room = 0;
    for (Map.Entry<String, Long> blob : sizes.entrySet()) {
      long size = blob.getValue();
      if (size > CommitTree.SIZE_LIMIT) {
        continue;
      }
      if (batches.isEmpty() || size > room) {
        batches.add(new ArrayList<>());
        room = BATCH_LIMIT;
      }
      batches.get(batches.size() - 1).add(blob.getKey());
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

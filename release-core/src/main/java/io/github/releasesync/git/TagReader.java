package io.github.releasesync.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the tags of a history. */
final class TagReader {

  /** As many names as any system takes as arguments, Windows' 32 KiB being the least. */
  private static final int MOST_PATTERNS = 500;

  private static final String FORMAT =
      String.join(
          "%00",
          "%(objecttype)",
          "%(objectname)",
          "%(*objecttype)",
          "%(*objectname)",
          "%(creatordate:unix)",
          "%(*committerdate:unix)",
          "%(refname:strip=2)");

  private final GitCalls calls;
  private final Path workTree;

  TagReader(GitCalls calls, Path workTree) {
    this.calls = calls;
    this.workTree = workTree;
  }

  /** The tags of commits that a commit can reach, itself included, the newest first. */
  List<Tag> reachableFrom(String commit) {
    return read(List.of("--merged=" + commit));
  }

  /** All tags of commits, the newest first. */
  List<Tag> all() {
    return read(List.of());
  }

  /** Those of some tags that a commit can reach, in the same order. */
  List<Tag> reachableFrom(String commit, List<Tag> tags) {
    if (tags.isEmpty()) {
      return List.of();
    }
    List<String> arguments =
        new ArrayList<>(
            List.of("for-each-ref", "--merged=" + commit, "--format=%(refname:strip=2)"));
    if (tags.size() > MOST_PATTERNS) {
      arguments.add("refs/tags");
    } else {
      // A reference's name has none of the characters that make it a pattern.
      tags.forEach(tag -> arguments.add("refs/tags/" + tag.name()));
    }
    byte[] output = calls.output(workTree, arguments.toArray(String[]::new));
    Set<String> names = new HashSet<>(new String(output, StandardCharsets.UTF_8).lines().toList());
    return tags.stream().filter(tag -> names.contains(tag.name())).toList();
  }

  private List<Tag> read(List<String> filter) {
    List<String> arguments = new ArrayList<>(List.of("for-each-ref"));
    arguments.addAll(filter);
    arguments.addAll(List.of("--format=" + FORMAT, "refs/tags"));
    byte[] output = calls.output(workTree, arguments.toArray(String[]::new));
    // A reference's name cannot hold a line end (git-check-ref-format).
    List<String[]> lines =
        new String(output, StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.split("\0", 7))
            .toList();
    Map<String, String> nested = commitsOfNestedTags(lines);
    List<Tag> tags = new ArrayList<>();
    for (String[] line : lines) {
      boolean annotated = line[0].equals("tag");
      String target = annotated ? line[3] : line[1];
      String created = line[4].isEmpty() ? line[5] : line[4];
      tags.add(
          new Tag(
              line[6],
              nested.getOrDefault(line[1], target),
              annotated,
              Instant.ofEpochSecond(created.isEmpty() ? 0 : Long.parseLong(created))));
    }
    tags.sort(Tag.NEWEST_FIRST);
    return List.copyOf(tags);
  }

  /** Before 2.45, git looks only one step behind a tag: a tag of a tag needs a second look. */
  private Map<String, String> commitsOfNestedTags(List<String[]> lines) {
    List<String> tags =
        lines.stream().filter(line -> line[2].equals("tag")).map(line -> line[1]).toList();
    Map<String, String> commits = new HashMap<>();
    if (!tags.isEmpty()) {
      String questions = String.join("^{commit}\n", tags) + "^{commit}\n";
      byte[] answers =
          calls.outputFor(questions, workTree, "cat-file", "--batch-check=%(objectname)");
      List<String> found = new String(answers, StandardCharsets.US_ASCII).lines().toList();
      for (int i = 0; i < tags.size(); i++) {
        commits.put(tags.get(i), found.get(i));
      }
    }
    return commits;
  }
}

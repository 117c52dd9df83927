package io.github.releasesync.project.group;

import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.ReleaseVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of tags that name a part of a repository by its language or its folder: {@code
 * rust-v0.8.0} beside {@code py-v0.6.3}, {@code cli/v1.1.0}.
 */
final class TagLines {

  /** How many of the newest releases show whether two lines are released together. */
  private static final int COMPARED = 3;

  private static final Map<String, String> LANGUAGES =
      Map.ofEntries(
          Map.entry("rust", "rust"),
          Map.entry("rs", "rust"),
          Map.entry("cargo", "rust"),
          Map.entry("crate", "rust"),
          Map.entry("crates", "rust"),
          Map.entry("python", "python"),
          Map.entry("py", "python"),
          Map.entry("pypi", "python"),
          Map.entry("java", "java"),
          Map.entry("jvm", "java"),
          Map.entry("maven", "java"),
          Map.entry("js", "js"),
          Map.entry("node", "js"),
          Map.entry("npm", "js"),
          Map.entry("nodejs", "js"),
          Map.entry("go", "go"),
          Map.entry("ruby", "ruby"),
          Map.entry("dotnet", "dotnet"),
          Map.entry("r", "r"));

  private final Map<String, List<ReachableTag>> byWord = new HashMap<>();
  private final Map<String, Set<ReleaseVersion>> named = new HashMap<>();

  /**
   * The tags that name something.
   *
   * @param tags all tags that count for HEAD, the newest first
   */
  TagLines(List<ReachableTag> tags) {
    for (ReachableTag tag : tags) {
      Optional<ReleaseTag> release = tag.release();
      if (release.isPresent() && release.get().named().isPresent() && !tag.atHead()) {
        byWord.computeIfAbsent(word(release.get()), w -> new ArrayList<>()).add(tag);
        named.computeIfAbsent(tag.commit(), c -> new HashSet<>()).add(release.get().version());
      }
    }
  }

  /** Whether the newest releases of two packages were tagged apart, each under its own name. */
  boolean areApart(
      Package one, List<ReachableTag> ownOfOne, Package other, List<ReachableTag> ownOfOther) {
    List<ReachableTag> a = line(one, ownOfOne);
    List<ReachableTag> b = line(other, ownOfOther);
    if (a.isEmpty() || b.isEmpty() || a.get(0).name().equals(b.get(0).name())) {
      return false;
    }
    boolean alone = !ownOfOne.isEmpty() && !ownOfOther.isEmpty() && isOfSeveralVersions(a.get(0));
    return alone || !areTaggedTogether(a, b);
  }

  /** Crates that are tagged one by one, on one commit and with versions of their own. */
  private boolean isOfSeveralVersions(ReachableTag tag) {
    return named.getOrDefault(tag.commit(), Set.of()).size() > 1;
  }

  private static boolean areTaggedTogether(List<ReachableTag> a, List<ReachableTag> b) {
    Set<String> commits = new HashSet<>();
    b.forEach(tag -> commits.add(tag.commit()));
    List<ReachableTag> newest = a.subList(0, Math.min(COMPARED, a.size()));
    long together = newest.stream().filter(tag -> commits.contains(tag.commit())).count();
    return together * 2 >= newest.size();
  }

  private List<ReachableTag> line(Package p, List<ReachableTag> own) {
    List<ReachableTag> before = own.stream().filter(tag -> !tag.atHead()).toList();
    return before.isEmpty() ? lineOfItsPart(p) : before;
  }

  /** The tags that name the folder of a package, the deepest first, or its language. */
  private List<ReachableTag> lineOfItsPart(Package p) {
    String[] folders = p.manifest().split("/");
    for (int i = folders.length - 2; i >= 0; i--) {
      String folder = ReleaseTag.separatorsAlike(folders[i]);
      String language = LANGUAGES.get(folder.split("-")[0]);
      List<ReachableTag> line = byWord.get(language == null ? folder : language);
      if (line != null) {
        return line;
      }
      if (language != null) {
        return List.of();
      }
    }
    return byWord.getOrDefault(language(p.ecosystem()), List.of());
  }

  private static String language(Ecosystem ecosystem) {
    return switch (ecosystem) {
      case CARGO -> "rust";
      case PYPI -> "python";
      case MAVEN -> "java";
    };
  }

  /** The language that a part of a tag's path names, else the last part. */
  private static String word(ReleaseTag tag) {
    for (String part : tag.prefix().split("/")) {
      String language = LANGUAGES.get(ReleaseTag.separatorsAlike(part).replaceFirst("-v$", ""));
      if (language != null) {
        return language;
      }
    }
    return tag.named().orElseThrow();
  }
}

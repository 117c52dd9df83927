package io.github.releasesync.project.tree;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which files are searched for versions that were forgotten. Excluded are files about the past,
 * files that are pinned or written by tools, test data, and data: an old version is right there.
 */
public final class SearchedFiles {

  /** Beginnings of names, without extension and separators, in lower case. */
  private static final List<String> OF_THE_PAST =
      List.of(
          "change",
          "history",
          "news",
          "release",
          "migrat",
          "upgrad",
          "security",
          "whatsnew",
          "breaking",
          "deprecat",
          "roadmap");

  private static final Set<String> FOLDERS_OF_THE_PAST =
      Set.of(
          "changelog",
          "changelogs",
          "changes",
          "changelogd",
          "changeset",
          "news",
          "newsfragments",
          "history",
          "releases",
          "releasenotes",
          "whatsnew",
          "migration",
          "migrations",
          "upgrade",
          "upgrading",
          "blog",
          "posts",
          "archive",
          "adr",
          "adrs",
          "decisions",
          "rfcs",
          "versioneddocs");

  private static final Set<String> GENERATED_FOLDERS =
      Set.of(
          "dist",
          "build",
          "out",
          "gen",
          "generated",
          "_build",
          "_site",
          "__snapshots__",
          "snapshots",
          "golden",
          "__tests__",
          "testing",
          "spec",
          "corpus");

  /** Formats of data and of what tools write; of JSON, only package.json is read. */
  private static final Set<String> EXTENSIONS =
      Set.of(
          "lock",
          "lockb",
          "lockfile",
          "sum",
          "json",
          "jsonl",
          "csv",
          "tsv",
          "log",
          "svg",
          "map",
          "snap",
          "patch",
          "diff",
          "ipynb",
          "html",
          "htm",
          "orig");

  private static final Set<String> LOCKS =
      Set.of("pnpm-lock.yaml", "requirements.lock", "pylock.toml", "conda-lock.yml");

  private SearchedFiles() {}

  public static boolean include(String path) {
    return !TreePath.isGenerated(path)
        && !TreePath.isForeign(path)
        && isFolderSearched(path)
        && isNameSearched(TreePath.name(path));
  }

  private static boolean isFolderSearched(String path) {
    String[] parts = path.split("/");
    for (int i = 0; i < parts.length - 1; i++) {
      if (GENERATED_FOLDERS.contains(parts[i]) || FOLDERS_OF_THE_PAST.contains(plain(parts[i]))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNameSearched(String name) {
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String extension = dot > 0 ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    // A pyproject.toml may overrule a setup.py, whose version is forgotten then.
    if (name.equals("package.json") || name.equals(ManifestNames.SETUP_PY)) {
      return true;
    }
    boolean refused =
        ManifestNames.ALL.contains(name)
            || LOCKS.contains(name)
            || EXTENSIONS.contains(extension)
            || stem.endsWith(".min")
            || isTest(stem)
            || OF_THE_PAST.stream().anyMatch(plain(name)::startsWith);
    return !refused;
  }

  private static boolean isTest(String stem) {
    return stem.startsWith("test_")
        || stem.endsWith("_test")
        || stem.endsWith("_tests")
        || stem.endsWith("Test")
        || stem.endsWith(".test")
        || stem.endsWith(".spec")
        || stem.equals("tests");
  }

  /** In lower case, without separators: {@code RELEASE_NOTES} and {@code release-notes} alike. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
  }
}

package io.github.releasesync.adopt;

import io.github.releasesync.manifest.syntax.ToolKey;
import io.github.releasesync.manifest.syntax.ToolTable;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.Glob;
import io.github.releasesync.project.tree.TreePath;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.VersionMapping;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of commitizen: the first of {@code .cz.toml}, {@code cz.toml} and {@code
 * [tool.commitizen]} in pyproject.toml, as it looks for them itself
 * (commitizen-tools.github.io/commitizen/config).
 */
final class CommitizenSettings {

  private static final String PYPROJECT = "pyproject.toml";
  private static final List<String> FILES = List.of(".cz.toml", "cz.toml", PYPROJECT);
  private static final List<String> UNREAD = List.of(".cz.json", "cz.json", ".cz.yaml", "cz.yaml");
  private static final Set<String> PROVIDERS =
      Set.of("cargo", "pep621", "poetry", "uv", "commitizen");

  private static final Map<String, String> LEFT =
      Map.ofEntries(
          Map.entry("pre_bump_hooks", Adoption.HOOKS),
          Map.entry("post_bump_hooks", Adoption.HOOKS),
          Map.entry("version", "the manifest states the version: delete it with the other keys"),
          Map.entry("legacy_tag_formats", "one format of tags is read"),
          Map.entry("ignored_tag_formats", "tags of other formats are ignored"));

  private static final Map<String, String> CARRIED =
      Map.of(
          "annotated_tag", "tags are always annotated",
          "changelog_incremental", "prepare adds to the existing file",
          "version_scheme", "each manifest has its own ecosystem's spelling",
          "major_version_zero", "on 0.x a breaking change asks for a minor release");

  private static final Map<String, String> TAG_WORDS = Map.of("version", "{version}");

  private final Adoption adoption;
  private final FileTree tree;

  CommitizenSettings(Adoption adoption) {
    this.adoption = adoption;
    this.tree = adoption.tree();
  }

  void read() {
    for (String file : FILES) {
      Optional<ToolTable> table =
          tree.exists(file)
              ? ToolTable.read(tree.read(file), "tool", "commitizen")
              : Optional.empty();
      if (table.isPresent()) {
        table.get().keys().forEach(key -> read(key, table.get()));
        return;
      }
    }
    UNREAD.stream()
        .filter(tree::exists)
        .map(
            file ->
                new ToolKey(
                    "commitizen",
                    Place.of(file),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of()))
        .forEach(key -> adoption.leave(key, "only TOML is read"));
  }

  private void read(ToolKey key, ToolTable table) {
    String name = key.name();
    switch (name) {
      case "name" -> rules(key);
      case "tag_format" -> tagFormat(key);
      case "bump_message" -> message(key);
      case "gpg_sign" -> sign(key);
      case "update_changelog_on_bump" -> adoption.changelogs(key);
      case "changelog_file" -> adoption.changelogAt(key);
      case "version_provider" -> provider(key);
      case "version_files" -> key.texts().forEach(file -> versionFile(key, file, table));
      default -> {
        if (name.equals("major_version_zero") && key.is(false)) {
          adoption.parameter(key, "majorVersionZero", "false");
        } else if (CARRIED.containsKey(name)) {
          adoption.carry(key, CARRIED.get(name));
        } else if (name.equals("changelog_merge_prerelease") && key.is(true)) {
          adoption.parameter(key, "mergePreReleases", "true");
        } else if (name.startsWith("changelog_")) {
          adoption.leave(key, Adoption.CHANGELOG_STYLE);
        } else {
          adoption.leave(key, LEFT.getOrDefault(name, Adoption.NO_COUNTERPART));
        }
      }
    }
  }

  private void rules(ToolKey key) {
    if (key.text().filter("cz_conventional_commits"::equals).isPresent()) {
      adoption.carry(key, "next reads conventional commits");
    } else {
      adoption.leave(key, "next reads conventional commits only");
    }
  }

  private void provider(ToolKey key) {
    if (key.text().filter(PROVIDERS::contains).isPresent()) {
      adoption.carry(key, "the lead's manifest is the source of the version");
    } else {
      adoption.leave(key, "the lead's manifest is the source of the version");
    }
  }

  private void sign(ToolKey key) {
    if (key.is(true)) {
      adoption.parameter(key, "sign", "true");
    } else {
      adoption.carry(key, "sign false, which is the default");
    }
  }

  private void message(ToolKey key) {
    ToolTemplate message =
        ToolTemplate.ofDollars(key.text().orElse(""), Map.of("new_version", "{version}"));
    message
        .obstacle()
        .ifPresentOrElse(
            why -> adoption.leave(key, why),
            () -> adoption.parameter(key, "message", message.text()));
  }

  private void tagFormat(ToolKey key) {
    Optional<GroupTags> group = group();
    String text = key.text().orElse("").replace("$major.$minor.$patch$prerelease", "$version");
    ToolTemplate format = ToolTemplate.ofDollars(text, TAG_WORDS);
    if (group.isEmpty()) {
      adoption.leave(key, "it is not clear of which group");
    } else {
      adoption.tagFormats(key, Map.of(group.get(), format));
    }
  }

  /** The only group, else that of the project at the root, else that of the crate there. */
  private Optional<GroupTags> group() {
    List<GroupTags> groups = adoption.groups();
    if (groups.size() == 1) {
      return Optional.of(groups.get(0));
    }
    return List.of(PYPROJECT, "Cargo.toml").stream()
        .flatMap(
            file -> adoption.workspace().packages().stream().filter(p -> p.manifest().equals(file)))
        .flatMap(p -> adoption.groupOf(p).stream())
        .findFirst();
  }

  /** {@code FILE} or {@code FILE:REGEX}: every line that the version is on, and the regex finds. */
  private void versionFile(ToolKey list, Located<String> entry, ToolTable table) {
    ToolKey key = list.at(entry);
    int colon = entry.value().indexOf(':');
    String file = colon < 0 ? entry.value() : entry.value().substring(0, colon);
    String regex = colon < 0 ? "" : entry.value().substring(colon + 1);
    Optional<String> path = TreePath.resolve("", file);
    Optional<GroupTags> group = group();
    if (path.isEmpty() || group.isEmpty()) {
      adoption.leave(
          key, path.isEmpty() ? "not below the root" : file + ": it is not clear of which group");
    } else if (adoption.isManifest(path.get())) {
      adoption.carry(key, path.get() + " is kept at the version anyway");
    } else if (Glob.isPattern(file)) {
      adoption.leave(key, file + ": write a <copy> with a pattern over these files");
    } else if (!isLiteral(regex)) {
      adoption.leave(
          key, file + ": `" + regex + "` is a regular expression, which a pattern cannot be");
    } else if (!tree.exists(path.get())) {
      adoption.leave(key, "there is no " + path.get());
    } else {
      copies(key, path.get(), regex, group.get(), table);
    }
  }

  private void copies(ToolKey key, String path, String literal, GroupTags group, ToolTable table) {
    boolean python =
        path.endsWith(".py")
            && table.text("version_scheme").filter(scheme -> !scheme.equals("pep440")).isEmpty();
    String word = python ? "{pypi}" : "{version}";
    Set<String> patterns = new LinkedHashSet<>();
    try {
      patterns(tree.read(path), literal, spellings(group.group(), table), word, patterns);
    } catch (ReleaseException e) {
      adoption.leave(key, e.problem().message());
      return;
    }
    if (patterns.isEmpty()) {
      adoption.leave(
          key, path + " does not state the version" + (literal.isEmpty() ? "" : " there"));
    }
    patterns.forEach(pattern -> adoption.copy(key, path, pattern, group));
  }

  /** The version as it may be written now, the longest first. */
  private static List<String> spellings(Group group, ToolTable table) {
    Set<String> spellings = new LinkedHashSet<>();
    group.lead().version().ifPresent(spellings::add);
    group
        .lead()
        .release()
        .ifPresent(
            release -> {
              for (Ecosystem ecosystem : Ecosystem.values()) {
                spellings.add(VersionMapping.spell(release, ecosystem));
              }
            });
    table.text("version").filter(version -> !version.isBlank()).ifPresent(spellings::add);
    return spellings.stream().sorted((a, b) -> b.length() - a.length()).toList();
  }

  private static void patterns(
      SourceText text, String literal, List<String> spellings, String word, Set<String> patterns) {
    for (String line : text.content().lines().toList()) {
      Optional<String> version =
          line.contains(literal)
              ? spellings.stream().filter(line::contains).findFirst()
              : Optional.empty();
      version.ifPresent(
          v -> {
            int at = line.indexOf(v);
            int named = literal.isEmpty() ? -1 : line.lastIndexOf(literal, at);
            String before = line.substring(Math.max(named, 0), at).stripLeading();
            String rest = line.substring(at + v.length());
            boolean quoted = rest.startsWith("\"") || rest.startsWith("'");
            patterns.add(before + word + (quoted ? rest.substring(0, 1) : ""));
          });
    }
  }

  private static boolean isLiteral(String regex) {
    return regex.chars().noneMatch(c -> "\\^$|?*+()[]{}".indexOf(c) >= 0);
  }
}

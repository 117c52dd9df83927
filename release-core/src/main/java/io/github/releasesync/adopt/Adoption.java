package io.github.releasesync.adopt;

import io.github.releasesync.copies.CopyPattern;
import io.github.releasesync.copies.PackageName;
import io.github.releasesync.copies.VersionCopies;
import io.github.releasesync.facts.ChangelogFiles;
import io.github.releasesync.manifest.maven.PomNode;
import io.github.releasesync.manifest.syntax.ToolKey;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.group.TagFormat;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.TreePath;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.ReleaseVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the result of carrying over the settings of other tools. Nothing is carried over that
 * would change the result of check: tags keep the names that they have had, and a copy is one only
 * if the file states a version there now.
 */
final class Adoption {

  static final String HOOKS = "hooks are not run";
  static final String NO_COUNTERPART = "no counterpart";
  static final String CHANGELOG_STYLE =
      "prepare keeps the style of a changelog; use a template for another form";

  private final FileTree tree;
  private final Workspace workspace;
  private final List<GroupTags> groups;
  private final boolean several;
  private final Set<String> configured;
  private final Map<String, TagFormat> tagFormats = new LinkedHashMap<>();
  private final Map<String, PomNode> parameters = new LinkedHashMap<>();
  private final List<PomNode> copies = new ArrayList<>();
  private final List<AdoptedNote> carried = new ArrayList<>();
  private final List<AdoptedNote> left = new ArrayList<>();

  Adoption(FileTree tree, Workspace workspace, GroupConfiguration groups, Set<String> configured) {
    this.tree = tree;
    this.workspace = workspace;
    this.groups = groups.groups();
    this.several = groups.isOneOfSeveral();
    this.configured = configured;
  }

  FileTree tree() {
    return tree;
  }

  Workspace workspace() {
    return workspace;
  }

  List<GroupTags> groups() {
    return groups;
  }

  /** The group that a package is in. */
  Optional<GroupTags> groupOf(Package p) {
    return groups.stream().filter(tags -> tags.group().members().contains(p)).findFirst();
  }

  void carry(ToolKey key, String as) {
    carried.add(new AdoptedNote(key.place(), key.name(), as));
  }

  void leave(ToolKey key, String why) {
    left.add(new AdoptedNote(key.place(), key.name(), why));
  }

  /** One value for all goals. */
  void parameter(ToolKey key, String name, String value) {
    parameter(key, PomNode.of(name, value), name + " " + value);
  }

  /** Several values for all goals. */
  void parameter(ToolKey key, String name, String item, List<String> values) {
    List<PomNode> items = values.stream().map(value -> PomNode.of(item, value)).toList();
    parameter(key, PomNode.of(name, items), name + " " + String.join(", ", values));
  }

  private void parameter(ToolKey key, PomNode node, String shown) {
    PomNode other = parameters.get(node.name());
    if (configured.contains(node.name())) {
      leave(key, "the POM has <" + node.name() + "> already");
    } else if (shown.contains("${")) {
      leave(key, "Maven would read `${` in it as a property");
    } else if (other != null && !other.equals(node)) {
      leave(key, "another value was found first");
    } else {
      parameters.put(node.name(), node);
      carry(key, shown);
    }
  }

  /**
   * Crates that another tool does not publish. Not {@code externallyPublished}: that would ask for
   * each version in the index, and nothing here states that another tool uploads it.
   */
  void published(ToolKey key, Optional<Package> crate) {
    List<String> published =
        workspace.packages().stream()
            .filter(p -> p.ecosystem() == Ecosystem.CARGO && p.publishable())
            .filter(p -> crate.map(p::equals).orElse(true))
            .map(Package::name)
            .toList();
    if (key.is(true)) {
      carry(key, "publish in Cargo.toml decides");
    } else if (published.isEmpty()) {
      carry(key, "Cargo.toml states it too");
    } else {
      leave(
          key,
          "Cargo would publish "
              + (published.size() == 1 ? published.get(0) : published.size() + " crates")
              + ": write publish = false into Cargo.toml, or externallyPublished into the POM if"
              + " another tool publishes");
    }
  }

  /**
   * The tag formats of groups, unless their existing tags have others.
   *
   * @param formats the translated formats, or what is in the way, in the order of the groups
   */
  void tagFormats(ToolKey key, Map<GroupTags, ToolTemplate> formats) {
    GroupNotes here = new GroupNotes();
    GroupNotes not = new GroupNotes();
    formats.forEach(
        (tags, text) ->
            text.obstacle()
                .ifPresentOrElse(
                    why -> not.add(why, why), () -> tagFormat(tags, text.text(), here, not)));
    here.each(note -> carry(key, note));
    not.each(note -> leave(key, note));
  }

  private void tagFormat(GroupTags tags, String text, GroupNotes here, GroupNotes not) {
    Group group = tags.group();
    TagFormat format;
    try {
      format = TagFormat.of(text);
    } catch (ReleaseException e) {
      not.add("invalid", e.problem().message());
      return;
    }
    TagFormat other = tagFormats.getOrDefault(group.name(), format);
    if (!tags.releases().isEmpty() && !isSame(format, tags)) {
      not.add("tags", "the tags of " + group.name() + " have been " + tags.format());
    } else if (!other.equals(format)
        || group.tagFormat().filter(f -> !f.equals(format)).isPresent()) {
      not.add("another", "another format was found first for " + group.name());
    } else if (text.contains("${")) {
      not.add("property", "Maven would read `${` in it as a property");
    } else {
      tagFormats.put(group.name(), format);
      here.add("format", "tagFormat " + format + " of group " + group.name());
    }
  }

  private static boolean isSame(TagFormat format, GroupTags tags) {
    ReleaseVersion newest = tags.releases().get(0).version();
    return format.name(newest, tags.group()).equals(tags.nameOf(newest));
  }

  /**
   * A file that states the version of a group, where it does so now.
   *
   * @param path from the root
   * @param text the pattern
   */
  void copy(ToolKey key, String path, String text, GroupTags tags) {
    String pattern = text.strip();
    if (isManifest(path)) {
      carry(key, path + " is kept at the version anyway");
      return;
    }
    Optional<String> obstacle = obstacle(path, pattern, tags.group());
    if (obstacle.isPresent()) {
      leave(key, obstacle.get());
      return;
    }
    List<PomNode> nodes =
        new ArrayList<>(List.of(PomNode.of("file", path), PomNode.of("pattern", pattern)));
    if (several) {
      nodes.add(PomNode.of("group", tags.group().name()));
    }
    PomNode copy = PomNode.of("copy", nodes);
    if (!copies.contains(copy)) {
      copies.add(copy);
    }
    carry(key, "copy " + path + ": " + pattern);
  }

  /** Whether a tool wrote changelogs. */
  void changelogs(ToolKey key) {
    if (key.is(false)) {
      parameter(key, "changelog", "off");
    } else {
      carry(key, "prepare writes existing changelogs");
    }
  }

  /** Where a tool wrote a changelog. */
  void changelogAt(ToolKey key) {
    String path = key.text().flatMap(text -> TreePath.resolve("", text)).orElse("");
    boolean found =
        workspace.packages().stream().anyMatch(p -> ChangelogFiles.isFor(path, p))
            && ChangelogFiles.hasName(path);
    if (found) {
      carry(key, "prepare finds it by its name");
    } else {
      leave(
          key,
          "prepare finds CHANGELOG, CHANGES, HISTORY or NEWS at the root or next to a manifest: move"
              + " it there");
    }
  }

  boolean isManifest(String path) {
    return workspace.packages().stream()
        .anyMatch(p -> p.manifest().equals(path) || p.place().file().equals(path));
  }

  private Optional<String> obstacle(String path, String pattern, Group group) {
    if (configured.contains("copies")) {
      return Optional.of("the POM has <copies> already");
    }
    if (isChangelog(path)) {
      return Optional.of("prepare writes the changelog itself");
    }
    if (!tree.exists(path)) {
      return Optional.of("there is no " + path);
    }
    if (pattern.contains("\n") || pattern.contains("${")) {
      return Optional.of("not a text on one line that a POM can hold");
    }
    try {
      List<PackageName> names =
          group.members().stream().map(p -> new PackageName(p.ecosystem(), p.name())).toList();
      boolean found =
          !VersionCopies.find(tree.read(path), names, CopyPattern.of(pattern)).isEmpty();
      return found ? Optional.empty() : Optional.of(path + " has no `" + pattern + "` now");
    } catch (ReleaseException e) {
      return Optional.of(e.problem().message());
    }
  }

  private static boolean isChangelog(String path) {
    String name = TreePath.name(path).toUpperCase(Locale.ROOT);
    return List.of("CHANGELOG", "CHANGES", "HISTORY", "NEWS", "RELEASES").stream()
        .anyMatch(name::startsWith);
  }

  Adopted adopted() {
    if (!copies.isEmpty()) {
      parameters.put("copies", PomNode.of("copies", copies));
    }
    return new Adopted(
        Map.copyOf(tagFormats),
        List.copyOf(parameters.values()),
        List.copyOf(carried),
        List.copyOf(left));
  }
}

package io.github.releasesync.adopt;

import io.github.releasesync.manifest.syntax.ToolKey;
import io.github.releasesync.manifest.syntax.ToolTable;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.Ecosystem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of release-plz, {@code release-plz.toml} at the root: {@code [workspace]} and {@code
 * [[package]]} (release-plz.dev/docs/config).
 */
final class ReleasePlzSettings {

  private static final List<String> FILES = List.of("release-plz.toml", ".release-plz.toml");

  private static final String TAG_NAME = "git_tag_name";

  private final Adoption adoption;

  /** The crates that have a tag name of their own, which wins over that of the workspace. */
  private final Set<String> tagged = new HashSet<>();

  ReleasePlzSettings(Adoption adoption) {
    this.adoption = adoption;
  }

  void read() {
    FileTree tree = adoption.tree();
    FILES.stream().filter(tree::exists).findFirst().map(tree::read).ifPresent(this::read);
  }

  private void read(SourceText text) {
    ToolTable root = ToolTable.read(text).orElseThrow();
    List<ToolTable> packages = root.key("package").map(ToolKey::tables).orElse(List.of());
    packages.stream()
        .filter(table -> table.key(TAG_NAME).isPresent())
        .flatMap(table -> table.text("name").stream())
        .forEach(tagged::add);
    ToolTable.read(text, "workspace")
        .ifPresent(table -> table.keys().forEach(key -> read(key, Optional.empty())));
    root.key("changelog").ifPresent(key -> adoption.leave(key, Adoption.CHANGELOG_STYLE));
    for (ToolTable table : packages) {
      Optional<Package> crate = table.text("name").flatMap(this::crate);
      for (ToolKey key : table.keys()) {
        if (crate.isPresent() && !key.name().equals("name")) {
          read(key, crate);
        } else if (crate.isEmpty() && key.name().equals("name")) {
          adoption.leave(key, "no crate here is called " + key.text().orElse("that"));
        }
      }
    }
  }

  private Optional<Package> crate(String name) {
    return adoption.workspace().packages().stream()
        .filter(p -> p.ecosystem() == Ecosystem.CARGO && p.name().equals(name))
        .findFirst();
  }

  /** A key of one crate, or of all. */
  private void read(ToolKey key, Optional<Package> crate) {
    String name = key.name();
    switch (name) {
      case TAG_NAME -> tagFormat(key, crate);
      case "version_group" -> versionGroup(key, crate);
      case "publish", "release" -> adoption.published(key, crate);
      case "publish_no_verify" -> verify(key, crate);
      case "git_tag_enable" -> tag(key, crate);
      case "allow_dirty", "publish_allow_dirty" ->
          adoption.leave(key, "a release contains only committed changes");
      case "semver_check" -> adoption.leave(key, "cargo-semver-checks is not run");
      case "changelog_path" -> adoption.changelogAt(key);
      case "changelog_update" -> changelogUpdate(key, crate);
      default -> adoption.leave(key, reason(name));
    }
  }

  private static String reason(String name) {
    if (name.startsWith("changelog_")) {
      return Adoption.CHANGELOG_STYLE;
    }
    if (name.startsWith("git_release_")) {
      return "no release is made on a forge";
    }
    if (name.startsWith("pr_")) {
      return "no pull request is opened; prepare with tag=false makes the commit for one";
    }
    return Adoption.NO_COUNTERPART;
  }

  private void tagFormat(ToolKey key, Optional<Package> crate) {
    List<GroupTags> groups =
        adoption.groups().stream()
            .filter(tags -> tags.group().lead().ecosystem() == Ecosystem.CARGO)
            .filter(
                tags ->
                    crate
                        .map(tags.group().lead()::equals)
                        .orElseGet(() -> !tagged.contains(tags.group().lead().name())))
            .toList();
    if (groups.isEmpty()) {
      adoption.leave(
          key, crate.map(p -> p.name() + " leads no group").orElse("no group is left for it"));
    }
    Map<GroupTags, ToolTemplate> formats = new LinkedHashMap<>();
    for (GroupTags tags : groups) {
      Map<String, String> words =
          Map.of("version", "{version}", "package", tags.group().lead().name());
      formats.put(tags, ToolTemplate.ofBraces(key.text().orElse(""), words));
    }
    adoption.tagFormats(key, formats);
  }

  private void versionGroup(ToolKey key, Optional<Package> crate) {
    Optional<GroupTags> group = crate.flatMap(adoption::groupOf);
    if (group.isPresent()) {
      adoption.carry(
          key, crate.get().name() + " is in group " + group.get().group().name() + " by evidence");
    } else {
      adoption.leave(key, "it is in no group: nothing is published, or its version is its own");
    }
  }

  private void verify(ToolKey key, Optional<Package> crate) {
    if (crate.isPresent()) {
      adoption.leave(key, "set for one crate; verifyCrates is for all");
    } else if (key.is(true)) {
      adoption.parameter(key, "verifyCrates", "false");
    } else {
      adoption.carry(key, "verifyCrates true, which is the default");
    }
  }

  private void tag(ToolKey key, Optional<Package> crate) {
    boolean leads =
        adoption.groups().stream()
            .map(tags -> tags.group().lead())
            .anyMatch(lead -> crate.map(lead::equals).orElse(true));
    if (key.is(leads) || key.is(false) && crate.isEmpty()) {
      adoption.carry(key, "a group has one tag");
    } else {
      adoption.leave(key, "a group has one tag, that of its lead");
    }
  }

  private void changelogUpdate(ToolKey key, Optional<Package> crate) {
    if (crate.isPresent()) {
      adoption.leave(key, "set for one crate; changelog is for all");
    } else {
      adoption.changelogs(key);
    }
  }
}

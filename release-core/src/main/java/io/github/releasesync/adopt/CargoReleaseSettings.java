package io.github.releasesync.adopt;

import io.github.releasesync.manifest.syntax.ToolKey;
import io.github.releasesync.manifest.syntax.ToolTable;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.TreePath;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.Ecosystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of cargo-release: {@code release.toml} and {@code [package.metadata.release]} of
 * each crate, the first of which wins, and {@code [workspace.metadata.release]} (its reference,
 * docs/reference.md).
 */
final class CargoReleaseSettings {

  private static final String FILE = "release.toml";
  private static final String MANIFEST = "Cargo.toml";
  private static final String TAG_NAME = "tag-name";
  private static final String TAG_PREFIX = "tag-prefix";

  /** Keys without an equivalent, or that need none: the key and its explanation. */
  private static final Map<String, String> LEFT =
      Map.ofEntries(
          Map.entry("pre-release-hook", Adoption.HOOKS),
          Map.entry("sign-commit", "commits are signed as git is configured: commit.gpgsign"),
          Map.entry("tag-message", "a tag has the message of its commit"),
          Map.entry("dependent-version", "sibling requirements are always updated"),
          Map.entry("consolidate-commits", "a release of a group is one commit"),
          Map.entry("registry", "crates go to crates.io"),
          Map.entry("rate-limit", "publish waits as long as a registry requests"));

  private final Adoption adoption;
  private final FileTree tree;
  private final List<Scope> scopes;

  CargoReleaseSettings(Adoption adoption) {
    this.adoption = adoption;
    this.tree = adoption.tree();
    this.scopes = scopes();
  }

  /** One place of settings: its subject. */
  private record Scope(ToolTable table, String folder, Optional<Package> crate) {}

  void read() {
    Set<String> seen = new HashSet<>();
    for (Scope scope : scopes) {
      for (ToolKey key : scope.table().keys()) {
        String id = scope.crate().map(Package::id).orElse("") + " " + key.name();
        if (seen.add(id)) {
          read(key, scope);
        } else {
          adoption.leave(key, "another place overrides this one");
        }
      }
    }
  }

  private List<Scope> scopes() {
    List<Scope> scopes = new ArrayList<>();
    add(scopes, MANIFEST, "", Optional.empty(), "package", "metadata", "release");
    add(scopes, FILE, "", Optional.empty());
    add(scopes, MANIFEST, "", Optional.empty(), "workspace", "metadata", "release");
    for (Package p : adoption.workspace().packages()) {
      String folder = TreePath.folder(p.manifest());
      if (p.ecosystem() == Ecosystem.CARGO && !folder.isEmpty()) {
        add(scopes, p.manifest(), folder, Optional.of(p), "package", "metadata", "release");
        add(scopes, TreePath.in(folder, FILE), folder, Optional.of(p));
      }
    }
    return scopes;
  }

  private void add(
      List<Scope> scopes, String file, String folder, Optional<Package> crate, String... path) {
    if (tree.exists(file)) {
      ToolTable.read(tree.read(file), path)
          .ifPresent(table -> scopes.add(new Scope(table, folder, crate)));
    }
  }

  private void read(ToolKey key, Scope scope) {
    switch (key.name()) {
      case TAG_NAME, TAG_PREFIX -> tagFormat(key, scope);
      case "shared-version" -> sharedVersion(key, scope);
      case "pre-release-replacements" -> key.tables().forEach(t -> replacement(key, t, scope));
      case "release", "publish" -> adoption.published(key, scope.crate());
      default -> {
        if (LEFT.containsKey(key.name())) {
          adoption.leave(key, LEFT.get(key.name()));
        } else if (key.name().equals("tag") && !leads(scope)) {
          adoption.carry(key, "a group has one tag, that of its lead");
        } else if (!leads(scope) || scope.crate().isPresent() && adoption.groups().size() > 1) {
          adoption.leave(key, "set for one crate; release-sync has one value for all");
        } else {
          parameter(key);
        }
      }
    }
  }

  /** Whether a group's lead is meant, or all crates are. */
  private boolean leads(Scope scope) {
    return scope.crate().isEmpty()
        || adoption.groups().stream()
            .anyMatch(tags -> tags.group().lead().equals(scope.crate().get()));
  }

  private void parameter(ToolKey key) {
    switch (key.name()) {
      case "allow-branch" -> branches(key);
      case "pre-release-commit-message" -> message(key);
      case "sign-tag" -> flag(key, "sign", false);
      case "push" -> flag(key, "push", false);
      case "tag" -> flag(key, "tag", true);
      case "verify" -> flag(key, "verifyCrates", true);
      case "push-remote" ->
          key.text()
              .ifPresentOrElse(
                  remote -> adoption.parameter(key, "remote", remote),
                  () -> adoption.leave(key, "not a text"));
      default -> adoption.leave(key, Adoption.NO_COUNTERPART);
    }
  }

  private void flag(ToolKey key, String name, boolean byDefault) {
    if (key.is(byDefault)) {
      adoption.carry(key, name + " " + byDefault + ", which is the default");
    } else if (key.flag().isPresent()) {
      adoption.parameter(key, name, String.valueOf(!byDefault));
    } else {
      adoption.leave(key, "neither true nor false");
    }
  }

  /** A pattern without slash is of any branch there, as in .gitignore; so is {@code **} here. */
  private void branches(ToolKey key) {
    List<String> branches = new ArrayList<>();
    key.texts()
        .forEach(
            branch -> {
              String pattern = branch.value();
              if (pattern.equals("!HEAD")) {
                adoption.carry(key.at(branch), "!HEAD: a branch must always be checked out");
              } else if (pattern.startsWith("!")) {
                adoption.leave(key.at(branch), pattern + ": branches are not excluded");
              } else {
                branches.add(pattern.equals("*") ? "**" : pattern);
              }
            });
    if (!branches.isEmpty()) {
      adoption.parameter(key, "branches", "branch", branches);
    }
  }

  private void message(ToolKey key) {
    ToolTemplate message =
        ToolTemplate.ofBraces(
            key.text().orElse(""),
            Map.of("version", "{version}", "crate_name", "{group}", "tag_name", "{tag}"));
    message
        .obstacle()
        .ifPresentOrElse(
            why -> adoption.leave(key, why),
            () -> adoption.parameter(key, "message", message.text()));
  }

  private void tagFormat(ToolKey key, Scope scope) {
    List<GroupTags> groups =
        adoption.groups().stream()
            .filter(tags -> tags.group().lead().ecosystem() == Ecosystem.CARGO)
            .filter(
                tags ->
                    scope
                        .crate()
                        .map(tags.group().lead()::equals)
                        .orElseGet(() -> !says(tags.group().lead(), key.name())))
            .toList();
    if (groups.isEmpty()) {
      adoption.leave(
          key,
          scope.crate().map(p -> p.name() + " leads no group").orElse("no group is left for it"));
    }
    Map<GroupTags, ToolTemplate> formats = new LinkedHashMap<>();
    groups.forEach(tags -> formats.put(tags, tagFormat(tags.group().lead())));
    adoption.tagFormats(key, formats);
  }

  private ToolTemplate tagFormat(Package lead) {
    String byDefault = TreePath.folder(lead.manifest()).isEmpty() ? "" : "{{crate_name}}-";
    Map<String, String> words = Map.of("version", "{version}", "crate_name", lead.name());
    ToolTemplate prefix = ToolTemplate.ofBraces(value(lead, TAG_PREFIX).orElse(byDefault), words);
    Map<String, String> more = new HashMap<>(words);
    more.put("prefix", prefix.text());
    return prefix.obstacle().isPresent()
        ? prefix
        : ToolTemplate.ofBraces(value(lead, TAG_NAME).orElse("{{prefix}}v{{version}}"), more);
  }

  /** Whether a crate has a key of its own. */
  private boolean says(Package crate, String key) {
    return scopes.stream()
        .filter(scope -> scope.crate().filter(crate::equals).isPresent())
        .anyMatch(scope -> scope.table().key(key).isPresent());
  }

  /** The value of a key for a crate: its own, else that of the root. */
  private Optional<String> value(Package crate, String key) {
    return scopes.stream()
        .filter(scope -> scope.crate().map(crate::equals).orElse(true))
        .sorted(Comparator.comparing(scope -> scope.crate().isEmpty()))
        .flatMap(scope -> scope.table().text(key).stream())
        .findFirst();
  }

  /**
   * Tools confirm groups; they change none, so that the result of check stays the same after init.
   */
  private void sharedVersion(ToolKey key, Scope scope) {
    if (key.is(false)) {
      adoption.carry(key, "crates are in one group only by evidence");
      return;
    }
    if (scope.crate().isPresent()) {
      adoption
          .groupOf(scope.crate().get())
          .ifPresentOrElse(
              tags -> adoption.carry(key, "group " + tags.group().name()),
              () -> adoption.leave(key, scope.crate().get().name() + " is in no group"));
      return;
    }
    List<GroupTags> groups =
        adoption.groups().stream()
            .filter(
                tags ->
                    tags.group().members().stream()
                        .anyMatch(p -> p.ecosystem() == Ecosystem.CARGO && p.publishable()))
            .toList();
    if (groups.size() == 1) {
      adoption.carry(key, "group " + groups.get(0).group().name());
    } else {
      adoption.leave(
          key,
          "the crates have different versions now; give them one version, then configure one group");
    }
  }

  private void replacement(ToolKey key, ToolTable table, Scope scope) {
    ToolKey at =
        new ToolKey(key.name(), table.place(), key.text(), key.flag(), List.of(), List.of());
    Optional<String> path =
        table.text("file").flatMap(file -> TreePath.resolve(scope.folder(), file));
    Optional<GroupTags> group = group(scope);
    if (path.isEmpty() || group.isEmpty()) {
      adoption.leave(
          at, path.isEmpty() ? "its file is not below the root" : "it is not clear of which group");
      return;
    }
    String replace = table.text("replace").orElse("");
    ToolTemplate pattern =
        ToolTemplate.ofBraces(
            replace,
            Map.of("version", "{version}", "crate_name", group.get().group().lead().name()));
    if (replace.contains("$")) {
      adoption.leave(at, path.get() + ": it refers to a group of a regular expression");
    } else if (pattern.obstacle().isPresent()) {
      adoption.leave(at, path.get() + ": " + pattern.obstacle().get());
    } else {
      adoption.copy(at, path.get(), pattern.text(), group.get());
    }
  }

  /** The group of the crate that a setting is of: the root's, or the only one. */
  private Optional<GroupTags> group(Scope scope) {
    Optional<Package> crate =
        scope
            .crate()
            .or(
                () ->
                    adoption.workspace().packages().stream()
                        .filter(p -> p.manifest().equals(MANIFEST))
                        .findFirst());
    return crate
        .flatMap(adoption::groupOf)
        .or(
            () ->
                adoption.groups().stream().findFirst().filter(g -> adoption.groups().size() == 1));
  }
}

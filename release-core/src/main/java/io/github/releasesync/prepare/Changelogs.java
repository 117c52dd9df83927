package io.github.releasesync.prepare;

import io.github.releasesync.changelog.Changelog;
import io.github.releasesync.changelog.ChangelogEdit;
import io.github.releasesync.changelog.ChangelogEntry;
import io.github.releasesync.changelog.ChangelogFragment;
import io.github.releasesync.changelog.ChangelogHeading;
import io.github.releasesync.changelog.ChangelogRelease;
import io.github.releasesync.changelog.ChangelogTemplate;
import io.github.releasesync.changelog.ChangelogWriter;
import io.github.releasesync.changelog.ReleaseNotes;
import io.github.releasesync.facts.ChangelogFiles;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupRelease;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.settings.ChangelogSpec;
import io.github.releasesync.project.settings.ChangelogSpec.Mode;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.TreePath;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.text.FileChange;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.ReleaseVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The changelogs of a group: one at the root or beside its lead, or one beside each package. The
 * changelog of a package lists the changes of that package; the changelog of the group lists all
 * changes.
 */
public final class Changelogs {

  private static final String NEW_FILE = "CHANGELOG.md";

  private final FileTree tree;
  private final ChangelogSpec spec;

  /**
   * The changelogs of a tree.
   *
   * @param tree the files
   * @param spec the configuration
   */
  public Changelogs(FileTree tree, ChangelogSpec spec) {
    this.tree = tree;
    this.spec = spec;
  }

  /**
   * The release after which the entries of another one begin: the highest one below it. For a final
   * release that merges its pre-releases, it is the highest final one. A Python-only fix counts
   * only for the next such fix, because it released no other package.
   *
   * @param tags the group's tags
   * @param version the version of the new release
   * @return the release; empty for the first one
   */
  public Optional<GroupRelease> previous(GroupTags tags, ReleaseVersion version) {
    boolean merge = spec.mergePreReleases() && !version.isPreRelease();
    Predicate<GroupRelease> counts =
        release ->
            release.version().compareTo(version) < 0
                && (release.version().post().isEmpty() || version.post().isPresent())
                && !(merge && release.version().isPreRelease());
    return tags.releases().stream()
        .filter(counts)
        .max((a, b) -> a.version().compareTo(b.version()));
  }

  /**
   * Creates the section of a release in the group's changelogs. Nothing is written.
   *
   * @param request the release
   * @return the new contents of the files
   * @throws ReleaseException with {@link io.github.releasesync.problem.Code#CHANGELOG_NOT_EDITABLE}
   *     as {@link ChangelogWriter#cut} and {@link ChangelogFragment#of}, with {@link
   *     io.github.releasesync.problem.Code#CONFIGURATION_INVALID} as {@link
   *     ChangelogTemplate#parse}, or if a file cannot be read
   */
  public ChangelogUpdate update(ChangelogRequest request) {
    if (spec.mode() == Mode.OFF) {
      return new ChangelogUpdate(List.of(), List.of(), notes(request, null), List.of());
    }
    return new Update(request).run();
  }

  private ChangelogRelease release(ChangelogRequest request, Package p) {
    return new ChangelogRelease(
        request.versions().getOrDefault(p.id(), request.version().text()),
        request.date(),
        request.tags().nameOf(request.version()),
        previous(request.tags(), request.version()).map(release -> release.tag().name()),
        request.repository(),
        Optional.of(p.name()));
  }

  /** The release notes from the changelog, or without one, from the commits. */
  private ReleaseNotes notes(ChangelogRequest request, ChangelogEdit cut) {
    ChangelogRelease release = release(request, request.tags().group().lead());
    return cut == null
        ? new ReleaseNotes(release, "", request.entries())
        : new ReleaseNotes(release, cut.summary(), cut.entries());
  }

  /** The update of all changelogs for one release. */
  private final class Update {

    private final ChangelogRequest request;
    private final Group group;
    private final ChangelogWriter writer;
    private final List<FileChange> files = new ArrayList<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final List<Help> infos = new ArrayList<>();

    Update(ChangelogRequest request) {
      this.request = request;
      this.group = request.tags().group();
      Optional<ChangelogTemplate> template =
          spec.template().map(tree::read).map(ChangelogTemplate::parse);
      this.writer = new ChangelogWriter(template, spec.mergePreReleases());
    }

    ChangelogUpdate run() {
      Map<String, Changelog> byFolder = byFolder();
      Optional<Changelog> whole = whole(byFolder);
      ChangelogEdit main = whole.map(changelog -> cut(changelog, group.lead(), all())).orElse(null);
      List<ChangelogEdit> own = new ArrayList<>();
      byFolder.forEach(
          (folder, changelog) -> {
            if (whole.filter(changelog::equals).isEmpty() && !folder.isEmpty()) {
              members(folder).stream()
                  .findFirst()
                  .ifPresent(p -> own.add(cut(changelog, p, of(members(folder)))));
            }
          });
      if (main == null && own.isEmpty() && infos.isEmpty()) {
        main = none();
      }
      ChangelogEdit said = main != null || own.isEmpty() ? main : together(own);
      return new ChangelogUpdate(files, List.copyOf(used), notes(request, said), infos);
    }

    /** The entries of several changelogs of packages, each once. */
    private static ChangelogEdit together(List<ChangelogEdit> own) {
      Set<ChangelogEntry> entries = new LinkedHashSet<>();
      own.forEach(cut -> entries.addAll(cut.entries()));
      return new ChangelogEdit(own.get(0).text(), "", List.copyOf(entries));
    }

    /** The changelog of each folder; a link to another folder's changelog counts as that one. */
    private Map<String, Changelog> byFolder() {
      Map<String, Changelog> found = new LinkedHashMap<>();
      Set<String> seen = new LinkedHashSet<>();
      for (Changelog changelog : ChangelogFiles.read(tree, group.members())) {
        String path = changelog.text().file();
        Optional<String> real = tree.behindLinks(path);
        String folder = TreePath.folder(path);
        if (folder.isEmpty() && request.rootIsOfOthers() && !changelog.namesPackages()) {
          continue;
        }
        if (!changelog.isKept()) {
          infos.add(
              Help.of(
                  path + " has no heading of a release and no Unreleased heading: left unchanged"));
        } else if (!found.containsKey(folder) && real.filter(seen::add).isPresent()) {
          found.put(
              folder, real.get().equals(path) ? changelog : Changelog.parse(tree.read(real.get())));
        }
      }
      return found;
    }

    /**
     * The changelog of the whole group. It is the one at the root, unless packages have their own
     * and it neither lists the previous release nor lies beside the manifest of one of them; else
     * the one beside the lead.
     */
    private Optional<Changelog> whole(Map<String, Changelog> byFolder) {
      Optional<Changelog> root = Optional.ofNullable(byFolder.get(""));
      boolean onlyRoot = byFolder.size() == 1;
      boolean kept =
          root.isPresent()
              && (onlyRoot || !members("").isEmpty() || listsPreviousRelease(root.get()));
      if (kept) {
        return root;
      }
      return byFolder.size() - (root.isPresent() ? 1 : 0) == 1
          ? Optional.ofNullable(byFolder.get(TreePath.folder(group.lead().manifest())))
          : Optional.empty();
    }

    /** Whether a changelog lists the previous release, or the one before its pre-releases. */
    private boolean listsPreviousRelease(Changelog changelog) {
      return request.tags().releases().stream()
          .map(GroupRelease::version)
          .filter(version -> version.compareTo(request.version()) < 0)
          .filter(
              version ->
                  !version.isPreRelease()
                      || previous(request.tags(), request.version())
                          .filter(release -> release.version().equals(version))
                          .isPresent())
          .sorted(Comparator.reverseOrder())
          .limit(2)
          .anyMatch(version -> changelog.section(version).isPresent());
    }

    private List<Package> members(String folder) {
      return group.members().stream()
          .filter(p -> TreePath.folder(p.manifest()).equals(folder))
          .filter(p -> request.versions().containsKey(p.id()))
          .toList();
    }

    private List<ChangelogEntry> all() {
      return request.entries();
    }

    private List<ChangelogEntry> of(Collection<Package> packages) {
      List<String> ids = packages.stream().map(Package::id).toList();
      return request.entries().stream()
          .filter(e -> e.packages().isEmpty() || e.packages().stream().anyMatch(ids::contains))
          .toList();
    }

    private ChangelogEdit cut(Changelog changelog, Package p, List<ChangelogEntry> commits) {
      SourceText before = changelog.text();
      List<ChangelogEntry> entries = fragments(TreePath.folder(before.file()));
      entries.addAll(commits);
      ChangelogEdit cut = writer.cut(changelog, release(request, p), entries);
      if (request.version().post().isEmpty()) {
        changelog.leftAlone().stream().map(Update::leftAlone).forEach(infos::add);
      }
      files.add(new FileChange(before.file(), Optional.of(before), cut.text()));
      if (cut.saysNothing()) {
        infos.add(
            Help.of(
                before.file() + " has no entries for " + release(request, p).version(), toMerge()));
      }
      return cut;
    }

    private static Help leftAlone(ChangelogHeading heading) {
      return Help.of(
          "%s:%d `%s` was left alone"
              .formatted(heading.place().file(), heading.place().line(), heading.text()));
    }

    /** A hint for an empty section: the pre-releases may list all entries. */
    private Help toMerge() {
      boolean finishes =
          previous(request.tags(), request.version())
              .map(GroupRelease::version)
              .filter(v -> v.isPreRelease() && v.base().equals(request.version().base()))
              .isPresent();
      return finishes && !request.version().isPreRelease()
          ? Help.of(
              "; to repeat the entries of its pre-releases: ",
              Option.of("mergePreReleases", "true"))
          : Help.of();
    }

    private ChangelogEdit none() {
      boolean named = request.tags().format().text().contains("{group}");
      String folder = named || request.rootIsOfOthers() ? leadFolder() : "";
      String path = TreePath.in(folder, NEW_FILE);
      if (spec.mode() != Mode.CREATE) {
        infos.add(
            Help.of(
                "no changelog for " + group.name() + "; with ",
                Option.of("changelog", "create"),
                ", " + path + " would be created"));
        return null;
      }
      List<ChangelogEntry> entries = fragments(folder);
      entries.addAll(request.entries());
      ChangelogEdit cut = writer.create(path, release(request, group.lead()), entries);
      Optional<SourceText> before =
          tree.exists(path) ? Optional.of(tree.read(path)) : Optional.empty();
      files.add(new FileChange(path, before, cut.text()));
      return cut;
    }

    private String leadFolder() {
      return TreePath.folder(group.lead().manifest());
    }

    /** The fragments of a folder; a Python-only fix leaves them for the next release. */
    private List<ChangelogEntry> fragments(String folder) {
      List<ChangelogEntry> entries = new ArrayList<>();
      if (request.version().post().isPresent()) {
        return entries;
      }
      for (String name : spec.fragments()) {
        String pattern = TreePath.in(TreePath.in(folder, name), "*");
        for (String path : tree.entries(pattern).orElse(List.of())) {
          if (tree.exists(path)) {
            ChangelogFragment.of(tree.read(path))
                .ifPresent(
                    fragment -> {
                      entries.addAll(fragment.entries());
                      used.add(path);
                    });
          }
        }
      }
      return entries;
    }
  }
}

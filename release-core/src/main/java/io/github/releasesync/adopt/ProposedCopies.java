package io.github.releasesync.adopt;

import io.github.releasesync.change.ConfiguredCopies;
import io.github.releasesync.copies.VersionCopy;
import io.github.releasesync.facts.CopyFiles;
import io.github.releasesync.facts.CopyReader;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.manifest.maven.PomNode;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.settings.CopySpec;
import io.github.releasesync.project.tree.Glob;
import io.github.releasesync.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The copies of versions to write into a POM: those that were given, and the files that state the
 * version of a group wherever they state one. A file that disagrees anywhere is not proposed, so
 * that check has no error afterwards that it did not have before.
 *
 * @param given the configured copies
 * @param found the proposed ones
 * @param more the files that were not proposed because there are too many
 */
public record ProposedCopies(List<CopySpec> given, List<CopySpec> found, List<String> more) {

  /**
   * A longer list is better written as a pattern, by hand, by who knows which files are generated.
   */
  private static final int MOST_FOUND = 20;

  private static final String COPIES = "copies";

  /**
   * Looks for copies.
   *
   * @param snapshot the facts, with all groups
   * @param reader reads the files that state a version
   * @param groups the groups that will be configured
   * @param configured the parameters that the POM has already
   * @return the copies; none where the POM has some
   */
  public static ProposedCopies of(
      Snapshot snapshot, CopyReader reader, GroupConfiguration groups, Set<String> configured) {
    if (configured.contains(COPIES) || groups.groups().isEmpty()) {
      return new ProposedCopies(List.of(), List.of(), List.of());
    }
    List<CopySpec> given = snapshot.settings().copies();
    boolean several = groups.isOneOfSeveral();
    List<CopySpec> found = new ArrayList<>();
    for (SourceText file : reader.stating(given, snapshot.workspace(), snapshot.past())) {
      for (GroupTags tags : groups.groups()) {
        Group group = tags.group();
        CopySpec spec = CopySpec.of(file.file(), null, several ? group.name() : null);
        if (!Glob.isPattern(file.file()) && agrees(snapshot, spec, file, group, several)) {
          found.add(spec);
        }
      }
    }
    List<String> files = found.stream().map(CopySpec::file).distinct().toList();
    return files.size() > MOST_FOUND
        ? new ProposedCopies(given, List.of(), files)
        : new ProposedCopies(given, List.copyOf(found), List.of());
  }

  /** Of several groups, only a version beside a name is clearly that of one. */
  private static boolean agrees(
      Snapshot snapshot, CopySpec spec, SourceText file, Group group, boolean several) {
    List<VersionCopy> copies = ConfiguredCopies.copies(spec, file, group);
    CopyFiles.Named named = new CopyFiles.Named(spec, true, List.of(file));
    return !copies.isEmpty()
        && copies.stream().allMatch(copy -> !several || copy.beside().isPresent())
        && ConfiguredCopies.differing(snapshot, named, group).isEmpty();
  }

  /**
   * The parameters with these copies, and with those from other tools.
   *
   * @param adopted the parameters from other tools
   * @return all parameters, one of which has all copies
   */
  public List<PomNode> with(List<PomNode> adopted) {
    List<PomNode> copies = new ArrayList<>(given.stream().map(ProposedCopies::node).toList());
    List<PomNode> others = new ArrayList<>();
    for (PomNode parameter : adopted) {
      if (parameter.name().equals(COPIES)) {
        parameter.children().stream().filter(c -> !copies.contains(c)).forEach(copies::add);
      } else {
        others.add(parameter);
      }
    }
    List<String> named = copies.stream().map(ProposedCopies::file).toList();
    found.stream()
        .filter(spec -> !named.contains(spec.file()))
        .map(ProposedCopies::node)
        .forEach(copies::add);
    if (!copies.isEmpty()) {
      others.add(PomNode.of(COPIES, copies));
    }
    return List.copyOf(others);
  }

  private static String file(PomNode copy) {
    return copy.children().get(0).text();
  }

  private static PomNode node(CopySpec spec) {
    List<PomNode> children = new ArrayList<>(List.of(PomNode.of("file", spec.file())));
    spec.pattern().ifPresent(pattern -> children.add(PomNode.of("pattern", pattern.toString())));
    Optional<String> group = spec.group();
    group.ifPresent(name -> children.add(PomNode.of("group", name)));
    return PomNode.of("copy", children);
  }
}
